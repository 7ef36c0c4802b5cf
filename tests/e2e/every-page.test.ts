/** On every page: accessible in both themes and sizes, nothing blocked by the policy, nothing from elsewhere. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { builtPages } from '../site/built.ts';
import { DESKTOP, PHONE, useSite } from './site.ts';

const site = useSite();
const paths = builtPages().map(({ path }) => path);
const variants = [
  ['escritorio claro', DESKTOP, 'light'],
  ['escritorio oscuro', DESKTOP, 'dark'],
  ['teléfono claro', PHONE, 'light'],
  ['teléfono oscuro', PHONE, 'dark'],
] as const;

async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`),
  );
}

describe.each(paths)('%s', (path) => {
  it.each(variants)('accesible, %s', async (_name, viewport, colorScheme) => {
    await site.visit(
      path,
      async (page) => {
        expect(await axeViolations(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, 'la página no se desplaza de lado').toBeLessThanOrEqual(0);
      },
      { viewport, colorScheme },
    );
  });

  it('la política no bloquea nada y no se pide nada a terceros', async () => {
    await site.visit('/robots.txt', async (page) => {
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== site.origin()) problems.push(request.url());
      });
      await page.goto(site.origin() + path, { waitUntil: 'networkidle' });
      expect(problems).toEqual([]);
    });
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

  it('la política bloquea un script que no estaba en la página', async () => {
    await site.visit('/', async (page) => {
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.colado = true';
        document.head.append(script);
        return 'colado' in window;
      });
      expect(ran).toBe(false);
    });
  });
});
