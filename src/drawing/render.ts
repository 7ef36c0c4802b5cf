/** Draws diagrams with Mermaid in a browser. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DOCS_MAX_WIDTH, fixIds, labelRoot, MAX_WIDTH, shrink, sizeOf } from './clean.ts';
import { DOCS_PREFIX, diagramPath, hashComment, svgId } from './committed.ts';
import { BASE_CONFIG, DARK, LIGHT, type Palette } from './config.ts';
import { sourceHash } from './hash.ts';
import { mergeThemes } from './merge.ts';
import {
  centerStateLabels,
  type Description,
  forbidColors,
  readDescription,
  translateLabels,
  withClasses,
} from './source.ts';

interface MermaidWindow {
  mermaid: {
    initialize(config: unknown): void;
    render(id: string, source: string): Promise<{ svg: string }>;
  };
}

/** A page with Mermaid in it. */
export async function openCanvas(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="es"><body style="margin:0"></body></html>');
  const main = createRequire(import.meta.url).resolve('mermaid');
  await page.addScriptTag({ path: join(dirname(main), 'mermaid.min.js') });
  return page;
}

/**
 * Draws one diagram in both themes.
 * @returns the SVG to commit, its hash in the first line
 * @throws Error (Spanish, with the diagram's path and a remedy)
 */
export async function renderDiagram(page: Page, id: string, source: string): Promise<string> {
  const text = readDescription(source, id);
  forbidColors(source, id);
  const prefix = svgId(id);
  const light = await draw(page, id, source, LIGHT);
  const dark = await draw(page, id, source, DARK);
  const { width } = sizeOf(light);
  const widest = id.startsWith(DOCS_PREFIX) ? DOCS_MAX_WIDTH : MAX_WIDTH;
  if (width > widest) {
    throw new Error(
      `${diagramPath(id)}.mmd mide ${width} px de ancho y el máximo es ${widest}\n  Cómo arreglarlo: dibújalo de arriba abajo (flowchart TB), acorta los rótulos o pártelo en dos`,
    );
  }
  try {
    const svg = finish(light, dark, source, prefix, text);
    return id.startsWith(DOCS_PREFIX) ? onItsOwn(svg) : svg;
  } catch (error) {
    throw new Error(`${diagramPath(id)}.mmd: ${(error as Error).message}`);
  }
}

function finish(light: string, dark: string, source: string, prefix: string, text: Description): string {
  const { svg, variables } = mergeThemes(fixIds(light, prefix), fixIds(dark, prefix));
  const isState = /^\s*stateDiagram/m.test(source);
  const drawing = isState ? centerStateLabels(svg) : translateLabels(svg);
  return `${hashComment(sourceHash(source))}\n${shrink(labelRoot(drawing, prefix, text, variables))}\n`;
}

/** Seen as an image, a drawing has no page that says which theme there is. */
function onItsOwn(svg: string): string {
  return svg.replace(' style="', ' style="color-scheme:light dark;');
}

async function draw(page: Page, id: string, source: string, palette: Palette): Promise<string> {
  try {
    return await page.evaluate(
      async ({ name, text, config }) => {
        const { mermaid } = globalThis as unknown as MermaidWindow;
        // Some shapes ignore the seed and ask for random numbers: the same ones every time.
        let state = 1;
        Math.random = () => {
          state = (state * 48271) % 2147483647;
          return state / 2147483647;
        };
        mermaid.initialize(config);
        return (await mermaid.render(name, text)).svg;
      },
      {
        name: svgId(id),
        text: withClasses(source, palette),
        config: { ...BASE_CONFIG, themeVariables: palette },
      },
    );
  } catch (error) {
    throw new Error(
      `${diagramPath(id)}.mmd no se puede dibujar: ${(error as Error).message.split('\n')[0]}\n  Cómo arreglarlo: corrige la sintaxis de Mermaid`,
    );
  }
}
