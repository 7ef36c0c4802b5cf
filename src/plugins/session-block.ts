/** Expressive Code plugin for recorded blocks: roles of lines, what the copy button gives, a name for the region. */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import {
  addClassName,
  type Element,
  h,
  matches,
  select,
  selectAll,
} from '@astrojs/starlight/expressive-code/hast';
import type { LineKind } from '../components/transcript.ts';

interface BlockProps {
  /** Role of each line. */
  kinds?: LineKind[] | undefined;
  /** Text for the clipboard instead of the whole block; false where nothing is to be typed. */
  copy?: string | false | undefined;
  /** Accessible name of the block, which scrolls when its lines are long. */
  label?: string | undefined;
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
      .k-output .code, .k-exit .code { color: var(--sl-color-text); }
      .k-exit .code { color: var(--dap-fail-text); }
      .k-exit .code::before { content: '✗ ' / ''; }
      /* Wraps at the block's width without widening it, as a terminal does. */
      .k-wrap { contain: inline-size; }
      .k-wrap .code { white-space: pre-wrap; overflow-wrap: anywhere; }
    `,
    hooks: {
      postprocessRenderedLine: ({ codeBlock, line, lineIndex, renderData }) => {
        const kind = (codeBlock.props as BlockProps).kinds?.[lineIndex];
        const code = kind && select('.code', renderData.lineAst);
        if (!code) return;
        addClassName(renderData.lineAst, `k-${kind}`);
        if (!isTableRow(line.text)) addClassName(renderData.lineAst, 'k-wrap');
        // An output is not shell code: the highlighter's colours there mean nothing.
        if (kind === 'output' || kind === 'exit')
          code.children = [{ type: 'text', value: line.text || '\n' }];
        else markPrompt(code);
      },
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const { copy } = codeBlock.props as BlockProps;
        // From the first moment and without JavaScript; Expressive Code's script takes it from blocks that do not scroll.
        for (const pre of selectAll('pre', renderData.blockAst)) pre.properties.tabIndex = 0;
        if (copy === undefined) return;
        if (copy === false) return withoutButton(renderData.blockAst);
        for (const button of selectAll('.copy button', renderData.blockAst)) {
          button.properties.dataCode = copy.replace(/\n/g, LINE_FEED);
        }
      },
      // After all plugins, when the block has its frame: the name stays there while the script changes the `pre`.
      postprocessRenderedBlockGroup: ({ renderedGroupContents }) => {
        for (const { codeBlock, renderedBlockAst } of renderedGroupContents) {
          const { label } = codeBlock.props as BlockProps;
          const frame = select('figure', renderedBlockAst) ?? renderedBlockAst;
          // What is not run says why it is there: `motivo` of its fence.
          frame.properties.ariaLabel = label ?? codeBlock.metaOptions.getString('motivo') ?? 'Texto';
        }
      },
    },
  };
}

/** Columns only make sense unwrapped: those lines scroll. */
function isTableRow(line: string): boolean {
  return /\S {3,}\S/.test(line);
}

/** Sets the prompt apart, so that selecting by hand leaves it out too. */
function markPrompt(code: Element): void {
  const first = select('span', code);
  const text = first?.children[0];
  if (!first || text?.type !== 'text') return;
  const prompt = text.value.slice(0, PROMPT_LENGTH);
  text.value = text.value.slice(PROMPT_LENGTH);
  code.children.unshift(h('span', { className: 'k-prompt' }, prompt));
}

/** Takes the copy button away. */
function withoutButton(block: Element): void {
  for (const frame of selectAll('figure', block))
    frame.children = frame.children.filter((child) => child.type !== 'element' || !matches('.copy', child));
}
