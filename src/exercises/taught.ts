/** Whether a script uses only what a reader has seen. Pure. */

const GROUPS = 'network|volume|image|container|compose|system|builder|context';

/**
 * Orders and options of a script that a text does not have.
 * @param script what is typed to solve an exercise
 * @param taught all that was typed before, in the examples
 */
export function untaught(script: string, taught: string): string[] {
  const code = script.replace(/^\s*#.*$/gm, '').replace(/'[^']*'|"[^"]*"/g, '');
  const orders = code.match(new RegExp(`\\bdocker (?:(?:${GROUPS}) )?[a-z]+`, 'g')) ?? [];
  const options = code.match(/(?<=\s)--[a-z][a-z-]*|(?<=\s)-[a-zA-Z](?=\s)/g) ?? [];
  const isTaught = (word: string) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(taught);
  return [...new Set([...orders, ...options])].filter((word) => !isTaught(word));
}
