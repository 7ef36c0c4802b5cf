/** Finds the examples on disk. The only file system access of this folder besides the Astro loader. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Provenance, provenanceSchema } from './provenance.ts';
import { parseSession, type Session } from './session.ts';

export const SESSION_FILE = 'sesion.console';
export const PROVENANCE_FILE = 'procedencia.json';

export interface Example {
  /** `<topic>/<slug>`. */
  id: string;
  /** Absolute folder. */
  dir: string;
  session: Session;
  /** Absent until the example is first recorded. */
  provenance?: Provenance;
  /** Files that the reader has on disk, relative to the folder. */
  files: string[];
}

/** Ids of all examples below `root` (the `examples/` folder), sorted. */
export function listExampleIds(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(`${sep}${SESSION_FILE}`))
    .map((path) => path.split(sep).slice(0, -1).join('/'))
    .sort();
}

/**
 * Reads one example.
 * @throws SessionError when its session is malformed; Error when the folder has no session
 */
export function readExample(root: string, id: string): Example {
  const dir = join(root, id);
  const sessionPath = join(dir, SESSION_FILE);
  if (!existsSync(sessionPath)) {
    throw new Error(
      `No existe el ejemplo «${id}» (falta ${join('examples', id, SESSION_FILE)})\n  Remedio: npm run ejemplo muestra los que hay`,
    );
  }
  const session = parseSession(readFileSync(sessionPath, 'utf8'), join('examples', id, SESSION_FILE));
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== SESSION_FILE && path !== PROVENANCE_FILE)
    .sort();
  const example: Example = { id, dir, session, files };
  const provenancePath = join(dir, PROVENANCE_FILE);
  if (existsSync(provenancePath))
    example.provenance = provenanceSchema.parse(JSON.parse(readFileSync(provenancePath, 'utf8')));
  return example;
}
