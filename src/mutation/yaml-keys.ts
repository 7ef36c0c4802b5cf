/** Mutants of YAML and JSON (Compose files above all): without each key or item, and with other values. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
} from 'yaml';
import { commandMutants } from './command.ts';
import { label, type TextMutant } from './mutant.ts';
import { dropLines, lineAt, splice } from './text-edit.ts';
import { biggerSize, flipped, longerDuration, otherPublications, writableMount } from './values.ts';

type Path = string;
type Entry = Pair<Node, Node | null> | Node;

/**
 * @param text a YAML or JSON file
 * @returns nothing when it cannot be read: an example may show a mistake
 */
export function yamlMutants(text: string): TextMutant[] {
  const document = parseDocument(text, { keepSourceTokens: false });
  if (document.errors.length > 0 || !document.contents) return [];
  return visit(text, document.contents as Node, '');
}

function visit(text: string, node: Node | null, path: Path): TextMutant[] {
  if (isMap(node) || isSeq(node)) {
    const entries = node.items as Entry[];
    return entries.flatMap((entry, index) => {
      const own = isPair(entry) ? join(path, String((entry.key as Scalar).value)) : `${path}[${index}]`;
      // Without its only part a node says nothing, which is rarely valid: it is dropped as a whole.
      const dropped =
        entries.length > 1 || path === '' ? drop(text, node.flow === true, entries, index, own) : [];
      return [...dropped, ...visit(text, (isPair(entry) ? entry.value : entry) as Node | null, own)];
    });
  }
  return isScalar(node) && !isAlias(node) ? values(text, node, path) : [];
}

function join(path: Path, key: string): Path {
  return path === '' ? key : `${path}.${key}`;
}

function drop(text: string, flow: boolean, entries: Entry[], index: number, path: Path): TextMutant[] {
  const [from, to] = span(entries[index] as Entry);
  const what = `sin ${path}`;
  const line = lineAt(text, from);
  if (!flow) return [{ what, line, text: dropLines(text, line, lineAt(text, endOfContent(text, from, to))) }];
  const next = entries[index + 1];
  const previous = entries[index - 1];
  if (next) return [{ what, line, text: splice(text, from, span(next)[0]) }];
  return [{ what, line, text: splice(text, previous ? span(previous)[1] : from, to) }];
}

/** First and last (exclusive) character of an entry, its value included. */
function span(entry: Entry): [number, number] {
  const first = (isPair(entry) ? entry.key : entry) as Node;
  const last = ((isPair(entry) ? entry.value : undefined) ?? first) as Node;
  return [first.range?.[0] ?? 0, Math.max(first.range?.[1] ?? 0, last.range?.[1] ?? 0)];
}

/** A block ends where its last line does, not at the blanks and comments that follow. */
function endOfContent(text: string, from: number, to: number): number {
  return from + text.slice(from, to).trimEnd().length;
}

function values(text: string, node: Scalar, path: Path): TextMutant[] {
  const range = node.range;
  if (!range || node.value === null) return [];
  const written = text.slice(range[0], range[1]);
  const value = String(node.value);
  const line = lineAt(text, range[0]);
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  const changed = others(path, value).map((other) => ({
    what: `${path} ${label(value)} → ${label(other)}`,
    line,
    text: splice(text, range[0], range[1], `${quote}${other}${quote}`),
  }));
  return [...changed, ...options(text, node, path, written)];
}

function others(path: Path, value: string): string[] {
  if (/(?:^|\.)ports\[\d+\]$/.test(path)) return otherPublications(value);
  const one =
    flipped(value) ??
    longerDuration(value) ??
    writableMount(value) ??
    (isLimit(path) ? biggerSize(value) : undefined);
  return one === undefined ? [] : [one];
}

/** Numbers that bound something, as opposed to those that name something. */
function isLimit(path: Path): boolean {
  return /(?:^|\.)(?:\w*(?:limit|memory|cpus?|pids|retries|size|replicas|shares|reservation)\w*)$/.test(path);
}

/** The options of the command that a service runs, when it is written as one line. */
function options(text: string, node: Scalar, path: Path, written: string): TextMutant[] {
  if (!/\.(?:command|entrypoint)$/.test(path) || node.type !== 'PLAIN') return [];
  const from = node.range?.[0] ?? 0;
  return commandMutants(written).map((mutant) => ({
    ...mutant,
    what: `${path}: ${mutant.what}`,
    line: lineAt(text, from),
    text: splice(text, from, from + written.length, mutant.text),
  }));
}
