import { BASE } from '../config/project.ts';
import { pageIn } from './progress/page-in.ts';

/** Address of a page of this site without the base nor slashes at its ends. */
export function pageOf(pathname: string): string {
  return pageIn(pathname, BASE);
}
