/** What `npm run mutar` tells. */
import { topicOf } from '../../src/examples/catalog.ts';
import type { Mutant } from '../../src/mutation/mutant.ts';
import {
  type MutationResult,
  percentage,
  runAndCompared,
  sum,
  type Tally,
} from '../../src/mutation/results.ts';
import { formatDuration } from '../setup/index.ts';

/** One line for a finished example. */
export function exampleLine(id: string, kinds: MutationResult['kinds']): string {
  const { run, compared } = runAndCompared({ kinds });
  const part = (name: string, { killed, total }: Tally) => `${name} ${killed}/${total}`;
  const parts = [
    part('archivos', kinds.archivos),
    part('órdenes', kinds.ordenes),
    `ejecutados ${percentage(run)}`,
    part('salidas', compared),
  ];
  const { equivalent } = sum([run, compared]);
  return `${id}: ${parts.join(' · ')}${equivalent > 0 ? ` · ${equivalent} equivalentes` : ''}`;
}

/** The end: by topic, and all. */
export function totals(results: [id: string, kinds: MutationResult['kinds']][]): string[] {
  const topics = [...new Set(results.map(([id]) => topicOf(id)))];
  const line = (name: string, of: MutationResult['kinds'][]) => {
    const add = (kind: keyof MutationResult['kinds']) => sum(of.map((kinds) => kinds[kind]));
    const kinds = { archivos: add('archivos'), ordenes: add('ordenes'), salidas: add('salidas') };
    return exampleLine(name, kinds);
  };
  const all = results.map(([, kinds]) => kinds);
  const each = topics.map((topic) =>
    line(
      topic,
      results.filter(([id]) => id.startsWith(`${topic}/`)).map(([, kinds]) => kinds),
    ),
  );
  return topics.length > 1 ? [...each, line('en total', all)] : each;
}

export function mutantLine({ at, id }: Pick<Mutant, 'at' | 'id'>): string {
  return `  vivo  ${at}  ${id}`;
}

/** Tells how far it is and how long it may take: on a terminal each time, in a file each twentieth part. */
export class Countdown {
  readonly #total: number;
  readonly #started = Date.now();
  #done = 0;

  constructor(total: number) {
    this.#total = total;
  }

  tick(): void {
    this.#done += 1;
    const left = ((Date.now() - this.#started) / this.#done) * (this.#total - this.#done);
    const text = `${this.#done} de ${this.#total}${left > 0 ? `; quedan unos ${formatDuration(left)}` : ''}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text} `);
    else if (this.#done % Math.ceil(this.#total / 20) === 0) console.log(`· ${text}`);
  }

  /** Makes room for a line. */
  clear(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
