/** The diagrams on disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { checkDiagram } from './committed.ts';

export interface DiagramFile {
  /** `<topic>/<name>`. */
  id: string;
  source: string;
  /** Absent until it is drawn. */
  svg?: string;
}

/** Reads every diagram below `src/diagrams/`, sorted by id. */
export function readDiagrams(root: string): DiagramFile[] {
  const folder = join(root, 'src/diagrams');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mmd'))
    .sort()
    .map((path) => {
      const svgPath = join(folder, path.replace(/\.mmd$/, '.svg'));
      const file: DiagramFile = {
        id: path.slice(0, -'.mmd'.length).split(sep).join('/'),
        source: readFileSync(join(folder, path), 'utf8'),
      };
      if (existsSync(svgPath)) file.svg = readFileSync(svgPath, 'utf8');
      return file;
    });
}

/** Diagrams whose SVG is missing or was made from another source, with what to do. */
export function staleDiagrams(files: DiagramFile[]): { id: string; message: string; remedy: string }[] {
  return files.flatMap(({ id, source, svg }) => {
    const problem = checkDiagram(id, source, svg);
    return problem ? [{ id, ...problem }] : [];
  });
}
