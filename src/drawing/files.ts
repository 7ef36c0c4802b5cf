/** The diagrams on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkDiagram, DOCS_PREFIX } from './committed.ts';
import { groupFrames, HAND_SUFFIX, type HandDrawing } from './hand.ts';

export interface DiagramFile {
  /** `<topic>/<name>`, or `docs/<name>` for one of the documents. */
  id: string;
  source: string;
  /** Absent until it is drawn. */
  svg?: string;
}

/** Reads every diagram of the pages and of the documents, sorted by id. */
export function readDiagrams(root: string): DiagramFile[] {
  return [...readFolder(root, 'src/diagrams', ''), ...readFolder(root, 'docs/diagramas', DOCS_PREFIX)];
}

function readFolder(root: string, path: string, prefix: string): DiagramFile[] {
  const folder = join(root, path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mmd'))
    .sort()
    .map((name) => {
      const svgPath = join(folder, name.replace(/\.mmd$/, '.svg'));
      const file: DiagramFile = {
        id: prefix + name.slice(0, -'.mmd'.length).split(sep).join('/'),
        source: readFileSync(join(folder, name), 'utf8'),
      };
      if (existsSync(svgPath)) file.svg = readFileSync(svgPath, 'utf8');
      return file;
    });
}

/** Reads the drawings written by hand, sorted by id. */
export function readDrawings(root: string): HandDrawing[] {
  const folder = join(root, 'src/diagrams');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(HAND_SUFFIX),
  );
  return groupFrames(
    Object.fromEntries(
      names.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]),
    ),
  );
}

/** Diagrams whose SVG is missing or was made from another source, with what to do. */
export function staleDiagrams(files: DiagramFile[]): { id: string; message: string; remedy: string }[] {
  return files.flatMap(({ id, source, svg }) => {
    const problem = checkDiagram(id, source, svg);
    return problem ? [{ id, ...problem }] : [];
  });
}
