/**
 * The rules of a page's Markdown, one function a kind of node. The build applies them through a Sätteri plugin that
 * throws; a test applies the same functions to every page and lists all violations at once.
 */
import { COMPONENTS, isComponentName } from './components.ts';

/** What is wrong with a node and how to mend it. */
export interface Verdict {
  message: string;
  remedy: string;
}

/** The parts of an mdast node that the rules read. */
export interface RuleNode {
  type: string;
  name?: string | null;
  lang?: string | null;
  meta?: string | null;
  value?: string;
}

const ASIDES = ['note', 'tip', 'caution', 'danger'];
const REASON = /(?:^|\s)motivo="[^"]*\S[^"]*"/;
const RAW_CODE_ELEMENTS = ['pre', 'Code', 'script', 'style'];

/**
 * Judges one node of a page.
 * @returns undefined when the node obeys the rules
 */
export function judgeNode(node: RuleNode): Verdict | undefined {
  switch (node.type) {
    case 'code':
      return judgeFence(node);
    case 'html':
      return judgeRawHtml(node.value ?? '');
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return judgeElement(node.name ?? '');
    case 'mdxjsEsm':
      return judgeModule(node.value ?? '');
    case 'containerDirective':
      return judgeContainer(node.name ?? '');
    case 'leafDirective':
      return unknownDirective(`::${node.name}`);
    default:
      return undefined;
  }
}

/** Node types that {@link judgeNode} has an opinion about. */
export const JUDGED_TYPES = [
  'code',
  'html',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxjsEsm',
  'containerDirective',
  'leafDirective',
] as const;

function judgeFence(node: RuleNode): Verdict | undefined {
  const meta = node.meta ?? '';
  if (node.lang === 'txt' && REASON.test(meta)) return undefined;
  return {
    message: `bloque de código «${node.lang ?? 'sin lenguaje'}» sin fuente`,
    remedy:
      node.lang === 'txt'
        ? 'di por qué no se ejecuta: ```txt motivo="plantilla de sintaxis"'
        : 'lo que se muestra se ejecuta: usa <Paso> o <Archivo> con un ejemplo de examples/',
  };
}

function judgeRawHtml(html: string): Verdict | undefined {
  const tag = /<(pre|script|style)\b/i.exec(html)?.[1];
  return tag ? judgeElement(tag.toLowerCase()) : undefined;
}

function judgeElement(name: string): Verdict | undefined {
  if (!RAW_CODE_ELEMENTS.includes(name)) return isComponentName(name) ? judgeComponent(name) : undefined;
  if (name === 'pre' || name === 'Code') {
    return {
      message: `<${name}> escrito en la página`,
      remedy: 'usa <Paso> o <Archivo> con un ejemplo de examples/',
    };
  }
  return { message: `<${name}> escrito en la página`, remedy: 'llévalo a un componente de src/components/' };
}

function judgeComponent(name: string): Verdict | undefined {
  if (Object.hasOwn(COMPONENTS, name)) return undefined;
  const known = Object.keys(COMPONENTS).map((component) => `<${component}>`);
  return { message: `componente <${name}> desconocido`, remedy: `usa uno de: ${known.join(', ')}` };
}

/** Pages have no code of their own: a component under another name would show what no example ran. */
function judgeModule(code: string): Verdict {
  const name = /^import\s+(\w+)\s+from\s/.exec(code)?.[1] ?? '';
  if (Object.hasOwn(COMPONENTS, name)) {
    return {
      message: `la importación de <${name}> sobra`,
      remedy: 'bórrala: una página tiene todos los componentes sin importarlos',
    };
  }
  return {
    message: `«${code.split('\n')[0]}» escrito en la página`,
    remedy:
      'bórralo: una página solo usa los componentes de la guía; uno nuevo se escribe en src/components/',
  };
}

function judgeContainer(name: string): Verdict | undefined {
  return ASIDES.includes(name) ? undefined : unknownDirective(`:::${name}`);
}

function unknownDirective(text: string): Verdict {
  return {
    message: `directiva «${text}» desconocida`,
    remedy: `usa una de: ${ASIDES.map((a) => `:::${a}`).join(', ')}`,
  };
}
