/** What a reader does on a page: copy, open, answer, change the theme, with and without JavaScript. */
import { describe, expect, it } from 'vitest';
import { builtPages } from '../site/built.ts';
import { pageWith } from './page-with.ts';
import { useSite } from './site.ts';

const site = useSite();
const pages = builtPages();

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
