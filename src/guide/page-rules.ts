/**
 * The rules of a page's Markdown, one function a kind of node. The build applies them through a Sätteri plugin that
 * throws; a test applies the same functions to every page and lists all violations at once.
 */
import { COMPONENTS, isComponentName } from './components.ts';
import { judgeAttributes, judgeExpression } from './mdx-rules.ts';

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
  attributes?: RuleAttribute[];
}

/** An attribute of an element: its value is text, or an object with the source of an expression. */
export interface RuleAttribute {
  type: string;
  name?: string;
  value?: string | { value?: string } | null;
}

const ASIDES = ['note', 'tip', 'caution', 'danger'];
const REASON = /(?:^|\s)motivo="[^"]*\S[^"]*"/;
const RAW_CODE_ELEMENTS = ['pre', 'Code', 'Fragment', 'script', 'style'];

/**
 * Judges one node of a page.
 * @returns undefined when the node obeys the rules
 */
export function judgeNode(node: RuleNode): Verdict | undefined {
  switch (node.type) {
    case 'code':
      return judgeFence(node);
    case 'inlineCode':
    case 'text':
      return judgeExitCode(node.value ?? '');
    case 'html':
      return judgeRawHtml(node.value ?? '');
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return judgeElement(node.name ?? '') ?? judgeAttributes(node);
    case 'mdxjsEsm':
      return judgeModule(node.value ?? '');
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return judgeExpression(node.value ?? '');
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
  'inlineCode',
  'text',
  'html',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxjsEsm',
  'mdxFlowExpression',
  'mdxTextExpression',
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

/** Sessions write an exit code as `[1]`; the page that shows them, in words. (`[1] 12345` is what bash says of a job.) */
function judgeExitCode(text: string): Verdict | undefined {
  const code = /(?<![\w\])])\[(\d{1,3})\](?! ?\d)/.exec(text)?.[1];
  if (code === undefined) return undefined;
  return {
    message: `«[${code}]» como código de salida, que en la página no se ve`,
    remedy: `escribe «código de salida ${code}», que es lo que dice el bloque`,
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
  const lines = code.split('\n').filter((line) => line.trim());
  const nameOf = (line: string) => /^import\s+(\w+)\s+from\s/.exec(line)?.[1] ?? '';
  // What is more than an import too many is told first.
  const other = lines.find((line) => !Object.hasOwn(COMPONENTS, nameOf(line)));
  if (other === undefined) {
    return {
      message: `la importación de <${nameOf(code)}> sobra`,
      remedy: 'bórrala: una página tiene todos los componentes sin importarlos',
    };
  }
  return {
    message: `«${other}» escrito en la página`,
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
