/** Changes the contents of files inside a layer without moving a byte: sizes, dates, modes and links stay. */

const BLOCK = 512;

/** Called with each regular file of the archive; `content` is the archive's own bytes, to be changed in place. */
export type Visit = (path: string, content: Buffer) => void;

/** Walks an uncompressed tar archive, as `docker save` writes layers. */
export function visitTar(archive: Buffer, visit: Visit): void {
  let longName: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header[0] === 0) return;
    const size = sizeOf(header);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const type = String.fromCharCode(header[156] ?? 0);
    if (type === 'x') longName = /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString())?.[1] ?? longName;
    else if (type === 'L') longName = text(content);
    else {
      if (type === '0' || type === '\0') visit((longName ?? nameOf(header)).replace(/^\.\//, ''), content);
      longName = undefined;
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

/** Octal, or a number of its own when the file has 8 GB or more. */
function sizeOf(header: Buffer): number {
  const field = header.subarray(124, 136);
  return (field[0] ?? 0) & 0x80 ? Number(field.readBigUInt64BE(4)) : Number.parseInt(text(field), 8) || 0;
}

function nameOf(header: Buffer): string {
  const prefix = header.subarray(257, 262).toString() === 'ustar' ? text(header.subarray(345, 500)) : '';
  const name = text(header.subarray(0, 100));
  return prefix ? `${prefix}/${name}` : name;
}

function text(field: Buffer): string {
  const end = field.indexOf(0);
  return field
    .subarray(0, end < 0 ? field.length : end)
    .toString()
    .trim();
}
