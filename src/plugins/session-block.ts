/** Expressive Code plugin for recorded blocks: roles of lines, what the copy button gives, a name for the region. */
import type { ExpressiveCodePlugin } from '@astrojs/starlight/expressive-code';
import {
  addClassName,
  type Element,
  select,
  selectAll,
  setProperty,
} from '@astrojs/starlight/expressive-code/hast';
import type { LineKind } from '../components/transcript.ts';

declare module '@expressive-code/core' {
  interface ExpressiveCodeBlockProps {
    /** Role of each line. */
    kinds?: LineKind[];
    /** Text for the clipboard instead of the whole block. */
    copy?: string;
    /** Accessible name of the block, which scrolls when its lines are long. */
    label?: string;
  }
}

interface BlockProps {
  kinds?: LineKind[];
  copy?: string;
  label?: string;
}

/** Expressive Code keeps line feeds of the text to copy as DEL characters. */
export const LINE_FEED = '\u007f';

export function sessionBlock(): ExpressiveCodePlugin {
  return {
    name: 'session-block',
    baseStyles: `
      .k-output { opacity: .82; }
      .k-exit .code { display: inline-block; }
      .k-exit .code > * {
        --0: var(--dap-fail-text) !important; --1: var(--dap-fail-text) !important;
        font-style: normal;
      }
      .k-exit .code::before { content: '✗ '; color: var(--dap-fail-text); }
    `,
    hooks: {
      postprocessRenderedLine: ({ codeBlock, lineIndex, renderData }) => {
        const kind = (codeBlock.props as BlockProps).kinds?.[lineIndex];
        if (kind) addClassName(renderData.lineAst, `k-${kind}`);
      },
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const { copy, label } = codeBlock.props as BlockProps;
        nameRegion(renderData.blockAst, label);
        if (copy !== undefined) replaceCopied(renderData.blockAst, copy);
      },
    },
  };
}

function nameRegion(block: Element, label: string | undefined): void {
  const pre = select('pre', block);
  if (!pre || !label) return;
  setProperty(pre, 'role', 'group');
  setProperty(pre, 'aria-label', label);
}

function replaceCopied(block: Element, copy: string): void {
  for (const button of selectAll('.copy button', block)) {
    const feedback = button.properties['dataCopied'] ?? button.properties['data-copied'];
    button.properties = { ...button.properties, 'data-copied': feedback ?? 'Copiado' };
    delete button.properties['dataCode'];
    button.properties['data-code'] = copy.replace(/\n/g, LINE_FEED);
  }
}
