/** Mutants of what was recorded: another number, another word, a line less, nothing, an error, another exit code. */

import { withoutValues } from '../examples/redaction/identity.ts';
import { RULES } from '../examples/redaction/index.ts';
import type { RuleContext } from '../examples/redaction/rule.ts';
import { label } from './mutant.ts';
import { splice } from './text-edit.ts';

export interface AnswerMutant {
  what: string;
  output: string;
  exitCode: number;
  /** A number of the output was changed. */
  number?: true;
}

/** Rules that equal figures with which a page may argue; what the others equal is by nature another each time. */
export const FIGURE_RULES: readonly string[] = ['duraciones', 'tamaños', 'puertos efímeros'];

const NUMBER = /\d+(?:[.,]\d+)*/g;
/** Identifiers and digests: they name, they do not count. */
const HEXADECIMAL = /\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{12,64}\b|sha256/g;

const OPPOSITES: readonly [string, string][] = [
  ['true', 'false'],
  ['running', 'exited'],
  ['healthy', 'unhealthy'],
  ['started', 'stopped'],
  ['Up', 'Exited'],
  ['yes', 'no'],
  ['OK', 'KO'],
  ['ok', 'error'],
  ['PONG', 'ERR'],
  ['denied', 'granted'],
  ['succeeded', 'failed'],
];

/** @param answer what was recorded of a command */
export function answerMutants({ output, exitCode }: { output: string; exitCode: number }): AnswerMutant[] {
  const mutants: AnswerMutant[] = [
    { what: `código ${exitCode} → ${exitCode === 0 ? 1 : 0}`, output, exitCode: exitCode === 0 ? 1 : 0 },
  ];
  if (output === '') return mutants;
  const change = (what: string, changed: string) => mutants.push({ what, output: changed, exitCode });
  change('sin salida', '');
  change('un error en su lugar', 'Error response from daemon: mutante');
  const lines = output.split('\n');
  if (lines.length > 1) change(`sin ${label(lines.at(-1) as string)}`, lines.slice(0, -1).join('\n'));
  for (const [what, changed] of flips(output)) change(what, changed);
  for (const [what, changed] of otherNumbers(output))
    mutants.push({ what, output: changed, exitCode, number: true });
  return mutants;
}

function flips(output: string): [string, string][] {
  return OPPOSITES.flatMap((pair) =>
    [pair, pair.toReversed() as [string, string]].flatMap(([word, opposite]) =>
      [...output.matchAll(new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'g'))].map(
        ({ index }): [string, string] => [
          `${word} → ${opposite}`,
          splice(output, index, index + word.length, opposite),
        ],
      ),
    ),
  );
}

function otherNumbers(output: string): [string, string][] {
  // Blanks of the same length keep the places.
  const bare = output.replace(HEXADECIMAL, (found) => ' '.repeat(found.length));
  return [...bare.matchAll(NUMBER)].map(({ index, 0: number }): [string, string] => {
    const other = otherNumber(number);
    return [`${number} → ${other}`, splice(output, index, index + number.length, other)];
  });
}

/** A year, by all appearances: it stays in its century, so that a date is still one. */
const YEAR = /^(?:19|20)\d\d$/;

/** Far from what it was, and as long: `24` → `94`, `0.5` → `9.5`, `172.17.0.2` → `172.17.0.9`. */
export function otherNumber(number: string): string {
  if (YEAR.test(number)) return number.slice(0, 3) + otherDigit(number.slice(3));
  const groups = number.split(/(?<=[.,])/);
  const index = groups.length > 2 ? groups.length - 1 : 0;
  const group = groups[index] as string;
  return groups.with(index, otherDigit(group) + group.slice(1)).join('');
}

/** Another first digit. */
function otherDigit(text: string): string {
  return Number(text[0]) < 5 ? '9' : '1';
}

/**
 * The rule that makes two answers of a command look the same.
 * @returns its name, or undefined when they differ
 */
export function ruleThatHides(context: RuleContext, one: string, other: string): string | undefined {
  let [left, right] = [one, other];
  for (const rule of RULES) {
    left = rule.apply(left, context);
    right = rule.apply(right, context);
    // A thing with another value may be another thing, which only the rest of the session tells.
    if (withoutValues(left) === withoutValues(right)) return rule.name;
  }
  return undefined;
}
