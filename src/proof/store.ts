/** What was proved on this machine, shared by all clones of its user: a file for each proof, by its fingerprint. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const DAY_MS = 24 * 3600 * 1000;

/** Proofs older than this are made again: what no fingerprint sees may have changed. */
export const LIFE_MS = 7 * DAY_MS;

const record = z.object({
  /** Kind and id of what was proved. */
  what: z.string(),
  /** ISO date and time of the proof. */
  date: z.string(),
  /** Milliseconds that it took. */
  ms: z.number(),
  /** What the run told of it, to be told again. */
  meta: z.record(z.string(), z.unknown()),
});

/** A proof that succeeded. */
export type ProofRecord = z.infer<typeof record>;

/** Where the proofs of this user and machine are; safe to delete. */
export function machineStore(env: NodeJS.ProcessEnv = process.env): ProofStore {
  const cache = env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return new ProofStore(join(cache, 'docker-a-prueba/pruebas'));
}

export class ProofStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The proof with a fingerprint, if it was made and is not too old. */
  find(fingerprint: string, now = Date.now()): ProofRecord | undefined {
    try {
      const found = record.parse(JSON.parse(readFileSync(this.#file(fingerprint), 'utf8')));
      const age = now - Date.parse(found.date);
      return age >= 0 && age < LIFE_MS ? found : undefined;
    } catch {
      // Absent, or written by another version: it is proved anew.
      return undefined;
    }
  }

  /** Keeps a proof; whoever reads at the same time finds the one before or this one, never a half. */
  keep(fingerprint: string, proof: ProofRecord): void {
    mkdirSync(this.#folder, { recursive: true });
    const file = this.#file(fingerprint);
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${JSON.stringify(proof)}\n`);
    renameSync(draft, file);
  }

  /** Removes what is too old to be of use. */
  prune(now = Date.now()): void {
    for (const name of this.#names()) {
      const path = join(this.#folder, name);
      try {
        if (now - statSync(path).mtimeMs > LIFE_MS) rmSync(path, { force: true });
      } catch {
        // Another run removed it first.
      }
    }
  }

  #names(): string[] {
    try {
      return readdirSync(this.#folder);
    } catch {
      return [];
    }
  }

  #file(fingerprint: string): string {
    return join(this.#folder, `${fingerprint}.json`);
  }
}
