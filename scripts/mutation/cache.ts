/** Remembers outcomes between runs, so that a long one may be interrupted. An example a file. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Outcome } from '../../src/mutation/measure.ts';
import type { Mutant } from '../../src/mutation/mutant.ts';

/** What a mutant came to, and which step noticed it, if one did. */
export interface Remembered {
  outcome: Outcome;
  by?: string;
}

/** Outcomes of an example under a key that names everything they depend on. */
export class OutcomeCache {
  readonly #file: string;
  readonly #key: string;
  readonly #known: Record<string, Remembered>;

  /**
   * @param folder where the files are
   * @param key fingerprint of the example, of the harness and of the engine
   */
  constructor(folder: string, example: string, key: string) {
    this.#file = join(folder, `${example.replace('/', '__')}.json`);
    this.#key = key;
    this.#known = read(this.#file, key);
  }

  get(mutant: Mutant): Remembered | undefined {
    return this.#known[fingerprint(mutant)];
  }

  set(mutant: Mutant, remembered: Remembered): void {
    this.#known[fingerprint(mutant)] = remembered;
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify({ key: this.#key, outcomes: this.#known }));
  }
}

/** The id says what was done, the change says to what. */
function fingerprint({ id, change }: Mutant): string {
  return `${id} ${createHash('sha256').update(JSON.stringify(change)).digest('hex').slice(0, 8)}`;
}

function read(file: string, key: string): Record<string, Remembered> {
  if (!existsSync(file)) return {};
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8'));
    return saved.key === key ? saved.outcomes : {};
  } catch {
    // Killed while it was writing.
    return {};
  }
}
