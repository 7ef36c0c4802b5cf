/** Everything that the checks compare: pages, examples, claim tests, diagrams, glossary, coverage. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DiagramFile, readDiagrams, readDrawings } from '../drawing/files.ts';
import type { HandDrawing } from '../drawing/hand.ts';
import { listExampleIds } from '../examples/catalog.ts';
import { type ExampleData, loadExample } from '../examples/load-example.ts';
import { listExercises } from '../exercises/catalog.ts';
import { type ClaimTest, readClaimTests } from './claim-tests.ts';
import { readTerms, type TermEntry } from './glossary-files.ts';
import { type PageProse, readProse } from './language/prose.ts';
import { readPages } from './loaders.ts';
import type { PageUses } from './page.ts';
import { type Listed, readOrders } from './page-order.ts';

/** Which proposed pages of the inventory each item and each claim belong to. */
export interface Coverage {
  items: Record<string, string[]>;
  claims: Record<string, string>;
}

/** Fewest things that a check must find: one that finds less is broken, or something was lost. */
export interface Minimums {
  pages: number;
  examples: number;
  steps: number;
  claims: number;
  diagrams: number;
}

/** Most that may go unseen. */
export interface Ceilings {
  /** Percentage of the recorded characters that no comparison looks at (examples/hidden-share.ts). */
  hidden: number;
}

export interface Corpus {
  pages: PageUses[];
  /** What the pages say, in the order in which one reads them. */
  prose: PageProse[];
  /** The pages of each topic in their order. */
  order: Listed[];
  examples: { id: string; data: ExampleData }[];
  claims: ClaimTest[];
  /** Ids of the exercises there are. */
  exercises: string[];
  diagrams: DiagramFile[];
  /** Those written by hand. */
  drawings: HandDrawing[];
  terms: TermEntry[];
  coverage: Coverage;
  minimums: Minimums;
  ceilings: Ceilings;
}

export const COVERAGE_FILE = 'src/content/cobertura.json';
export const MINIMUMS_FILE = 'src/content/minimos.json';
export const CEILINGS_FILE = 'src/content/techos.json';

/** Reads the whole project. */
export function readCorpus(root: string): Corpus {
  const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const examplesRoot = join(root, 'examples');
  const pages = readPages(root);
  const order = readOrders(join(root, 'src/content/docs'));
  return {
    pages,
    prose: readAllProse(root, pages, order),
    order,
    examples: listExampleIds(examplesRoot).map((id) => ({ id, data: loadExample(examplesRoot, id) })),
    claims: readClaimTests(root),
    exercises: listExercises(root),
    diagrams: readDiagrams(root),
    drawings: readDrawings(root),
    terms: readTerms(root),
    coverage: json(COVERAGE_FILE),
    minimums: json(MINIMUMS_FILE),
    ceilings: json(CEILINGS_FILE),
  };
}

/** What is wrong, with its place and its remedy, in each example that cannot even be read. */
export function unreadableExamples(examplesRoot: string): string[] {
  return listExampleIds(examplesRoot).flatMap((id) => {
    try {
      loadExample(examplesRoot, id);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
}

function readAllProse(root: string, pages: PageUses[], order: Listed[]): PageProse[] {
  const place = new Map(order.map(({ slug }, index) => [slug, index]));
  return pages
    .map(({ file }) => readProse(readFileSync(join(root, file), 'utf8'), file))
    .sort((a, b) => (place.get(a.slug) ?? order.length) - (place.get(b.slug) ?? order.length));
}
