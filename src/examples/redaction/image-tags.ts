import type { Rule } from './rule.ts';

const LISTS_IMAGES = /\bdocker (?:images|image (?:ls|list))\b/;
const ID = /<ID[\ue000-\ue0ff]+>/;

/** The engine lists the names of one image in no order: lines in a row with one identifier are sorted. */
export const imageTags: Rule = {
  name: 'orden de las etiquetas de una imagen',
  apply(text, { command }) {
    if (!LISTS_IMAGES.test(command)) return text;
    const groups: { id: string | undefined; lines: string[] }[] = [];
    for (const line of text.split('\n')) {
      const id = ID.exec(line)?.[0];
      const last = groups.at(-1);
      if (last && id && last.id === id) last.lines.push(line);
      else groups.push({ id, lines: [line] });
    }
    return groups.flatMap(({ lines }) => lines.sort()).join('\n');
  },
};
