/** Chromium for the site's tools and tests. */
import { type Browser, chromium } from 'playwright-core';
import { findBrowser, launchOptions } from '../setup/browser.ts';

/**
 * Starts a headless browser.
 * @throws Error (Spanish, with remedy) when there is none
 */
export async function launchBrowser(): Promise<Browser> {
  const path = findBrowser();
  if (!path) {
    throw new Error(
      'No hay Chromium\n  Remedio: «npm test» lo instala en Debian; en otro sistema, instala Chromium o di dónde está con CHROME_PATH=/ruta',
    );
  }
  return chromium.launch(launchOptions(path));
}
