/**
 * Draws the picture of the front page: what a browser shows of the application that the guide builds. Run it again
 * when examples/empezar/la-aplicacion changes: `node scripts/site/draw-visor.ts`. Its page, its script and its drawings
 * are those of the example; the answer of the API is made of the rows with which its database begins.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../../src/config/paths.ts';
import { mediaType } from '../setup/static-files.ts';
import { launchBrowser } from './browser.ts';

const EXAMPLE = join(ROOT, 'examples/empezar/la-aplicacion');
const PICTURE = join(ROOT, 'src/components/visor.webp');
const ADDRESS = 'http://localhost:8080/';
/** Small enough to be read on a phone without being shrunk. */
const VIEW = { width: 440, height: 500 };
const MAX_BYTES = 20_000;

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: VIEW });
  await page.route(`${ADDRESS}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/api/estudios') return route.fulfill({ json: readStudies() });
    const file = join(EXAMPLE, 'web', path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({ body: readFileSync(file), contentType: mediaType(file) });
  });
  await page.goto(ADDRESS, { waitUntil: 'networkidle' });
  const picture = await asWebp(page, await page.screenshot());
  if (picture.length > MAX_BYTES)
    throw new Error(
      `El dibujo pesa ${picture.length} bytes y puede pesar ${MAX_BYTES}\n  Cómo arreglarlo: haz más pequeña la vista en scripts/site/draw-visor.ts`,
    );
  writeFileSync(PICTURE, picture);
  console.log(`✓ ${PICTURE} (${picture.length} bytes)`);
} finally {
  await browser.close();
}

/** A third of the weight of the PNG; the browser knows how. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const data = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), {
        width: image.width,
        height: image.height,
      });
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.85);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(data.replace(/^.*,/, ''), 'base64');
}

/** The studies as the API answers them. */
function readStudies(): { fecha: string; zona: string; imagen: string }[] {
  const sql = readFileSync(join(EXAMPLE, 'db/inicio.sql'), 'utf8');
  return [...sql.matchAll(/\(\d+, '([^']+)', '([^']+)', '([^']+)'\)/g)].map(
    ([, fecha = '', zona = '', imagen = '']) => ({ fecha, zona, imagen }),
  );
}
