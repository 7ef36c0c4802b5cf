/** The rows of the verification page: every example and every claim with its result. */
import type { ClaimTest } from '../content-checks/claim-tests.ts';
import type { PageUses } from '../content-checks/page.ts';
import type { ExampleData } from '../examples/loader.ts';
import type { Results } from '../examples/results.ts';

export type Status = 'passed' | 'failed' | 'unknown';

export const STATUS_LABELS: Record<Status, string> = {
  passed: 'Probada',
  failed: 'Falla',
  unknown: 'Sin resultado',
};

/** Page where something is shown. */
export interface Shown {
  slug: string;
  title: string;
}

export interface ExampleRow {
  id: string;
  title: string;
  steps: number;
  engine?: string;
  recorded?: string;
  status: Status;
  ms?: number;
  pages: Shown[];
}

export interface ClaimRow {
  id: string;
  text: string;
  proves: string[];
  file: string;
  line: number;
  experiment: string;
  status: Status;
  ms?: number;
  pages: Shown[];
}

const shown = ({ slug, title }: PageUses): Shown => ({ slug, title });

/** One row an example, sorted by id. */
export function exampleRows(
  examples: { id: string; data: ExampleData }[],
  pages: PageUses[],
  results: Results | undefined,
): ExampleRow[] {
  return examples
    .map(({ id, data }) => {
      const outcome = results?.examples[id];
      const row: ExampleRow = {
        id,
        title: data.session.title,
        steps: data.session.steps.length,
        status: outcome?.status ?? 'unknown',
        pages: pages
          .filter((page) => [...page.steps, ...page.files].some((use) => use.example === id))
          .map(shown),
      };
      if (data.provenance)
        Object.assign(row, { engine: data.provenance.engine, recorded: data.provenance.date });
      if (outcome) row.ms = outcome.ms;
      return row;
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** One row a claim test, sorted by id; the text is the one of the first page that claims it. */
export function claimRows(tests: ClaimTest[], pages: PageUses[], results: Results | undefined): ClaimRow[] {
  return tests
    .map((test) => {
      const uses = pages.flatMap((page) =>
        page.claims.filter((use) => use.id === test.id).map((use) => ({ page, use })),
      );
      const outcome = results?.claims[test.id];
      const row: ClaimRow = {
        ...test,
        text: uses[0]?.use.text ?? test.id,
        status: outcome?.status ?? 'unknown',
        pages: uses.map(({ page }) => shown(page)),
      };
      if (outcome) row.ms = outcome.ms;
      return row;
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}
