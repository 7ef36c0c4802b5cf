/** Answering, remembering and taking away what was done, with the keyboard, in a browser. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parseProgress, STORAGE_KEY } from '../../src/components/progress/progress.ts';
import { builtPages } from '../site/built.ts';
import { PHONE, useSite } from './site.ts';

const site = useSite();

/** First page of the guide that has something. */
function pageWith(mark: RegExp): string {
  const page = builtPages().find(({ html, path }) => /^\/[a-z]+\/[a-z-]+\/$/.test(path) && mark.test(html));
  if (!page)
    throw new Error(`Ninguna página tiene ${mark}\n  Cómo arreglarlo: la guía debe usarlo al menos una vez`);
  return page.path;
}

const QUESTION = pageWith(/<dap-pregunta(?![^>]*data-prediccion)/);
const PREDICTION = pageWith(/<dap-pregunta[^>]*data-prediccion/);

/** Chooses an option as a keyboard does: to the radios, along them, and Enter. */
async function answer(page: Page, question: Locator, right: boolean): Promise<void> {
  const options = question.locator('.dap-opcion');
  const wanted = await options.evaluateAll(
    (all, isRight) => all.findIndex((option) => 'correcta' in (option as HTMLElement).dataset === isRight),
    right,
  );
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  for (let at = 0; at < wanted; at++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

describe('preguntas', () => {
  it('con el teclado: un solo mensaje dice cómo fue y por qué', async () => {
    await site.visit(QUESTION, async (page) => {
      const question = page.locator('dap-pregunta').first();
      const status = question.getByRole('status');
      await question.getByRole('button', { name: 'Comprobar' }).press('Enter');
      expect(await status.textContent()).toBe('Elige una opción. ');
      await answer(page, question, false);
      expect(await status.textContent()).toMatch(/^No es esa\. \S/);
      expect(await question.locator('[data-estado=mal]').count()).toBe(1);
      await answer(page, question, true);
      expect(await status.textContent()).toMatch(/^Correcto\. \S/);
      expect(await question.locator('.dap-opcion[data-estado]').count()).toBe(1);
      expect(await question.locator('.dap-opcion p:visible').count()).toBe(0);
    });
  });

  it('lo respondido sigue ahí al volver', async () => {
    await site.visit(QUESTION, async (page) => {
      const question = page.locator('dap-pregunta').first();
      await answer(page, question, false);
      const told = await question.getByRole('status').textContent();
      await page.reload();
      expect(await question.getByRole('status').textContent()).toBe(told);
      expect(await question.locator('.dap-opcion[data-estado=mal] input').isChecked()).toBe(true);
    });
  });

  it('una predicción enseña lo grabado al responder, y no antes', async () => {
    await site.visit(PREDICTION, async (page) => {
      const question = page.locator('dap-pregunta[data-prediccion]').first();
      const recorded = question.locator('.dap-grabado pre');
      expect(await recorded.isVisible()).toBe(false);
      await answer(page, question, false);
      expect(await recorded.isVisible()).toBe(true);
      expect(await question.getByRole('status').textContent()).toMatch(/^No es eso\. \S/);
    });
  });

  it('en papel están las letras y la respuesta, y no lo que no se puede tocar', async () => {
    await site.visit(QUESTION, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const question = page.locator('dap-pregunta').first();
      expect(await question.locator('.dap-solucion').isVisible()).toBe(true);
      expect(await question.locator('.dap-solucion').textContent()).toMatch(/^Respuesta: [a-f]$/);
      expect(await question.getByRole('button').count()).toBe(0);
      expect(await question.locator('input').first().isVisible()).toBe(false);
    });
  });
});

describe('progreso', () => {
  it('una página se marca como leída, se ve en el menú y se desmarca', async () => {
    await site.visit(QUESTION, async (page) => {
      const current = page.locator('.sidebar a[aria-current=page]');
      await page.getByRole('button', { name: 'Marcar como leída' }).press('Enter');
      expect(await current.textContent()).toContain('(leída)');
      await page.goto(site.address('/progreso/'));
      const listed = page.locator('[data-dap-paginas] a:has(.dap-ya-leida)');
      expect(
        await listed.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname)),
      ).toEqual([new URL(site.address(QUESTION)).pathname]);
      await page.goBack();
      expect(await current.textContent()).toContain('(leída)');
      await page.getByRole('button', { name: 'Leída (desmarcar)' }).click();
      expect(await current.textContent()).not.toContain('(leída)');
    });
  });

  it('sin almacenamiento no se ofrece, y las preguntas se responden igual', async () => {
    await site.open({}, async (page) => {
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      await page.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('no', 'SecurityError');
          },
        }),
      );
      await page.goto(site.address(QUESTION));
      const question = page.locator('dap-pregunta').first();
      await answer(page, question, true);
      expect(await question.getByRole('status').textContent()).toMatch(/^Correcto\./);
      expect(await page.locator('dap-leida').isVisible()).toBe(false);
      // Starlight remembers the theme and the sidebar there, and says so on its own.
      expect(errors.filter((message) => /dap|progres/i.test(message))).toEqual([]);
    });
  });

  it('lo hecho se cuenta, se lleva a un archivo, se borra y se trae', async () => {
    await site.visit(QUESTION, async (page) => {
      await answer(page, page.locator('dap-pregunta').first(), true);
      await page.getByRole('button', { name: 'Marcar como leída' }).click();
      const title = ((await page.locator('h1').textContent()) ?? '').trim();
      await page.goto(site.address('/progreso/'));
      await page.getByRole('link', { name: title }).first().waitFor();
      const row = page.locator(`tr[data-tema="${QUESTION.split('/')[1]}"]`);
      const counted = await row.textContent();
      expect(counted).toMatch(/1 de \d+/);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Descargar' }).click();
      const file = (await (await download).path()) as string;
      expect(Object.keys(parseProgress(readFileSync(file, 'utf8'))?.read ?? {})).toEqual([
        QUESTION.slice(1, -1),
      ]);
      await page.getByRole('button', { name: 'Borrar todo' }).click();
      await page.getByRole('button', { name: 'Sí, borrarlo' }).click();
      expect(await page.evaluate((key) => localStorage.getItem(key), STORAGE_KEY)).toBeNull();
      expect(await row.textContent()).not.toBe(counted);
      await page.getByLabel('Traer de un archivo').setInputFiles(file);
      await page.getByText('Traído').waitFor();
      expect(await row.textContent()).toBe(counted);
    });
  });

  it('un archivo que no es suyo se rechaza sin perder nada', async () => {
    await site.visit('/progreso/', async (page) => {
      await page.getByLabel('Traer de un archivo').setInputFiles({
        name: 'otro.json',
        mimeType: 'application/json',
        buffer: Buffer.from('{"a":1}'),
      });
      await page.getByText('no es un progreso de esta guía').waitFor();
    });
  });

  it('sin JavaScript, la página lo dice', async () => {
    await site.visit(
      '/progreso/',
      async (page) => {
        expect(await page.locator('main noscript p').isVisible()).toBe(true);
        expect(await page.getByRole('button', { name: 'Descargar' }).count()).toBe(0);
      },
      { javaScriptEnabled: false, viewport: PHONE },
    );
  });
});

describe('practicar', () => {
  it('un tema lleva la cuenta de sus respuestas y se puede empezar de nuevo', async () => {
    await site.visit('/practica/redes/', async (page) => {
      const score = page.locator('dap-practica [role=status]');
      expect(await score.textContent()).toMatch(/^Has respondido 0 de \d+/);
      await answer(page, page.locator('dap-pregunta').first(), true);
      expect(await score.textContent()).toMatch(/^Has respondido 1 de \d+ y acertado 1/);
      await page.getByRole('button', { name: 'Empezar de nuevo' }).click();
      expect(await score.textContent()).toMatch(/^Has respondido 0 de/);
      expect(await page.locator('[data-estado]').count()).toBe(0);
    });
  });
});
