/** The rules of style that a program can hold, and what they find. */
import type { PageProblem } from '../problem.ts';
import { colons, conjunctions, telegrams, unnamed } from './advice.ts';
import { blocksRule, captionsRule } from './blocks.ts';
import { headings, openings, untested } from './moulds.ts';
import { type LanguageRule, problemAt, type Texts } from './rule.ts';
import { putDowns, words } from './words.ts';

export const LANGUAGE_RULES: readonly LanguageRule[] = [
  words,
  putDowns,
  openings,
  headings,
  untested,
  captionsRule(),
  blocksRule(),
  telegrams,
  conjunctions,
  unnamed,
  colons,
];

export interface Findings {
  /** They fail. */
  errors: PageProblem[];
  /** They are listed. */
  advice: PageProblem[];
}

/** What the rules find and no reason silences; a reason that silences nothing is an error too. */
export function checkLanguage(texts: Texts, rules: readonly LanguageRule[] = LANGUAGE_RULES): Findings {
  const findings: Findings = { errors: [], advice: [] };
  const used = new Set<string>();
  const reasons = new Map<string, { file: string; rule: string; line: number }>(
    texts.prose.flatMap(({ file, reasons }) =>
      reasons.map(({ rule, covers, line }) => [`${file}:${covers}:${rule}`, { file, rule, line }] as const),
    ),
  );
  for (const rule of rules) {
    for (const problem of rule.find(texts)) {
      const key = `${problem.file}:${problem.line}:${rule.id}`;
      if (reasons.has(key)) used.add(key);
      else findings[rule.advice ? 'advice' : 'errors'].push(withRule(problem, rule));
    }
  }
  for (const [key, { file, rule, line }] of reasons) {
    if (used.has(key)) continue;
    const known = rules.map(({ id }) => id);
    findings.errors.push(
      problemAt(
        file,
        line,
        `el motivo de «${rule}» no calla nada`,
        known.includes(rule) ? 'bórralo' : `las reglas son: ${known.join(', ')}`,
      ),
    );
  }
  return findings;
}

function withRule(problem: PageProblem, { id }: LanguageRule): PageProblem {
  return { ...problem, message: `${problem.message} (lengua: ${id})` };
}
