/** What a file says, if it is a text in UTF-8 that can be written back byte by byte. */
export function textOf(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  return text.includes('\0') || !Buffer.from(text).equals(bytes) ? undefined : text;
}

/** Named regions of an example's file, so that a page can show a part without line numbers that rot. */
export interface AnnotatedFile {
  /** The file without its region markers. */
  code: string;
  regions: Record<string, { code: string; from: number; to: number }>;
}

const COMMENT = String.raw`^\s*(?:#|\/\/|--|<!--|;|\/\*)\s*`;
const OPENS = new RegExp(`${COMMENT}region:\\s*([a-z0-9-]+)`);
const CLOSES = new RegExp(`${COMMENT}endregion\\b`);

/**
 * Splits a file into code and regions; `# region: name` … `# endregion`, in the comment style of the language. A file
 * that declares no region is all code.
 * @throws Error (Spanish, with file and line) on an unclosed, unopened or repeated region
 */
export function parseRegions(text: string, file: string): AnnotatedFile {
  // A file that declares none is nobody's to change: what looks like a mark in it is its own.
  if (!text.split('\n').some((line) => OPENS.test(line))) return { code: text, regions: {} };
  const code: string[] = [];
  const regions: AnnotatedFile['regions'] = {};
  const open: { name: string; from: number; line: number }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const name = OPENS.exec(line)?.[1];
    if (name) {
      open.push({ name, from: code.length, line: index + 1 });
    } else if (CLOSES.test(line)) {
      const region = open.pop();
      if (!region)
        throw new Error(
          `${file}:${index + 1}: «endregion» sin «region»\n  Cómo arreglarlo: borra la marca o añade antes «region: nombre»`,
        );
      if (regions[region.name])
        throw new Error(
          `${file}:${region.line}: la región «${region.name}» está repetida\n  Cómo arreglarlo: dale otro nombre`,
        );
      regions[region.name] = {
        code: dedent(code.slice(region.from)),
        from: region.from + 1,
        to: code.length,
      };
    } else {
      code.push(line);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed)
    throw new Error(
      `${file}:${unclosed.line}: la región «${unclosed.name}» no se cierra\n  Cómo arreglarlo: añade «endregion» donde termine`,
    );
  return { code: code.join('\n'), regions };
}

function dedent(lines: string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const common = indents.length ? Math.min(...indents) : 0;
  return lines.map((line) => line.slice(common)).join('\n');
}
