/** How much of what was recorded is set aside before comparing, and by what. Pure. */
import { rulesThatApply } from './redaction/index.ts';
import { typedIn } from './redaction/rule.ts';
import type { Session } from './session.ts';
import { setAside } from './tolerance.ts';
import { sessionText } from './typed.ts';

/** Names of what hides besides the rules. */
export const VARIABLE = '{variable}';
export const TOLERANCE = '{salvo} y {entre}';

export interface HiddenShare {
  /** Characters of all outputs. */
  total: number;
  /** Characters that are not compared, by what hides them, most first. */
  hidden: [by: string, characters: number][];
  /** Characters that name things, of which it is compared that they are the same everywhere. */
  related: number;
  /** Hidden part of the total, from 0 to 1. */
  share: number;
}

/** @param examples sessions, and what the files of their examples say */
export function hiddenShare(examples: readonly { session: Session; files: string }[]): HiddenShare {
  const hidden = new Map<string, number>();
  const add = (by: string, characters: number) => hidden.set(by, (hidden.get(by) ?? 0) + characters);
  let total = 0;
  let related = 0;
  for (const { session, files } of examples) {
    const typed = typedIn(`${sessionText(session)}\n${files}`);
    for (const { commands, directives } of session.steps) {
      for (const { text, output } of commands) {
        total += output.length;
        if (directives.variable) {
          add(VARIABLE, output.length);
          continue;
        }
        const left = setAside(output, directives);
        if (left !== output)
          add(TOLERANCE, Math.max(0, output.length - left.replace(/<…>|<[-\d.]*>/g, '').length));
        for (const hiding of rulesThatApply(left, { command: text, typed })) {
          if (hiding.related) related += hiding.characters;
          else add(hiding.rule, hiding.characters);
        }
      }
    }
  }
  const sum = [...hidden.values()].reduce((all, part) => all + part, 0);
  return {
    total,
    related,
    hidden: [...hidden].sort(([, a], [, b]) => b - a),
    share: total ? sum / total : 0,
  };
}
