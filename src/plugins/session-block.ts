/** Expressive Code plugin for recorded blocks: roles of lines, what the copy button gives, a name for the region. */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import {
  addClassName,
  type Element,
  type ElementContent,
  h,
  matches,
  select,
  selectAll,
} from '@astrojs/starlight/expressive-code/hast';
import type { Token } from '../components/command-tokens.ts';
import type { Row } from '../components/transcript.ts';

interface BlockProps {
  /** What each line is. */
  rows?: Row[] | undefined;
  /** Text for the clipboard instead of the whole block; false where nothing is to be typed. */
  copy?: string | false | undefined;
  /** Accessible name of the block, which scrolls when its lines are long. */
  label?: string | undefined;
  /** Id of the step that its title names. */
  anchor?: string | undefined;
}

declare module '@expressive-code/core' {
  interface ExpressiveCodeBlockProps extends BlockProps {}
}

/** Expressive Code keeps line feeds of the text to copy as DEL characters. */
export const LINE_FEED = '\u007f';

const PROMPT_LENGTH = 2;

export function sessionBlock(): ExpressiveCodePlugin {
  return {
    name: 'session-block',
    baseStyles: `
      .k-prompt { user-select: none; -webkit-user-select: none; color: var(--dap-ok); }
      :is(.k-command, .k-continuation) .code { color: var(--sl-color-white); font-weight: 600; }
      :is(.k-command, .k-continuation) :is(b, i) { font: inherit; }
      :is(.k-command, .k-continuation) i { color: var(--dap-option); white-space: nowrap; }
      .k-text { color: var(--dap-text); }
      .k-joint { color: var(--sl-color-gray-3); }
      .k-pair { white-space: nowrap; }
      .k-output .code { color: var(--dap-output); }
      .k-exit .code { color: var(--dap-fail-text); }
      .k-exit .code::before { content: '✗ ' / ''; }
      /* Wraps at the block's width without widening it, as a terminal does, also where a row of a table is wider. */
      .frame { container-type: inline-size; }
      .k-wrap { contain: inline-size; max-inline-size: 100cqi; }
      .k-wrap .code { white-space: pre-wrap; overflow-wrap: anywhere; }
      :is(.k-command, .k-continuation) .code { text-indent: -2ch; margin-inline-start: 2ch; }
      .k-label .code { font: 500 var(--sl-text-xs) / 1.4 var(--__sl-font); color: var(--sl-color-gray-2); padding-block: 0.75rem 0.2rem; user-select: none; -webkit-user-select: none; }
      .k-anchor::before { content: '¶' / ''; }
      .k-anchor { padding-inline: 0.35em; color: var(--sl-color-gray-3); text-decoration: none; opacity: 0; }
      :is(.k-label, .header):hover .k-anchor { opacity: 1; }
    `,
    hooks: {
      postprocessRenderedLine: ({ codeBlock, line, lineIndex, renderData }) => {
        const row = (codeBlock.props as BlockProps).rows?.[lineIndex];
        const code = row && select('.code', renderData.lineAst);
        if (!code) return;
        const { kind, anchor } = row;
        addClassName(renderData.lineAst, `k-${kind}`);
        if (!isTableRow(line.text)) addClassName(renderData.lineAst, 'k-wrap');
        if (anchor) renderData.lineAst.properties.id = anchor;
        // An output is not shell code, and a command has its own colours: the highlighter's mean nothing.
        if (row.tokens) code.children = [prompt(line.text), ...tokenNodes(row.tokens)];
        else code.children = [{ type: 'text', value: line.text || '\n' }];
        if (kind !== 'label') return;
        Object.assign(renderData.lineAst.properties, { lang: 'es', translate: 'yes' });
        if (anchor) code.children.push(anchorLink(anchor));
      },
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const { copy, rows } = codeBlock.props as BlockProps;
        for (const pre of selectAll('pre', renderData.blockAst)) {
          // From the first moment and without JavaScript; Expressive Code's script takes it from blocks that do not scroll.
          pre.properties.tabIndex = 0;
          // A translator that changes a command breaks it.
          pre.properties.translate = 'no';
          // Programs speak English; files may not.
          if (rows) pre.properties.lang = 'en';
        }
        if (copy === undefined) return;
        if (copy === false) return withoutButton(renderData.blockAst);
        for (const button of selectAll('.copy button', renderData.blockAst)) {
          button.properties.dataCode = copy.replace(/\n/g, LINE_FEED);
          // Those of a page are told apart when they are listed.
          button.properties.ariaLabel = `Copiar ${shorten(copy)}`;
        }
      },
      // After all plugins, when the block has its frame: the name stays there while the script changes the `pre`.
      postprocessRenderedBlockGroup: ({ renderedGroupContents }) => {
        for (const { codeBlock, renderedBlockAst } of renderedGroupContents) {
          const { label, anchor } = codeBlock.props as BlockProps;
          const frame = select('figure', renderedBlockAst) ?? renderedBlockAst;
          // What is not run says why it is there: `motivo` of its fence.
          frame.properties.ariaLabel = label ?? codeBlock.metaOptions.getString('motivo') ?? 'Texto';
          const title = anchor && select('.title', renderedBlockAst);
          if (title) title.children.push(anchorLink(anchor));
        }
      },
    },
  };
}

/** Longest text that a button reads aloud. */
const MAX_NAME = 50;

function shorten(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > MAX_NAME || line !== text ? `${line.slice(0, MAX_NAME)}…` : line;
}

/** Its sign is in the styles: here it would end in the excerpts of the search. For the pointer only: who uses the keyboard has the same links with the provenance, and no more stops on the way. */
function anchorLink(anchor: string): Element {
  const properties = { className: 'k-anchor', href: `#${anchor}`, tabIndex: -1, ariaHidden: 'true' };
  return h('a', { ...properties, title: 'Enlace a este paso' });
}

/** Set apart, so that selecting by hand leaves it out too. */
function prompt(line: string): Element {
  return h('span', { className: 'k-prompt' }, line.slice(0, PROMPT_LENGTH));
}

/** An option up to this is not taken apart from its value. */
const MAX_PAIR = 28;

function tokenNodes(tokens: readonly Token[]): ElementContent[] {
  const nodes: ElementContent[] = [];
  const rest = tokens.map((token) => ({ ...token }));
  for (let token = rest.shift(); token; token = rest.shift()) {
    const node = tokenNode(token);
    const [next] = rest;
    const value =
      token.kind === 'option' && next?.kind === 'plain' ? /^ ?[^\s-]\S*/.exec(next.text)?.[0] : '';
    if (next && value && token.text.length + value.length <= MAX_PAIR) {
      next.text = next.text.slice(value.length);
      nodes.push(h('span', { className: 'k-pair' }, node, value));
    } else nodes.push(node);
  }
  return nodes;
}

function tokenNode({ kind, text }: Token): ElementContent {
  if (kind === 'program') return h('b', text);
  if (kind === 'option') return h('i', text);
  return kind === 'plain' ? { type: 'text', value: text } : h('span', { className: `k-${kind}` }, text);
}

/** Columns only make sense unwrapped: those lines scroll. */
function isTableRow(line: string): boolean {
  return /\S {3,}\S/.test(line);
}

/** Takes the copy button away. */
function withoutButton(block: Element): void {
  for (const frame of selectAll('figure', block))
    frame.children = frame.children.filter((child) => child.type !== 'element' || !matches('.copy', child));
}
