/** Recorded blocks and their steps, in a real browser. */
import { describe, expect, it } from 'vitest';
import { LINE_FEED } from '../../src/plugins/session-block.ts';
import { builtPages } from '../site/built.ts';
import { pageWith } from './page-with.ts';
import { useSite } from './site.ts';

const site = useSite();
const pages = builtPages();

describe('bloques grabados', () => {
  it('copiar deja en el portapapeles las órdenes, y lo dice', async () => {
    await site.visit(
      pageWith('data-paso='),
      async (page) => {
        const button = page.locator('[data-paso] .copy button').first();
        const commands = ((await button.getAttribute('data-code')) ?? '').replaceAll(LINE_FEED, '\n');
        await button.click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(commands);
        expect(await page.locator('[data-paso] .copy [aria-live]').first().textContent()).toBe('Copiado');
        expect(commands).not.toMatch(/^\$ /m);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  it('lo que se selecciona a mano tampoco lleva el indicador', async () => {
    await site.visit(pageWith('data-paso='), async (page) => {
      const text = await page
        .locator('[data-paso] .k-command')
        .first()
        .evaluate((line) => {
          getSelection()?.selectAllChildren(line);
          return getSelection()?.toString() ?? '';
        });
      expect(text.trim()).not.toMatch(/^\$/);
    });
  });

  // Without JavaScript, and with it from the first moment: the script that manages the focus takes its time.
  it.for([true, false])(
    'los que se desplazan tienen nombre y reciben el foco; JavaScript: %s',
    async (javaScriptEnabled) => {
      await site.visit(
        pageWith('data-paso='),
        async (page) => {
          const blocks = page.locator('.expressive-code pre');
          const faults = () =>
            blocks.evaluateAll((found) => ({
              scrolling: found.filter((block) => block.scrollWidth > block.clientWidth).length,
              still: found.filter((block) => block.scrollWidth <= block.clientWidth).length,
              bad: found
                .filter((block) => block.scrollWidth > block.clientWidth)
                .filter((block) => !block.closest('figure')?.ariaLabel || (block as HTMLElement).tabIndex < 0)
                .map((block) => block.textContent?.slice(0, 60)),
            }));
          const first = await faults();
          expect(first.scrolling).toBeGreaterThan(0);
          expect(first.bad).toEqual([]);
          if (!javaScriptEnabled) return;
          // The script has been through all of them once those that do not scroll have lost the focus that we give.
          expect(first.still).toBeGreaterThan(0);
          await page.waitForFunction(() =>
            [...document.querySelectorAll('.expressive-code pre')].every(
              (block) => block.scrollWidth > block.clientWidth || !block.hasAttribute('tabindex'),
            ),
          );
          expect((await faults()).bad).toEqual([]);
        },
        { viewport: { width: 360, height: 740 }, javaScriptEnabled },
      );
    },
  );

  it('la procedencia se abre con el teclado', async () => {
    await site.visit(pageWith('<details class="dap-prueba"'), async (page) => {
      const details = page.locator('details.dap-prueba').first();
      await details.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await details.getAttribute('open')).not.toBeNull();
      expect(await details.textContent()).toContain('Docker Engine');
    });
  });
});

describe('pasos', () => {
  it.for([true, false])(
    'el enlace a uno lo deja a la vista, señalado; JavaScript: %s',
    async (javaScriptEnabled) => {
      const path = pageWith('k-label');
      const id = /class="ec-line k-label[^"]*" id="([^"]+)"/.exec(
        pages.find((page) => page.path === path)?.html ?? '',
      )?.[1];
      expect(id).toBeTruthy();
      await site.visit(
        `${path}#${id}`,
        async (page) => {
          const label = page.locator(`[id="${id}"]`);
          const header = await page.locator('header').first().boundingBox();
          const box = await label.boundingBox();
          expect(box?.y).toBeGreaterThanOrEqual(header?.height ?? 0);
          expect(box?.y).toBeLessThan(740);
          const ground = (element: Element) => getComputedStyle(element).backgroundColor;
          expect(await label.evaluate(ground)).not.toBe('rgba(0, 0, 0, 0)');
        },
        { viewport: { width: 360, height: 740 }, javaScriptEnabled },
      );
    },
  );

  it('el título de un bloque y su sello caben, sin pisarse, en un teléfono', async () => {
    for (const mark of ['Terminal «', 'dap-marcas'])
      await site.visit(
        pageWith(mark),
        async (page) => {
          const clashes = await page.locator('.dap-paso').evaluateAll((blocks) =>
            blocks.flatMap((block) => {
              const title = block.querySelector('.title');
              const seal = block.querySelector('.dap-prueba summary')?.getBoundingClientRect();
              if (!title || !seal) return [];
              const range = document.createRange();
              range.selectNodeContents(title);
              const over = [...range.getClientRects()].some(
                (line) => line.width > 0 && line.right > seal.left && line.top < seal.bottom,
              );
              return over ? [block.id] : [];
            }),
          );
          expect(clashes).toEqual([]);
        },
        { viewport: { width: 360, height: 740 } },
      );
  });

  it('cada uno de un bloque se lee con su rótulo, y se enlaza desde el sello', async () => {
    await site.visit(pageWith('k-label'), async (page) => {
      const block = page.locator('.dap-paso:has(.k-label)').first();
      expect((await block.locator('.k-label').first().textContent())?.trim()).not.toBe('');
      expect(await block.locator('.copy button').getAttribute('data-code')).not.toContain(
        (await block.locator('.k-label').first().textContent()) as string,
      );
      await block.locator('.dap-prueba summary').click();
      const ids = ((await block.getAttribute('data-paso')) ?? '').split(' ');
      await block.getByRole('link', { name: `paso ${ids.at(-1)}`, exact: true }).click();
      expect(page.url()).toMatch(new RegExp(`#.*\\.${ids.at(-1)}$`));
    });
  });
});
