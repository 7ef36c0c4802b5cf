/** The rows of the verification page: every example and every claim with its result. */

import type { ExampleData } from '../examples/load-example.ts';
import { experimentFingerprint } from '../examples/proof-fingerprint.ts';
import type { ClaimTest } from '../guide/claim-tests.ts';
import type { PageUses } from '../guide/page.ts';
import { currentScore, type Score, type Scores } from './mutation-scores.ts';
import { currentOutcome, type Machine, type TranscriptEntry } from './results.ts';
import { compareEngines, type Runs } from './runs.ts';

export type Status = 'passed' | 'failed' | 'unknown';

export const STATUS_LABELS: Record<Status, string> = {
  passed: 'Pasa',
  failed: 'Falla',
  unknown: 'Sin resultado',
};

/** Page where something is shown. */
export interface Shown {
  slug: string;
  title: string;
}

/** The result of a row. */
export interface Proof {
  status: Status;
  ms?: number;
  /** ISO date and time of the proof. */
  date?: string;
  /** Where it was proved, if not where most were: `cgroup v2, overlayfs, kernel 6.12`. */
  elsewhere?: string;
  /** Other engines, by whether they agree. */
  same: string[];
  different: string[];
}

export interface ExampleRow extends Proof {
  id: string;
  /** Topic to which it belongs: `redes`. */
  topic: string;
  title: string;
  steps: number;
  engine?: string;
  recorded?: string;
  /** Changes to it that some step notices; absent when they were not measured as it is now. */
  mutants?: Score;
  pages: Shown[];
}

export interface ClaimRow extends Proof {
  id: string;
  /** Topic of the first page that claims it: `redes`. */
  topic: string;
  text: string;
  proves: string[];
  file: string;
  line: number;
  experiment: string;
  /** What was typed and answered when it was last proved, where the run noted it. */
  transcript?: TranscriptEntry[];
  pages: Shown[];
}

const shown = ({ slug, title }: PageUses): Shown => ({ slug, title });

/** One row an example, sorted by id. */
export function exampleRows(
  examples: { id: string; data: ExampleData }[],
  pages: PageUses[],
  runs: Runs,
  scores: Scores = {},
): ExampleRow[] {
  const shownOn = indexPages(pages, ({ steps, files }) => [...steps, ...files].map(({ example }) => example));
  return examples
    .map(({ id, data }) => {
      const row: ExampleRow = {
        id,
        topic: topicOf(id),
        title: data.session.title,
        steps: data.session.steps.length,
        ...proofOf(runs, 'examples', id, data.fingerprint),
        pages: shownOn.get(id) ?? [],
      };
      const mutants = currentScore(scores, id, data.practice);
      if (mutants) row.mutants = mutants;
      if (data.provenance)
        Object.assign(row, { engine: data.provenance.engine, recorded: data.provenance.date });
      return row;
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** One row a claim test, sorted by id; the text is the one of the first page that claims it. */
export function claimRows(tests: ClaimTest[], pages: PageUses[], runs: Runs): ClaimRow[] {
  const claimedOn = indexPages(pages, ({ claims }) => claims.map(({ id }) => id));
  const texts = new Map(
    pages
      .flatMap(({ claims }) => claims)
      .reverse()
      .map(({ id, text }) => [id, text]),
  );
  return tests
    .map((test) => {
      const fingerprint = experimentFingerprint(test.experiment);
      const claimed = claimedOn.get(test.id) ?? [];
      const row: ClaimRow = {
        ...test,
        topic: topicOf(claimed[0]?.slug ?? test.file.replace('tests/claims/', '')),
        text: texts.get(test.id) ?? test.id,
        ...proofOf(runs, 'claims', test.id, fingerprint),
        pages: claimed,
      };
      const transcript = currentOutcome(runs.main, 'claims', test.id, fingerprint)?.transcript;
      if (transcript) row.transcript = transcript;
      return row;
    })
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** Topic of an example, of a page or of a file of claims, which no page may claim yet: its first word. */
function topicOf(path: string): string {
  return /^[a-z]*/.exec(path)?.[0] ?? '';
}

/** By each thing that pages use, those pages, in order and each once. */
function indexPages(pages: PageUses[], used: (page: PageUses) => string[]): Map<string, Shown[]> {
  const index = new Map<string, Shown[]>();
  for (const page of pages) {
    for (const id of new Set(used(page))) {
      const known = index.get(id);
      if (known) known.push(shown(page));
      else index.set(id, [shown(page)]);
    }
  }
  return index;
}

function proofOf(runs: Runs, kind: 'examples' | 'claims', id: string, fingerprint: string): Proof {
  const outcome = currentOutcome(runs.main, kind, id, fingerprint);
  const comparison = compareEngines(runs, kind, id, fingerprint);
  if (!outcome) return { status: 'unknown', ...comparison };
  const { status, ms, date, machine } = outcome;
  const elsewhere =
    machine && runs.main && !isSameMachine(machine, runs.main) ? describe(machine) : undefined;
  return { status, ms, date, ...comparison, ...(elsewhere ? { elsewhere } : {}) };
}

function isSameMachine(one: Machine, other: Machine): boolean {
  return one.cgroup === other.cgroup && one.storage === other.storage && one.kernel === other.kernel;
}

function describe({ cgroup, storage, kernel }: Machine): string {
  return `cgroup v${cgroup}, ${storage}, kernel ${kernel}`;
}
