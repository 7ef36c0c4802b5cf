import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Something wrong in a page: where, what, and how to mend it. */
export interface PageProblem {
  /** Path relative to the project's root. */
  file: string;
  line: number;
  column: number;
  message: string;
  remedy: string;
}

/** One line for people and editors: `file:line:column message; remedy`. */
export function formatProblem(problem: PageProblem): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}; ${problem.remedy}`;
}

/** Path of a page as messages show it. */
export function displayPath(fileURL: URL | undefined): string {
  return fileURL ? relative(process.cwd(), fileURLToPath(fileURL)) : '(sin archivo)';
}
