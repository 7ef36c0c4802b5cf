/** The prose of a page, as a person reads it: paragraphs with their line, without code, and the reasons that its author wrote. */

import { mdxToMdast } from 'satteri';
import { parse as parseYaml } from 'yaml';
import { frameCaptions } from '../frame-captions.ts';
import { slugOf } from '../page.ts';
import type { RuleAttribute } from '../page-rules.ts';

/** Takes the place of what is not prose: code, and what is set in italics because it is another language's. */
export const CODE = '□';

export interface Passage {
  kind: 'heading' | 'paragraph' | 'question';
  text: string;
  line: number;
  /** Whether it comes right after a recorded block, a file or a drawing. */
  afterBlock: boolean;
}

/** Why a rule does not hold on the line after. */
export interface Reason {
  rule: string;
  line: number;
  /** The first line after it that says something. */
  covers: number;
}

export interface PageProse {
  file: string;
  slug: string;
  kind?: string;
  passages: Passage[];
  reasons: Reason[];
}

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  attributes?: RuleAttribute[];
  data?: { directiveLabel?: boolean };
  position?: { start: { line: number } };
  children?: Node[];
}

/** Components that show something to look at, and not words in a sentence. */
const BLOCKS = ['Paso', 'Archivo', 'Diagrama', 'Prediccion', 'Carpeta'];
const PASSAGES: Record<string, Passage['kind']> = {
  heading: 'heading',
  paragraph: 'paragraph',
  tableCell: 'paragraph',
};
const NOT_PROSE = ['inlineCode', 'emphasis', 'code', 'mdxFlowExpression', 'mdxTextExpression'];
const REASON = /^\s*\{\/\* lengua: ([a-z-]+) — \S.* \*\/\}\s*$/;

/**
 * Reads the prose of a page.
 * @param source the whole file, front matter included
 * @param file path relative to the project's root
 */
export function readProse(source: string, file: string): PageProse {
  const page: PageProse = { file, slug: slugOf(file), passages: [], reasons: readReasons(source) };
  let afterBlock = false;
  const visit = (node: Node): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'yaml') {
      const kind = (parseYaml(node.value ?? '') as { tipo?: unknown } | null)?.tipo;
      if (typeof kind === 'string') page.kind = kind;
    }
    // The title of an aside says no sentence.
    const kind = node.data?.directiveLabel ? 'heading' : PASSAGES[node.type];
    if (kind) {
      const text = textOf(node).replace(/\s+/g, ' ').trim();
      if (text)
        page.passages.push({
          kind,
          text,
          line,
          afterBlock: afterBlock && node.type === 'paragraph' && kind === 'paragraph',
        });
      afterBlock = false;
      return;
    }
    for (const text of spokenAttributes(node))
      page.passages.push({ kind: 'question', text, line, afterBlock: false });
    if (node.type === 'mdxJsxFlowElement') afterBlock = BLOCKS.includes(node.name ?? '');
    for (const child of node.children ?? []) visit(child);
  };
  visit(mdxToMdast(source, { features: { directive: true } }) as Node);
  return page;
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (NOT_PROSE.includes(node.type)) return CODE;
  return (node.children ?? []).map(textOf).join('');
}

/** The texts of a question and of its answers; of a drawing, its foot and what it says at each step. */
function spokenAttributes({ type, attributes = [] }: Node): string[] {
  if (!type.startsWith('mdxJsx')) return [];
  const captions = frameCaptions(attributes)?.map(plain) ?? [];
  const others = attributes.flatMap(({ name, value }) => {
    if (typeof value === 'string') return name === 'enunciado' || name === 'pie' ? [plain(value)] : [];
    return name === 'opciones' ? stringsOf(value?.value ?? '').map(plain) : [];
  });
  return [...others, ...captions];
}

function stringsOf(source: string): string[] {
  return [...source.matchAll(/:\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)")/g)].map(
    ([, single, double]) => single ?? double ?? '',
  );
}

function plain(text: string): string {
  return text.replace(/`[^`]*`/g, CODE);
}

function readReasons(source: string): Reason[] {
  const lines = source.split('\n');
  return lines.flatMap((text, index) => {
    const rule = REASON.exec(text)?.[1];
    if (!rule) return [];
    const next = lines.findIndex((other, at) => at > index && other.trim() !== '' && !REASON.test(other));
    return [{ rule, line: index + 1, covers: next + 1 }];
  });
}

/** The sentences of a passage. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…]»?)\s+(?=[¿¡«□\p{Lu}\d])/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** The words of a text; a piece of code is one. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\d□]+/gu) ?? [];
}
