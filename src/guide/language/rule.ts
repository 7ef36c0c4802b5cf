import type { HandDrawing } from '../../drawing/hand.ts';
import type { ExampleData } from '../../examples/load-example.ts';
import type { PageUses } from '../page.ts';
import type { PageProblem } from '../problem.ts';
import type { PageProse } from './prose.ts';

/** What the rules of language look at. */
export interface Texts {
  /** In the order in which one reads. */
  prose: PageProse[];
  pages: Pick<PageUses, 'file' | 'slug' | 'kind' | 'steps'>[];
  /** Drawings written by hand, which say things too. */
  drawings?: HandDrawing[];
  examples: { id: string; data: Pick<ExampleData, 'session'> }[];
}

/** A rule of style that a program can hold. A reason in the source silences it on the line after. */
export interface LanguageRule {
  /** As the reason names it. */
  id: string;
  /** Whether a person must judge: it is listed and fails nothing. */
  advice: boolean;
  find(texts: Texts): PageProblem[];
}

/** A problem at a line of a page. */
export function problemAt(file: string, line: number, message: string, remedy: string): PageProblem {
  return { file, line, column: 1, message, remedy };
}
