/** The glossary: a file for each initial of the ids, so that who adds a term seldom touches what another edits. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** Folder of the glossary, from the project's root. */
export const GLOSSARY = 'src/content/glosario';

/** A term as its file has it; what it holds is for the site's schema to judge. */
export interface TermEntry {
  /** Anchor of the glossary page and `id` of <Termino>. */
  id: string;
  /** Path relative to the project's root. */
  file: string;
  line: number;
  data: Record<string, unknown>;
}

/** Reads all terms, sorted by file. */
export function readTerms(root: string): TermEntry[] {
  const folder = join(root, GLOSSARY);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readTermFile(readFileSync(join(folder, name), 'utf8'), `${GLOSSARY}/${name}`));
}

/** @throws Error (Spanish, with the file) when it is not YAML */
function readTermFile(text: string, file: string): TermEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [error] = document.errors;
  if (error) throw new Error(`${file}: no se entiende como YAML: ${error.message}`);
  if (!isMap(document.contents)) return [];
  const all = document.toJS() as Record<string, TermEntry['data']>;
  return document.contents.items.flatMap(({ key }) => {
    if (!isScalar(key)) return [];
    const id = String(key.value);

    return { id, file, line: lines.linePos(key.range?.[0] ?? 0).line, data: all[id] ?? {} };
  });
}
