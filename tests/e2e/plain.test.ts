/** Without JavaScript, and on paper. */
import { describe, expect, it } from 'vitest';
import { pageWith } from './page-with.ts';
import { useSite } from './site.ts';

const site = useSite();

describe('sin JavaScript', () => {
  const options = { javaScriptEnabled: false };

  it('se leen las órdenes, las salidas y la procedencia', async () => {
    await site.visit(
      pageWith('data-paso='),
      async (page) => {
        expect(await page.locator('[data-paso] .k-command').first().isVisible()).toBe(true);
        await page.locator('details.dap-prueba summary').first().click();
        expect(await page.locator('details.dap-prueba dl').first().isVisible()).toBe(true);
        expect(await page.locator('.dap-buscador button').isVisible()).toBe(false);
      },
      options,
    );
  });

  it('los términos llevan al glosario y las preguntas enseñan su respuesta', async () => {
    await site.visit(
      pageWith('class="dap-termino"'),
      async (page) => {
        await page.locator('a.dap-termino').first().click();
        expect(page.url()).toContain('/referencia/glosario/#');
      },
      options,
    );
    await site.visit(
      pageWith('<dap-pregunta'),
      async (page) => {
        await page.locator('dap-pregunta summary').first().click();
        expect(await page.locator('dap-pregunta details p').first().isVisible()).toBe(true);
      },
      options,
    );
  });
});

describe('el tema sin JavaScript', () => {
  it.for(['light', 'dark'] as const)('es el del sistema: %s', async (colorScheme) => {
    await site.visit(
      '/',
      async (page) => {
        const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
        const [red = 0] = ground.match(/\d+/g)?.map(Number) ?? [];
        expect(red > 128).toBe(colorScheme === 'light');
      },
      { javaScriptEnabled: false, colorScheme },
    );
  });
});

describe('en papel', () => {
  it('los colores son los claros también con el tema oscuro, y dice de dónde viene y su licencia', async () => {
    await site.visit(
      pageWith('dap-lienzo'),
      async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const ink = (selector: string, property: 'color' | 'fill') =>
          page
            .locator(selector)
            .first()
            .evaluate((element, name) => getComputedStyle(element)[name], property);
        for (const colour of [await ink('h1', 'color'), await ink('.dap-lienzo svg text', 'fill')]) {
          expect(Math.max(...(colour.match(/\d+/g)?.map(Number) ?? [255]).slice(0, 3)), colour).toBeLessThan(
            90,
          );
        }
        expect(await page.locator('.dap-pie').innerText()).toMatch(/https:\/\/[\s\S]*CC BY-SA/);
        expect(await page.locator('.copy button').first().isVisible()).toBe(false);
      },
      { colorScheme: 'dark' },
    );
  });
});
