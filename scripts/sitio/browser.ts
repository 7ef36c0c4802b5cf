/** Chromium for the site's tools and tests. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts a headless browser; CHROMIUM names another executable. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'], ...CANDIDATES].find((path) => path && existsSync(path));
  if (!executablePath) {
    throw new Error(
      'No hay Chromium\n  Remedio: «npm test» lo instala en Debian; en otro sistema, instala Chromium y di dónde con CHROMIUM=/ruta',
    );
  }
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
