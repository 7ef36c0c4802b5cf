/** Mutants of HTML, SVG and plain text: another word in each line that a reader sees. */
import { label, type TextMutant } from './mutant.ts';

const HIDDEN = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g;
const WORD = /\p{L}{2,}/u;

/** @param text a file whose tags, if any, stay as they are */
export function markupMutants(text: string): TextMutant[] {
  // Blanks of the same length keep the places.
  const visible = text.replace(HIDDEN, (tag) => tag.replace(/[^\n]/g, ' '));
  const lines = text.split('\n');
  return visible.split('\n').flatMap((line, index) => {
    const word = WORD.exec(line);
    if (!word) return [];
    const source = lines[index] as string;
    const end = word.index + word[0].length;
    return [
      {
        what: `otro texto en ${label(source)}`,
        line: index + 1,
        text: lines.with(index, `${source.slice(0, word.index)}mutante${source.slice(end)}`).join('\n'),
      },
    ];
  });
}
