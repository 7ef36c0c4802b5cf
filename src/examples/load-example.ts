/** What the site knows of an example: its sessions, its files with regions, and where its outputs came from. */
import { readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { readExample } from './catalog.ts';
import { type AnnotatedFile, parseRegions } from './files.ts';
import { exampleFingerprint, practiceFingerprint } from './proof-fingerprint.ts';
import type { Provenance } from './provenance.ts';
import type { Session, Step } from './session.ts';
import { filesText } from './typed.ts';
import { differingSteps } from './variants.ts';

export interface ExampleFile extends AnnotatedFile {
  /** Language for highlighting. */
  language: string;
  /** Whether it may be run as a program; unknown where the file system does not say. */
  executable?: boolean;
}

/** What the site knows about an example. */
export interface ExampleData {
  session: Session;
  /** What a result must be of to be shown (proof-fingerprint.ts). */
  fingerprint: string;
  /** What a mutation score must be of. */
  practice: string;
  files: Record<string, ExampleFile>;
  provenance?: Provenance;
  /** What other engines answer, by name. */
  variants: Record<string, Variant>;
}

export interface Variant {
  session: Session;
  provenance?: Provenance;
  /** The steps that say something else, with only the commands that do. */
  differing: Step[];
}

const LANGUAGES: Record<string, string> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.js': 'js',
  '.mjs': 'js',
  '.ts': 'ts',
  '.json': 'json',
  '.sh': 'sh',
  '.py': 'python',
  '.go': 'go',
  '.sql': 'sql',
  '.html': 'html',
  '.css': 'css',
  '.conf': 'nginx',
  '.toml': 'toml',
  '.env': 'ini',
  '.ini': 'ini',
};

/** Language of a file by its name. */
export function languageOf(path: string): string {
  const name = basename(path);
  if (/^(Dockerfile|Containerfile)/.test(name) || name.endsWith('.Dockerfile')) return 'dockerfile';
  if (/^\.env/.test(name)) return 'ini';
  return LANGUAGES[extname(name)] ?? 'txt';
}

/** Reads an example with its files; files that are not text are left out. */
export function loadExample(root: string, id: string): ExampleData {
  const example = readExample(root, id);
  const files: ExampleData['files'] = {};
  for (const path of example.files) {
    const text = readFileSync(join(example.dir, path), 'utf8');
    if (text.includes('\0')) continue;
    const file: ExampleFile = { language: languageOf(path), ...parseRegions(text, `examples/${id}/${path}`) };
    if (process.platform !== 'win32')
      file.executable = (statSync(join(example.dir, path)).mode & 0o111) !== 0;
    files[path] = file;
  }
  const data: ExampleData = {
    session: example.session,
    fingerprint: exampleFingerprint(example),
    practice: practiceFingerprint(example),
    files,
    variants: Object.fromEntries(
      Object.entries(example.variants).map(([engine, variant]) => [
        engine,
        { ...variant, differing: differingSteps(example.session, variant.session, filesText(example)) },
      ]),
    ),
  };
  if (example.provenance) data.provenance = example.provenance;
  return data;
}
