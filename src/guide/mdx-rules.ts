/**
 * What a page may do with MDX beside using the guide's components: nothing that runs. Code in a page would show what no
 * engine answered.
 */
import type { RuleNode, Verdict } from './page-rules.ts';

const COMMENTS = /^\s*(?:\/\*[\s\S]*?\*\/\s*)*$/;
const STRINGS = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;

/** Judges an expression between braces in the text. */
export function judgeExpression(source: string): Verdict | undefined {
  if (COMMENTS.test(source)) return undefined;
  return {
    message: `la expresión «{${source.trim().split('\n')[0]}}» en la página`,
    remedy:
      'escribe el texto tal cual, o llévalo a un componente de src/components/; entre llaves solo van comentarios',
  };
}

/** Judges the attributes of an element: they say something, and write no HTML. */
export function judgeAttributes({ name, attributes = [] }: RuleNode): Verdict | undefined {
  for (const attribute of attributes) {
    const written = attribute.name ?? '{…}';
    const value = typeof attribute.value === 'object' ? (attribute.value?.value ?? '') : '';
    const hidden = /^(?:set|is|define):|^dangerouslySetInnerHTML$/.test(written);
    if (attribute.type === 'mdxJsxAttribute' && !hidden && !/<[\w>]/.test(value.replace(STRINGS, '')))
      continue;
    return {
      message: `<${name}> lleva «${written}», que puede mostrar lo que nadie ejecutó`,
      remedy: 'usa <Paso> o <Archivo> con un ejemplo de examples/, y atributos con texto o datos',
    };
  }
  return undefined;
}
