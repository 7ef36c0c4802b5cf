/** How a page is cited. */
import { SITE_NAME } from '../config/project.ts';

export interface Cited {
  title: string;
  /** Address of the page, whole. */
  url: string;
  version: string;
  /** When the page last changed. */
  date?: Date | undefined;
}

/** In the style of the APA, seventh edition, in Spanish. */
export function citeApa({ title, url, version, date }: Cited): string {
  const day = date?.toLocaleDateString('es', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const when = date && day ? `${date.getUTCFullYear()}, ${day}` : 's. f.';
  return `${SITE_NAME}. (${when}). ${title}. En ${SITE_NAME} (versión ${version}). ${url}`;
}

/** As an entry for LaTeX. */
export function citeBibtex({ title, url, version, date }: Cited): string {
  const key = new URL(url).pathname.replace(/^\/|\/$/g, '').replace(/\W+/g, '-');
  const fields = [
    `author = {{${SITE_NAME}}}`,
    `title = {${title}}`,
    ...(date ? [`year = {${date.getUTCFullYear()}}`] : []),
    `note = {Versión ${version}}`,
    `url = {${url}}`,
  ];
  return `@misc{${['docker-a-prueba', key].filter(Boolean).join('-')},\n${fields.map((field) => `  ${field}`).join(',\n')}\n}`;
}
