/** The ways in: the front page, and the page of an address that leads nowhere. */
import { expect, it } from 'vitest';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const MESSAGE = 'Bind for 0.0.0.0:8080 failed:\nport is already allocated';

it('un error que se pega en la portada abre el buscador con él, y encuentra su página', async () => {
  await site.visit(
    '/',
    async (page) => {
      await page.evaluate((text) => navigator.clipboard.writeText(text), MESSAGE);
      await page.getByRole('textbox', { name: 'Tengo un error' }).focus();
      await page.keyboard.press('Control+v');
      const found = page.locator('.dap-busqueda li a[href*="redes/problemas-de-red"]');
      await found.first().waitFor();
      expect(await page.getByRole('searchbox', { name: 'Buscar' }).inputValue()).toBe(
        MESSAGE.replace('\n', ' '),
      );
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

it('sin JavaScript queda la lista de mensajes, y ningún campo que no haga nada', async () => {
  await site.visit(
    '/',
    async (page) => {
      expect(await page.locator('dap-pegar form').isVisible()).toBe(false);
      await page.locator('dap-pegar a').click();
      await page.waitForURL('**/referencia/errores/');
      // Nor does the filter of the list, and it is whole.
      expect(await page.locator('dap-filtro form').isVisible()).toBe(false);
      expect(await page.locator('[data-fila]').count()).toBeGreaterThan(50);
    },
    { javaScriptEnabled: false },
  );
});

it('en un teléfono, la portada tiene menú y elección de tema; en una pantalla ancha, no estorba', async () => {
  const menu = (page: import('playwright-core').Page) => page.locator('#starlight__sidebar');
  await site.visit(
    '/',
    async (page) => {
      await page.getByRole('button', { name: 'Menú' }).click();
      await menu(page).getByRole('link', { name: 'Empezar' }).waitFor();
      expect(await menu(page).locator('starlight-theme-select').isVisible()).toBe(true);
    },
    { viewport: PHONE },
  );
  await site.visit('/', async (page) => expect(await menu(page).isVisible()).toBe(false));
});

it('la página de una dirección perdida ofrece buscar sus palabras, y los temas', async () => {
  await site.visit('/redes/puerto-ocupado/', async (page) => {
    const field = page.getByRole('textbox', { name: 'Busca una palabra' });
    expect(await field.inputValue()).toBe('puerto ocupado');
    expect(await page.locator('.dap-temas a').count()).toBeGreaterThan(2);
    await field.press('Enter');
    await page.locator('.dap-busqueda li').first().waitFor();
  });
});

it('el filtro de los mensajes deja los que llevan todas sus palabras', async () => {
  await site.visit('/referencia/errores/', async (page) => {
    await page.getByRole('searchbox', { name: 'Filtrar' }).fill('port allocated');
    const left = await page.locator('[data-fila]:visible').allTextContents();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan((await page.locator('[data-fila]').count()) / 2);
    expect(left.filter((row) => !/port/i.test(row) || !/allocated/i.test(row))).toEqual([]);
    const links = page.locator('[data-fila]:visible a[href*="/redes/problemas-de-puertos/"]');
    expect(await links.count()).toBeGreaterThan(0);
  });
});
