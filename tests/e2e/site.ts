/** A browser looking at the built site. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from '../../scripts/site/browser.ts';
import { type RunningServer, serve } from '../../scripts/site/server.ts';
import { DIST } from '../site/built.ts';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** What a test of the site can do; one browser and one server for all tests of a file. */
export interface Site {
  origin(): string;
  /** Runs something in a fresh profile, and closes it. */
  open<T>(options: BrowserContextOptions, run: (page: Page) => Promise<T>): Promise<T>;
  /** The same, on a page that has finished loading. */
  visit<T>(path: string, run: (page: Page) => Promise<T>, options?: BrowserContextOptions): Promise<T>;
}

/** Starts server and browser before the tests of the file and stops them after. */
export function useSite(): Site {
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serve(DIST)]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
  });
  const site: Site = {
    origin: () => server.origin,
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
        await page.goto(server.origin + path, { waitUntil: 'networkidle' });
        return run(page);
      }),
  };
  return site;
}
