import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE, useSite } from './site.ts';

const site = useSite();

/** Types in the search and gives the titles of the answer to what was typed, in order. */
async function search(page: Page, text: string): Promise<string[]> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: 'Buscar' }).fill(text);
  return answered(page, text);
}

/** Titles once the list answers this question, and not the one before. */
async function answered(page: Page, text: string, kind = ''): Promise<string[]> {
  await page.waitForFunction(
    ([text, kind]) => {
      const list = document.querySelector<HTMLElement>('.dap-busqueda ol');
      return list?.dataset.responde === text && list?.dataset.tipo === kind;
    },
    [text, kind],
  );
  return page.locator('.dap-busqueda li > a').allTextContents();
}

describe('buscador', () => {
  it('no carga nada hasta que se abre', async () => {
    await site.visit('/robots.txt', async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      // Here the point is that nothing comes later.
      await page.goto(site.address('/'), { waitUntil: 'networkidle' });
      expect(asked.filter((path) => /pagefind|dialog/.test(path))).toEqual([]);
      await page.getByRole('button', { name: 'Buscar' }).click();
      await page.getByRole('searchbox', { name: 'Buscar' }).fill('docker');
      await page.locator('.dap-busqueda li').first().waitFor();
      expect(asked.some((path) => path.includes('pagefind'))).toBe(true);
    });
  });

  it('se abre con Ctrl+K y con «/», y se cierra con Escape', async () => {
    await site.visit('/', async (page) => {
      const dialog = page.getByRole('dialog', { name: 'Buscar en la guía' });
      for (const key of ['Control+k', '/']) {
        await page.keyboard.press(key);
        await dialog.waitFor();
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'hidden' });
      }
    });
  });

  it('encuentra, lo anuncia y lleva con el teclado', async () => {
    await site.visit('/', async (page) => {
      const titles = await search(page, 'glosario');
      expect(titles.join()).toContain('Glosario');
      expect(await page.locator('.dap-busqueda [role=status]').textContent()).toMatch(/página/);
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
      await page.keyboard.press('ArrowUp');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await page.keyboard.press('Enter');
      await page.waitForURL(/referencia\/glosario/);
    });
  });

  it('encuentra por las palabras clave de la página y con erratas conocidas', async () => {
    await site.visit('/', async (page) => {
      expect((await search(page, 'diccionario')).join()).toContain('Glosario');
    });
  });

  it('un mensaje de error con ids, rutas y puertos encuentra la página que lo explica', async () => {
    await site.visit('/', async (page) => {
      const message =
        'docker: Error response from daemon: failed to set up container networking: driver failed programming external connectivity on endpoint web2 (0a1b2c3d4e5f): Bind for 0.0.0.0:8080 failed: port is already allocated';
      expect((await search(page, message)).slice(0, 3)).toContain(
        'port is already allocated y address already in use: el puerto está ocupado',
      );
    });
  });

  it('lo que solo tiene números y símbolos se busca como se teclea', async () => {
    await site.visit('/', async (page) => {
      expect((await search(page, '127'))[0]).toBe('La vida de un docker run, paso a paso');
      // One is enough, also with something typed.
      await page.keyboard.press('Escape');
      expect((await search(page, '--mount')).slice(0, 3)).toContain('No perder los datos');
    });
  });

  it('Escape cierra a la primera también con texto, y la página no se mueve detrás', async () => {
    await site.visit('/referencia/glosario/', async (page) => {
      await search(page, 'docker');
      await page.mouse.move(5, 400);
      await page.mouse.wheel(0, 900);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe('hidden');
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Buscar en la guía' }).waitFor({ state: 'hidden' });
    });
  });

  it('Control+Mayúsculas+K y Alt+/ son del navegador', async () => {
    await site.visit('/', async (page) => {
      for (const key of ['Control+Shift+K', 'Alt+/']) await page.keyboard.press(key);
      expect(await page.locator('.dap-busqueda').count()).toBe(0);
    });
  });

  it('Intro lleva a la sección que trata de lo buscado', async () => {
    await site.visit('/', async (page) => {
      await search(page, '--privileged');
      const target = await page.locator('.dap-busqueda li [data-destino]').first().getAttribute('href');
      expect(target).toContain('#');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${target}`);
    });
  });

  it('si el índice no llega, lo dice, y no lo confunde con un sitio sin índice', async () => {
    await site.visit('/', async (page) => {
      await page.route('**/claves.json', (route) => route.abort());
      await page.keyboard.press('Control+k');
      await page.getByRole('searchbox', { name: 'Buscar' }).fill('docker');
      const status = page.locator('.dap-busqueda [role=status]');
      await status.filter({ hasText: 'El índice no llega' }).waitFor();
      await page.unroute('**/claves.json');
      await page.getByRole('searchbox', { name: 'Buscar' }).fill('glosario');
      expect((await answered(page, 'glosario')).join()).toContain('Glosario');
    });
  });

  it('filtra por tipo de página', async () => {
    await site.visit('/', async (page) => {
      await search(page, 'docker');
      await page.locator('.dap-busqueda label', { hasText: 'Consultar' }).click();
      await answered(page, 'docker', 'Consultar');
      const kinds = new Set(await page.locator('.dap-busqueda li small').allTextContents());
      expect([...kinds]).toEqual(['Consultar']);
    });
  });

  it('dice que no hay nada cuando no hay nada', async () => {
    await site.visit('/', async (page) => {
      expect(await search(page, 'zzqqxx')).toEqual([]);
      expect(await page.locator('.dap-busqueda [role=status]').textContent()).toContain('Nada para «zzqqxx»');
    });
  });

  it('cabe en un teléfono', async () => {
    await site.visit(
      '/',
      async (page) => {
        await page.getByRole('button', { name: 'Buscar' }).click();
        await page.getByRole('searchbox', { name: 'Buscar' }).fill('docker');
        await page.locator('.dap-busqueda li').first().waitFor();
        const wide = await page
          .locator('.dap-busqueda')
          .evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
        expect(wide).toBe(false);
      },
      { viewport: PHONE },
    );
  });
});
