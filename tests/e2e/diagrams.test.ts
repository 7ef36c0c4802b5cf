/** Drawing diagrams: same source, same SVG; what cannot be read is refused. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { openCanvas, renderDiagram } from '../../src/drawing/render.ts';

const HEAD = '\n  accTitle: Título\n  accDescr: Descripción\n';
const KINDS: Record<string, string> = {
  'de flujo': `flowchart TB${HEAD}  a([web]) -->|usa| b[(datos)]:::acento\n  subgraph red [Mi red]\n    c{¿vivo?}\n  end\n`,
  'de secuencia': `sequenceDiagram${HEAD}  participant a as cliente\n  participant b as web\n  alt responde\n    a->>b: GET /\n  else no\n    b--xa: error\n  end\n`,
  'de estados': `stateDiagram-v2${HEAD}  [*] --> running: docker run\n  running --> [*]\n`,
};

let browser: Browser;
let canvas: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  canvas = await openCanvas(browser);
});
afterAll(() => browser?.close());

describe.each(Object.entries(KINDS))('diagrama %s', (kind, source) => {
  it('sale igual dos veces, con los dos temas, su título y sin ids sueltos', async () => {
    const first = await renderDiagram(canvas, 'prueba/uno', source);
    expect(await renderDiagram(canvas, 'prueba/uno', source)).toBe(first);
    expect(first).toMatch(/^<!-- docker-a-prueba:[0-9a-f]{16} -->\n<svg /);
    expect(first).toContain('light-dark(');
    expect(first).toContain('<title id="dg-prueba-uno-t">Título</title>');
    const ids = [...first.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] as string);
    expect(ids.filter((id) => !id.startsWith('dg-prueba-uno'))).toEqual([]);
    if (kind === 'de secuencia') expect(first).toContain('>si<');
  });
});

describe('se rechaza', () => {
  it.each([
    [
      'uno demasiado ancho',
      `flowchart LR${HEAD}  ${'abcdefgh'
        .split('')
        .map((n) => `${n}[un rótulo largo]`)
        .join(' --> ')}\n`,
      'de ancho y el máximo es 700',
    ],
    ['uno sin descripción', 'flowchart TB\n  accTitle: A\n  a --> b\n', 'falta «accDescr»'],
    ['uno con errores', `flowchart TB${HEAD}  a --> --> b\n`, 'no se puede dibujar'],
    ['uno con colores', `flowchart TB${HEAD}  a --> b\n  style a fill:#fff\n`, 'fija un color'],
  ])('%s', async (_name, source, message) => {
    await expect(renderDiagram(canvas, 'prueba/dos', source)).rejects.toThrow(message);
  });
});
