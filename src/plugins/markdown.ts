/** Sätteri plugins of the guide: the page rules, the components of pages, accent-free heading ids and links below the base path. */
import type { Element } from '@astrojs/starlight/expressive-code/hast';
import Slugger from 'github-slugger';
import type { HastPluginEntry, MdastPluginEntry } from 'satteri';
import { BASE, withBase } from '../config/project.ts';
import { withoutAccents } from '../examples/fold.ts';
import { COMPONENTS } from '../guide/components.ts';
import { JUDGED_TYPES, judgeNode, type RuleNode } from '../guide/page-rules.ts';
import { displayPath, formatProblem } from '../guide/problem.ts';

const DOCS = '/src/content/docs/';

interface Positioned extends RuleNode {
  position?: { start: { line: number; column: number } };
}

/** Stops the build at the first node of a page that breaks a rule. */
export const pageRules: MdastPluginEntry = ({ fileURL }) => {
  if (!fileURL?.pathname.includes(DOCS)) return undefined;
  const visit = (node: unknown) => {
    const verdict = judgeNode(node as Positioned);
    if (!verdict) return undefined;
    const start = (node as Positioned).position?.start;
    throw new Error(
      formatProblem({
        file: displayPath(fileURL),
        line: start?.line ?? 0,
        column: start?.column ?? 0,
        ...verdict,
      }),
    );
  };
  return {
    name: 'page-rules',
    options: { position: true },
    ...Object.fromEntries(JUDGED_TYPES.map((type) => [type, visit])),
  };
};

/** Imports the components that a page uses, so that its author writes none. After {@link pageRules}, which refuses others. */
export const pageComponents: MdastPluginEntry = ({ fileURL }) => {
  if (!fileURL?.pathname.includes(DOCS)) return undefined;
  const used = new Set<string>();
  const note = ({ name }: { name?: string | null }) => {
    if (name && Object.hasOwn(COMPONENTS, name)) used.add(name);
  };
  return {
    name: 'page-components',
    mdxJsxFlowElement: note,
    mdxJsxTextElement: note,
    after(root, context) {
      const imports = [...used].sort().map((name) => `import ${name} from '/src/components/${name}.astro';`);
      if (imports.length) context.prependChild(root, { type: 'mdxjsEsm', value: imports.join('\n') });
    },
  };
};

/** Removes accents and case so that a link can be typed on any keyboard: «¿Qué es?» → `que-es`. */
export function plainSlug(text: string, slugger: { slug(value: string): string } = new Slugger()): string {
  const ascii = withoutAccents(text).replace(/[^\x20-\x7e]/g, ' ');
  return slugger.slug(ascii.replace(/\s+/g, ' ').trim()).replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
}

/** Gives headings ids of ASCII letters only. */
export const headingIds: HastPluginEntry = () => {
  const slugger = new Slugger();
  return {
    name: 'heading-ids',
    element: {
      filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      visit(node, context) {
        if (typeof node.properties?.id === 'string') return;
        context.setProperty(node, 'id', plainSlug(context.textContent(node), slugger));
      },
    },
  };
};

/** Asides are landmarks, which are told apart by their names: two of a page with one title are numbered. */
export const asideNames: HastPluginEntry = () => {
  const seen = new Map<string, number>();
  return {
    name: 'aside-names',
    element: {
      filter: ['aside'],
      visit(node, context) {
        const name = node.properties?.ariaLabel ?? node.properties?.['aria-label'];
        if (typeof name !== 'string') return;
        const count = (seen.get(name) ?? 0) + 1;
        seen.set(name, count);
        if (count > 1) context.setProperty(node, 'ariaLabel', `${name} (${count})`);
      },
    },
  };
};

/** What is typed and what programs answer is said the same in every language: a translator leaves it alone. */
export const untranslatedCode: HastPluginEntry = {
  name: 'untranslated-code',
  element: {
    filter: ['code', 'kbd'],
    visit(node, context) {
      context.setProperty(node, 'translate', 'no');
    },
  },
};

/** Puts links that start at the root below the base path, so that authors write `/redes/dns/` everywhere. */
export const linksBelowBase: HastPluginEntry = () => {
  if (BASE === '/') return undefined;
  return {
    name: 'links-below-base',
    element: {
      filter: ['a'],
      visit(node, context) {
        const href = node.properties?.href;
        if (typeof href === 'string' && /^\/(?!\/)/.test(href))
          context.setProperty(node, 'href', withBase(href));
      },
    },
  };
};

/** Code of a cell up to these letters stays in one line. */
const UNCUT = 20;

/** Lets wide tables scroll inside a named, focusable box, and does not call an empty corner a header. */
export const accessibleTables: HastPluginEntry = {
  name: 'accessible-tables',
  element: [
    {
      filter: ['th'],
      visit(node, context) {
        if (context.textContent(node).trim()) return;
        context.replaceNode(node, { type: 'element', tagName: 'td', properties: {}, children: [] });
      },
    },
    {
      filter: ['td', 'th'],
      visit(node, context) {
        // A flag is not cut at its hyphen where it fits whole.
        for (const child of node.children) {
          if (child.type !== 'element' || child.tagName !== 'code') continue;
          if (context.textContent(child).length <= UNCUT)
            context.setProperty(child, 'className', ['dap-corto']);
        }
      },
    },
    {
      filter: ['table'],
      visit(node, context) {
        const [header] = node.children.filter((child) => child.type === 'element');
        const names = header ? tableNames(header, (cell) => context.textContent(cell)) : '';
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['dap-tabla'], role: 'group', ariaLabel: `Tabla: ${names}`, tabIndex: 0 },
          children: [],
        });
      },
    },
  ],
};

/** Texts of the header cells of a table, separated by commas. */
function tableNames(header: Element, textOf: (cell: Element) => string): string {
  const cells = header.children.flatMap((row) => ('children' in row ? row.children : []));
  return cells
    .filter((cell) => cell.type === 'element')
    .map((cell) => textOf(cell as Element).trim())
    .filter(Boolean)
    .join(', ');
}
