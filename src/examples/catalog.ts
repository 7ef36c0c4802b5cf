/** Finds the examples on disk. The only file system access of this folder besides the Astro loader. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Provenance, provenanceSchema } from './provenance.ts';
import { parseSession, type Session } from './session.ts';

export const SESSION_FILE = 'sesion.console';
export const PROVENANCE_FILE = 'procedencia.json';

/** What another engine than the main one answers to a session, where it is something else: `sesion.28.console`. */
const OWN_FILE = /^(?:sesion(?:\.([\w-]+))?\.console|procedencia(?:\.[\w-]+)?\.json)$/;

/** Whether a file of an example's folder is ours, and not one of those that the reader has. */
export function isOwnFile(path: string): boolean {
  return OWN_FILE.test(path);
}

/** Names of the files with what an engine answers; without one, those of the main engine. */
export function recordingFiles(engine?: string): { session: string; provenance: string } {
  if (engine === undefined) return { session: SESSION_FILE, provenance: PROVENANCE_FILE };
  return { session: `sesion.${engine}.console`, provenance: `procedencia.${engine}.json` };
}

/** What one engine answered to a session, in one run. */
export interface Recording {
  session: Session;
  /** Absent until it is first recorded. */
  provenance?: Provenance;
}

export interface Example extends Recording {
  /** `<topic>/<slug>`. */
  id: string;
  /** Absolute folder. */
  dir: string;
  /** What other engines answer where it is something else, by the name of the engine. */
  variants: Record<string, Recording>;
  /** Files that the reader has on disk, relative to the folder. */
  files: string[];
}

/** Topic of an example: `redes` of `redes/publicar`. */
export function topicOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** What its folder is called, also where a reader has it: `publicar` of `redes/publicar`. */
export function folderName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
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
      `No existe el ejemplo «${id}» (falta ${join('examples', id, SESSION_FILE)})\n  Cómo arreglarlo: npm run ejemplo muestra los que hay`,
    );
  }
  const paths = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const engines = paths.flatMap((path) => OWN_FILE.exec(path)?.[1] ?? []);
  const variants = Object.fromEntries(engines.map((engine) => [engine, readRecording(dir, id, engine)]));
  return { id, dir, ...readRecording(dir, id), variants, files: paths.filter((path) => !isOwnFile(path)) };
}

/** Which examples may run at the same time as others, and which (`exclusivo`) one after the other when nothing else runs. */
export function inTurns(root: string, ids: readonly string[]): [together: string[], alone: string[]] {
  const isExclusive = (id: string) => {
    try {
      return readExample(root, id).session.directives.exclusive;
    } catch {
      // Told when it is its turn, and not in place of all the others.
      return false;
    }
  };
  const alone = ids.filter(isExclusive);
  return [ids.filter((id) => !alone.includes(id)), alone];
}

/** The example as an engine answers it: with its variant, if it has one. */
export function onEngine(example: Example, engine: string): Example {
  const variant = example.variants[engine];
  return variant ? { ...example, ...variant } : example;
}

function readRecording(dir: string, id: string, engine?: string): Recording {
  const names = recordingFiles(engine);
  const file = join('examples', id, names.session);
  const session = parseSession(readFileSync(join(dir, names.session), 'utf8'), file);
  const path = join(dir, names.provenance);
  if (!existsSync(path)) return { session };
  return { session, provenance: provenanceSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) };
}
