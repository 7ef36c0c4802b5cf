/** A drawing by steps: one frame at a time with the keyboard; all of them without scripts and on paper. */
import { describe, expect, it } from 'vitest';
import { builtPages } from '../site/built.ts';
import { PHONE, useSite } from './site.ts';

const site = useSite();
const page = builtPages().find(({ html }) => html.includes('<dap-vinetas'));
if (!page)
  throw new Error(
    'Ninguna página tiene un dibujo por pasos\n  Cómo arreglarlo: la guía debe tener al menos uno',
  );
const { path } = page;

describe('un dibujo por pasos', () => {
  it('se recorre con el teclado, sin perder el foco, y dice cada paso', async () => {
    await site.visit(path, async (tab) => {
      const drawing = tab.locator('dap-vinetas').first();
      const shown = drawing.locator('li:visible');
      const told = drawing.locator('[aria-live]');
      const total = await drawing.locator('li').count();
      const captions = await drawing.locator('figcaption').allTextContents();
      const next = drawing.getByRole('button', { name: 'Siguiente' });
      const back = drawing.getByRole('button', { name: 'Anterior' });
      expect(await shown.count()).toBe(1);
      expect(await told.textContent()).toBe(captions[0]);
      expect(await back.getAttribute('aria-disabled')).toBe('true');
      await next.focus();
      await tab.keyboard.press('Enter');
      expect(await told.textContent()).toBe(captions[1]);
      await tab.keyboard.press('ArrowLeft');
      expect(await told.textContent()).toBe(captions[0]);
      for (let at = 0; at <= total; at++) await tab.keyboard.press('ArrowRight');
      expect(await told.textContent()).toBe(captions[total - 1]);
      expect(await shown.count()).toBe(1);
      expect(await next.getAttribute('aria-disabled')).toBe('true');
      expect(await next.evaluate((button) => button === document.activeElement)).toBe(true);
    });
  });

  it('sin JavaScript y al imprimir están todas las viñetas, numeradas', async () => {
    const allShown = async (tab: import('playwright-core').Page) => {
      const drawing = tab.locator('dap-vinetas').first();
      const frames = drawing.locator('li');
      expect(await drawing.locator('li:visible').count()).toBe(await frames.count());
      expect(await drawing.locator('button:visible').count()).toBe(0);
      expect(await frames.nth(1).locator('figcaption').innerText()).toMatch(/^2\. \S/);
    };
    await site.visit(path, allShown, { javaScriptEnabled: false, viewport: PHONE });
    await site.visit(path, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      await allShown(tab);
    });
  });

  it('en un teléfono cabe sin desplazarse y sus letras miden al menos 11 píxeles', async () => {
    await site.visit(
      path,
      async (tab) => {
        const sizes = await tab
          .locator('dap-vinetas li[data-visto] .dap-dibujo')
          .first()
          .evaluate((box) => {
            const svg = box.querySelector('svg') as SVGSVGElement;
            const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
            const letters = [...svg.querySelectorAll('text')].map((text) =>
              Number.parseFloat(getComputedStyle(text).fontSize),
            );
            return { over: box.scrollWidth - box.clientWidth, least: Math.min(...letters) * scale };
          });
        expect(sizes.over).toBe(0);
        expect(sizes.least).toBeGreaterThanOrEqual(11);
      },
      { viewport: PHONE },
    );
  });
});
