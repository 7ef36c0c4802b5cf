/** Chromium for the site's tools and tests. */
import { type Browser, chromium } from 'playwright-core';
import { findBrowser, launchOptions } from '../setup/browser.ts';

/**
 * Starts a headless browser.
 * @param extra flags besides the project's own
 * @throws Error (Spanish, with remedy) when there is none
 */
export async function launchBrowser(extra: string[] = []): Promise<Browser> {
  const path = findBrowser();
  if (!path) {
    throw new Error(
      'No hay Chromium\n  Cómo arreglarlo: «npm test» lo instala en Debian; en otro sistema, instala Chromium o di dónde está con CHROME_PATH=/ruta',
    );
  }
  const { args, ...options } = launchOptions(path);
  return chromium.launch({ ...options, args: [...args, ...extra] });
}
