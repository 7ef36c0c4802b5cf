/** On every page: accessible in both themes and sizes, nothing blocked by the policy, nothing from elsewhere. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtPages } from '../site/built.ts';
import { proofOfPage } from './page-proof.ts';
import { DESKTOP, PHONE, ready, useSite } from './site.ts';

const site = useSite();
const pages = builtPages();

// Not by tag: that would also bring those that no level AA asks for.
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** @param rules all of them, or only those that a change of theme can change: axe's time goes in the rest */
async function axeViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  // To name what passed takes it longer than to look.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`),
  );
}

/** Notes errors in the console, which is where blocked scripts end, and requests to other sites. */
function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== site.origin()) problems.push(request.url());
  });
  return problems;
}

describe.each([
  ['escritorio', DESKTOP],
  ['teléfono', PHONE],
] as const)('%s', (name, viewport) => {
  it.concurrent.for(pages)('$path', async ({ path, html }, { expect }) => {
    const look = proofOfPage(`${name} ${path}`, html, site.browser());
    if (look.isKnown) return;
    await site.open({ viewport, colorScheme: 'light' }, async (page) => {
      const problems = watch(page);
      await ready(page, site.address(path));
      expect(await axeViolations(page), 'axe, tema claro').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axeViolations(page, COLOURS), 'axe, tema oscuro').toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'la página se desplaza de lado').toBeLessThanOrEqual(0);
      expect(problems, 'errores de la consola y peticiones a terceros').toEqual([]);
    });
    look.proved();
  });
});

describe('las comprobaciones de arriba pueden fallar', () => {
  it('axe señala una imagen sin texto', async () => {
    await site.visit('/', async (page) => {
      await page.evaluate(() =>
        document.querySelector('main')?.append(Object.assign(new Image(), { src: '/favicon.svg' })),
      );
      expect((await axeViolations(page)).join()).toContain('image-alt');
    });
  });

  it('axe ve los colores del tema oscuro', async () => {
    await site.visit('/', async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.evaluate(() => document.querySelector('h1')?.setAttribute('style', 'color:#222'));
      expect((await axeViolations(page, COLOURS)).join()).toContain('color-contrast');
    });
  });

  it('la política bloquea un script que no estaba en la página, y se nota', async () => {
    await site.visit('/', async (page) => {
      const problems = watch(page);
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.colado = true';
        document.head.append(script);
        return 'colado' in window;
      });
      expect(ran).toBe(false);
      expect(problems.join()).toMatch(/Content Security Policy/i);
    });
  });
});
