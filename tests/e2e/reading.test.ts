/** What a reader does on a page: copy, open, answer, change the theme, with and without JavaScript. */
import { describe, expect, it } from 'vitest';
import { LINE_FEED } from '../../src/plugins/session-block.ts';
import { builtPages } from '../site/built.ts';
import { useSite } from './site.ts';

const site = useSite();
const pages = builtPages();

/** First page that has something; a test about it needs one. */
function pageWith(mark: string): string {
  const page = pages.find(({ html, path }) => path !== '/' && html.includes(mark));
  if (!page)
    throw new Error(
      `Ninguna página tiene ${mark}\n  Cómo arreglarlo: la guía debe usar ese componente al menos una vez`,
    );
  return page.path;
}

describe('bloques grabados', () => {
  it('copiar deja en el portapapeles las órdenes, y lo dice', async () => {
    await site.visit(
      pageWith('data-paso='),
      async (page) => {
        const button = page.locator('[data-paso] .copy button').first();
        const commands = ((await button.getAttribute('data-code')) ?? '').replaceAll(LINE_FEED, '\n');
        await button.click();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(commands);
        expect(await page.locator('.copy [aria-live]').first().textContent()).toBe('Copiado');
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

describe('menú', () => {
  it('al entrar, la página de ahora está a la vista', async () => {
    const last = pages.filter(({ path }) => path.startsWith('/fundamentos/')).at(-1)?.path ?? '';
    await site.visit(
      last,
      async (page) => {
        const link = page.locator('#starlight__sidebar [aria-current="page"]');
        await page.getByRole('button', { name: 'Menú' }).click();
        await page.waitForFunction(
          (found) => {
            const { top, bottom } = (found as Element).getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
          },
          await link.elementHandle(),
        );
      },
      { viewport: { width: 360, height: 500 } },
    );
  });
});

describe('afirmaciones y términos', () => {
  it('la marca de una afirmación lleva a su prueba, abierta', async () => {
    await site.visit(pageWith('class="dap-marca"'), async (page) => {
      const mark = page.locator('.dap-marca').first();
      expect(await mark.textContent()).toContain('afirmación probada');
      await mark.click();
      await page.waitForURL(/verificacion\/[a-z]+\/#/);
      await page.locator('details:target[open]').waitFor();
    });
  });

  it('un término abre su definición y Escape la cierra y devuelve el foco', async () => {
    await site.visit(pageWith('class="dap-termino"'), async (page) => {
      const term = page.locator('a.dap-termino').first();
      await term.focus();
      await page.keyboard.press('Enter');
      const box = page.locator('.dap-glosa');
      await box.waitFor();
      expect(await box.getByRole('link', { name: 'Ver en el glosario' }).getAttribute('href')).toContain(
        '/referencia/glosario/#',
      );
      await page.keyboard.press('Escape');
      await box.waitFor({ state: 'hidden' });
      expect(await term.evaluate((link) => link === document.activeElement)).toBe(true);
    });
  });
});

describe('verificación', () => {
  const TOPIC = '/verificacion/redes/';

  it('de la página con los totales se va a la de un tema', async () => {
    await site.visit('/verificacion/', async (page) => {
      await page.locator('main').getByRole('link', { name: 'Redes', exact: true }).click();
      await page.waitForURL(`**${TOPIC}`);
      expect(await page.locator('[data-fila]').count()).toBeGreaterThan(0);
    });
  });

  it('el filtro deja lo que coincide y dice cuánto', async () => {
    await site.visit(TOPIC, async (page) => {
      const rows = page.locator('[data-fila]');
      const total = await rows.count();
      expect(total).toBeGreaterThan(0);
      await page.getByRole('searchbox', { name: 'Filtrar' }).fill('zzqqxx');
      expect(await page.locator('[data-fila]:visible').count()).toBe(0);
      expect(await page.locator('.filtro [role=status]').textContent()).toBe(`0 de ${total}`);
    });
  });

  it('un fragmento que no es texto no rompe nada', async () => {
    await site.visit(TOPIC, async (page) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.evaluate(() => {
        location.hash = '#%';
        return new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      });
      await page.getByRole('searchbox', { name: 'Filtrar' }).fill('zzqqxx');
      expect(errors).toEqual([]);
    });
  });

  it('al abrir una afirmación se ve cómo se probó', async () => {
    await site.visit(TOPIC, async (page) => {
      const claim = page.locator('details[data-fila]').first();
      await claim.locator('summary').first().click();
      await claim.locator('pre').first().waitFor();
      expect(await claim.locator('pre').first().textContent()).toMatch(/run|docker/);
    });
  });

  it('sin JavaScript, un enlace lleva a ello', async () => {
    await site.visit(
      TOPIC,
      async (page) => {
        const claim = page.locator('details[data-fila]').first();
        await claim.locator('summary').click();
        await claim.locator('a.experimento').click();
        expect(await page.locator('body').textContent()).toMatch(/run|docker/);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('tema', () => {
  it('se elige y se recuerda; los diagramas lo siguen', async () => {
    await site.visit(pageWith('dap-lienzo'), async (page) => {
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const line = () =>
        page
          .locator('.dap-lienzo svg text')
          .first()
          .evaluate((text) => getComputedStyle(text).fill);
      const select = page.getByRole('combobox', { name: 'Tema' }).first();
      await select.selectOption('light');
      const [light, lightText] = [await background(), await line()];
      await select.selectOption('dark');
      expect(await background()).not.toBe(light);
      expect(await line()).not.toBe(lightText);
      await page.reload();
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    });
  });
});

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

describe('navegación', () => {
  it('lo primero que recibe el foco lleva al contenido', async () => {
    await site.visit('/', async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Ir al contenido');
    });
  });

  it('una dirección que no existe da la página 404 en español', async () => {
    await site.visit('/no/existe/', async (page) => {
      expect(await page.locator('h1').textContent()).toBe('Esta página no existe');
    });
  });

  it('en un teléfono, el menú se abre y lleva a otra página', async () => {
    await site.visit(
      pageWith('data-paso='),
      async (page) => {
        await page.getByRole('button', { name: 'Menú' }).click();
        await page.getByRole('link', { name: 'Referencia' }).first().click();
        await page.waitForURL(/referencia/);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});
