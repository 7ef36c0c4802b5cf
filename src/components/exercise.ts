/** Texts of an exercise as the site shows them. Pure. */
import { markdownToHtml } from 'satteri';
import { withBase } from '../config/project.ts';
import type { Card } from '../exercises/exercise.ts';

export const KIND_NAMES: Readonly<Record<Card['tipo'], string>> = {
  reparar: 'Proyecto roto: repáralo',
  construir: 'Constrúyelo',
  diseñar: 'Diséñalo',
};

/** Markdown of an author of ours as HTML: links below the base path, and code that no translator touches. */
export function richText(markdown: string): string {
  const { html } = markdownToHtml(markdown);
  return html.replaceAll('href="/', `href="${withBase('/')}`).replaceAll('<code>', '<code translate="no">');
}

/** Address of a script that a reader downloads. */
export function scriptPath(id: string, name: string): string {
  return withBase(`/ejercicios/${id}/${name}`);
}
