/** What a page shows and claims, read from its source without rendering it. */
import { mdxToMdast } from 'satteri';
import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { COMPONENTS } from './components.ts';
import { frameCaptions } from './frame-captions.ts';
import { judgeNode, type RuleNode } from './page-rules.ts';
import type { PageProblem } from './problem.ts';
import { readWritten, type Written } from './questions/read.ts';

/** Place of something in a page. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export type StepUse = Place & { example: string; ids: string[] };
export type FileUse = Place & { example: string; path: string; region?: string };
export type FolderUse = Place & { example: string; continues?: string };
export type ClaimUse = Place & { id: string; text: string };
export type NamedUse = Place & { id: string };
export type DiagramUse = NamedUse & { captions: string[] };
export type QuestionUse = Place & { written: Written };

/** Everything that the checks and the verification page need to know about a page. */
export interface PageUses {
  /** Path relative to the project's root. */
  file: string;
  /** Address without slashes at its ends: `redes/dns`. */
  slug: string;
  title: string;
  kind?: string;
  /** Inventory items that the page absorbs. */
  covers: string[];
  /** Addresses of the pages that it wants read before. */
  before: NamedUse[];
  /** Words of its prose. */
  words: number;
  steps: StepUse[];
  files: FileUse[];
  folders: FolderUse[];
  claims: ClaimUse[];
  diagrams: DiagramUse[];
  exercises: NamedUse[];
  terms: NamedUse[];
  /** Questions and predictions; these show no step. */
  questions: QuestionUse[];
  /** Broken Markdown rules and malformed component uses. */
  problems: PageProblem[];
}

interface Node extends RuleNode {
  position?: { start: { line: number; column: number } };
  children?: Node[];
}

/** Address of a page from its path below `src/content/docs/`. */
export function slugOf(file: string): string {
  return file
    .replace(/^.*src\/content\/docs\//, '')
    .replace(/\.mdx?$/, '')
    .replace(/(^|\/)index$/, '');
}

/**
 * Reads a page.
 * @param source the whole file, frontmatter included
 * @param file path relative to the project's root, used in messages
 */
export function readPage(source: string, file: string): PageUses {
  const uses: PageUses = {
    file,
    slug: slugOf(file),
    title: '',
    covers: [],
    before: [],
    words: 0,
    steps: [],
    files: [],
    folders: [],
    claims: [],
    diagrams: [],
    exercises: [],
    terms: [],
    questions: [],
    problems: [],
  };
  walk(mdxToMdast(source, { features: { directive: true } }) as Node, (node) => readNode(node, uses));
  return uses;
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

function readNode(node: Node, uses: PageUses): void {
  const place = {
    file: uses.file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  };
  if (node.type === 'yaml') readFrontmatter(node.value ?? '', uses);
  if (node.type === 'text' || node.type === 'inlineCode') uses.words += countWords(node.value ?? '');
  const verdict = judgeNode(node);
  if (verdict) uses.problems.push({ ...place, ...verdict });
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') readElement(node, place, uses);
}

/** A word has a letter or a figure: what only joins or closes is none. */
function countWords(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

function readFrontmatter(text: string, uses: PageUses): void {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const data = (document.toJS() ?? {}) as Record<string, unknown>;
  uses.title = String(data.title ?? '');
  if (typeof data.tipo === 'string') uses.kind = data.tipo;
  if (Array.isArray(data.cubre)) uses.covers = data.cubre.map(String);
  const before = document.get('antes');
  for (const item of isSeq(before) ? before.items : []) {
    if (!isScalar(item)) continue;
    // The first line of the file is the one that opens the front matter.
    const line = lines.linePos(item.range?.[0] ?? 0).line + 1;
    uses.before.push({ file: uses.file, line, column: 1, id: String(item.value) });
  }
}

function readElement(node: Node, place: Place, uses: PageUses): void {
  const name = node.name ?? '';
  const required = COMPONENTS[name];
  if (!required) return;
  const values: Record<string, string> = {};
  for (const attribute of node.attributes ?? []) {
    if (attribute.name && typeof attribute.value === 'string') values[attribute.name] = attribute.value;
  }
  const missing = required.filter((attribute) => !values[attribute]);
  if (missing.length) {
    uses.problems.push({
      ...place,
      message: `a <${name}> le falta ${missing.map((m) => `«${m}»`).join(' y ')}`,
      remedy: `escríbelo como texto entre comillas: <${name} ${required.map((r) => `${r}="…"`).join(' ')}>`,
    });
    return;
  }
  const value = (attribute: string) => values[attribute] as string;
  if (name === 'Paso')
    uses.steps.push({ ...place, example: value('ejemplo'), ids: value('id').trim().split(/\s+/) });
  else if (name === 'Archivo') {
    const use: FileUse = { ...place, example: value('ejemplo'), path: value('ruta') };
    if (values.region) use.region = values.region;
    uses.files.push(use);
  } else if (name === 'Carpeta') {
    const use: FolderUse = { ...place, example: value('ejemplo') };
    if (values.continua) use.continues = values.continua;
    uses.folders.push(use);
  } else if (name === 'Afirmacion') uses.claims.push({ ...place, id: value('id'), text: textOf(node) });
  else if (name === 'Diagrama') {
    const captions = frameCaptions(node.attributes ?? []);
    if (captions) uses.diagrams.push({ ...place, id: value('id'), captions });
    else
      uses.problems.push({
        ...place,
        message: '«pasos» no es una lista de textos',
        remedy: "escribe pasos={['…', '…']}, una frase para cada viñeta",
      });
  } else if (name === 'Ejercicio') uses.exercises.push({ ...place, id: value('id') });
  else if (name === 'Termino') uses.terms.push({ ...place, id: value('id') });
  else if (name === 'Pregunta' || name === 'Prediccion') {
    const written = readWritten(name, values, node.attributes ?? []);
    if ('message' in written) uses.problems.push({ ...place, ...written });
    else uses.questions.push({ ...place, written });
  }
}

function textOf(node: Node): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
  return (node.children ?? []).map(textOf).join('').replace(/\s+/g, ' ');
}
