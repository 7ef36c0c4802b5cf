import { builtPages } from '../site/built.ts';

/** First page that has something; a test about it needs one. */
export function pageWith(mark: string): string {
  const page = builtPages().find(({ html, path }) => path !== '/' && html.includes(mark));
  if (!page)
    throw new Error(
      `Ninguna página tiene ${mark}\n  Cómo arreglarlo: la guía debe usar ese componente al menos una vez`,
    );
  return page.path;
}
