/** One source of variation between two runs of the same command, and how to remove it. */
export interface Rule {
  /** Shown in diffs, in Spanish. */
  name: string;
  apply(text: string, context: RuleContext): string;
}

export interface RuleContext {
  /** The command whose output is redacted; some rules only concern certain commands. */
  command: string;
  /** Whether the author wrote this very word, in a command or a file: it is then no chance value. */
  typed(word: string): boolean;
  /** Name of a rule that is not applied: the control of a measure. */
  without?: string;
}

/**
 * Reads what the author wrote, to tell it from what the machine drew.
 * @param text commands, keystrokes and files of an example
 */
export function typedIn(text: string): RuleContext['typed'] {
  const known = new Map<string, boolean>();
  return (word) => {
    const answer = known.get(word) ?? standsIn(text, word);
    known.set(word, answer);
    return answer;
  };
}

const PART_OF_WORD = /[\w.]/;

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + word.length] ?? ' ';
    if (!PART_OF_WORD.test(before) && !/\w/.test(after)) return true;
  }
  return false;
}
