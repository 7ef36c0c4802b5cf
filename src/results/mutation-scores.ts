/** How many changes to each example some step notices, as `npm run mutar` left it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  MUTATION_FOLDER,
  type MutationResult,
  mutationResultSchema,
  percentage,
  runAndCompared,
  sum,
  type Tally,
} from '../mutation/results.ts';

/** Results by example, whatever they were measured of. */
export type Scores = Record<string, MutationResult>;

/** The score of an example as it is now. */
export interface Score {
  /** Changes to its files and commands, which were run. */
  run: Tally;
  /** Changes to its recorded outputs, which were only compared. */
  compared: Tally;
  survivors: number;
}

/** Reads all results below the project's root. */
export function readScores(root: string = process.cwd()): Scores {
  const folder = join(root, MUTATION_FOLDER);
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  const read = (name: string) =>
    mutationResultSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
  return Object.fromEntries(
    files.sort().map((name) => [name.replaceAll('\\', '/').replace(/\.json$/, ''), read(name)]),
  );
}

/** The score of an example, if what was measured is what there is now. */
export function currentScore(scores: Scores, id: string, fingerprint: string): Score | undefined {
  const result = scores[id];
  if (result?.of !== fingerprint) return undefined;
  const { run, compared } = runAndCompared(result);
  return { run, compared, survivors: result.survivors.length };
}

/**
 * What the table says of an example: `92 %`, `3 vivos`. The percentage is that of what was run, which is the harder part,
 * or that of the outputs where nothing could run.
 */
export function scoreLabels(score: Score | undefined): { score: string; survivors: string } {
  if (!score) return { score: 'sin medir', survivors: '' };
  const { run, compared, survivors } = score;
  return {
    score: percentage(run.total > 0 ? run : compared),
    survivors: survivors === 0 ? '' : survivors === 1 ? '1 vivo' : `${survivors} vivos`,
  };
}

/** All the examples that were measured, in one sentence; nothing when none was. */
export function scoresLine(scores: (Score | undefined)[]): string {
  const known = scores.filter((score) => score !== undefined);
  if (known.length === 0) return '';
  const part = ({ killed, total }: Tally) => `${killed} de ${total}`;
  const run = sum(known.map((score) => score.run));
  const compared = sum(known.map((score) => score.compared));
  return `Cambios hechos a propósito, uno cada vez, que algún paso nota: ${part(run)} en los archivos y las órdenes, y ${part(compared)} en lo grabado. Los que nadie nota están vivos.`;
}
