/** The script with which a reader makes the working folder of an example by pasting it in a terminal: pure. */
import { textOf } from './files.ts';
import type { ReaderEntry } from './reader-folder.ts';

export interface FolderScript {
  /** For any shell of the family of Bourne's, bash and zsh among them. */
  script: string;
  /** What a terminal cannot be given, and only the archive has. */
  onlyArchived: string[];
}

/** More than this is no longer pasted, nor carried by a page: it weighs twice there, as what is seen and what is copied. */
const LONGEST_SCRIPT = 8_000;

/** Characters that a clipboard or a terminal may change on the way; tabs and line feeds arrive. */
const FRAGILE = /[^\P{Cc}\n\t]/u;

/**
 * Goes to a folder of the reader's home, where each example has one of its own, and writes the files.
 * @param name of the folder
 * @param longest bytes of a script that is still given; more goes to the archive
 */
export function folderScript(
  name: string,
  entries: readonly ReaderEntry[],
  longest = LONGEST_SCRIPT,
): FolderScript {
  const place = `~/${name}`;
  const enter = `mkdir -p ${place} && cd ${place}`;
  const parts = entries.map((entry) => ({ entry, lines: linesFor(entry) }));
  const pasted = parts.filter(({ lines }) => lines !== undefined);
  const script = [
    enter,
    ...foldersOf(pasted.map(({ entry }) => entry)),
    ...pasted.flatMap(({ lines }) => lines ?? []),
  ];
  const text = script.join('\n');
  if (Buffer.byteLength(text) > longest)
    return { script: enter, onlyArchived: entries.map(({ path }) => path) };
  return {
    script: text,
    onlyArchived: parts.filter(({ lines }) => lines === undefined).map(({ entry }) => entry.path),
  };
}

function foldersOf(entries: readonly ReaderEntry[]): string[] {
  const folders = entries.flatMap(({ path, kind }) => {
    const folder = kind === 'folder' ? path : path.split('/').slice(0, -1).join('/');
    return folder ? [folder] : [];
  });
  const unique = [...new Set(folders)].filter(
    (folder, _, all) => !all.some((other) => other.startsWith(`${folder}/`)),
  );
  return unique.length > 0 ? [`mkdir -p ${unique.map(quote).join(' ')}`] : [];
}

function linesFor(entry: ReaderEntry): string[] | undefined {
  const path = quote(entry.path);
  if (entry.kind === 'folder') return [];
  if (entry.kind === 'link') return [`ln -s ${quote(entry.target)} ${path}`];
  const text = textOf(entry.bytes);
  if (text === undefined || FRAGILE.test(text)) return undefined;
  return [...writeLines(path, text), ...(entry.executable ? [`chmod +x ${path}`] : [])];
}

function writeLines(path: string, text: string): string[] {
  if (text === '') return [`: > ${path}`];
  // A here-document ends in a line feed, and this text does not.
  if (!text.endsWith('\n')) return [`printf '%s' '${text.replaceAll("'", "'\\''")}' > ${path}`];
  const lines = text.slice(0, -1).split('\n');
  const end = delimiterFor(lines);
  return [`cat > ${path} <<'${end}'`, ...lines, end];
}

/** A word that is no line of the text, which would end there. */
function delimiterFor(lines: readonly string[]): string {
  let word = 'FIN';
  while (lines.includes(word)) word += '_';
  return word;
}

function quote(word: string): string {
  return /^[\w./-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
