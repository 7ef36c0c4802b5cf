/** A browser looking at the built site. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type SiteServer, serveSite } from '../../scripts/setup/server.ts';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { BASE } from '../../src/config/project.ts';
import { DIST } from '../site/built.ts';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** What a test of the site can do; one browser and one server for all tests of a file. */
export interface Site {
  /** Where the site is served, without a slash at the end. */
  origin(): string;
  /** Name and version of the browser. */
  browser(): string;
  /** Address of a page or file, by its path below the base. */
  address(path: string): string;
  /** Runs something in a fresh profile, and closes it. */
  open<T>(options: BrowserContextOptions, run: (page: Page) => Promise<T>): Promise<T>;
  /** The same, on a page that is ready. */
  visit<T>(path: string, run: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>;
}

/** Starts browser and server, the one of `npm start`, before the tests of the file and stops them after. */
export function useSite(): Site {
  let browser: Browser;
  let server: SiteServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveSite({ root: DIST, base: BASE, port: 0 })]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  const site: Site = {
    origin: () => new URL(server.url).origin,
    browser: () => `${browser.browserType().name()} ${browser.version()}`,
    address: (path) => server.url + path.replace(/^\//, ''),
    async open(options, run) {
      const context = await browser.newContext({ viewport: DESKTOP, locale: 'es', ...options });
      try {
        return await run(await context.newPage());
      } finally {
        await context.close();
      }
    },
    visit: (path, run, options = {}) =>
      site.open(options, async (page) => {
        await ready(page, site.address(path));
        return run(page);
      }),
  };
  return site;
}

/** Goes to an address and waits until it can be used: its modules have run, which `load` waits for, and its fonts are there. */
export async function ready(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
