/** Measures the built site: `npm run medir:sitio`. Weight of every page, and Lighthouse (phone) for one of each kind. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { BASE } from '../src/config/project.ts';
import { readArguments } from './setup/main.ts';
import { serveSite } from './setup/server.ts';
import { launchBrowser } from './site/browser.ts';
import { readBuiltPages, weigh } from './site/dist.ts';

readArguments({ options: {} });
const dist = join(import.meta.dirname, '../dist');
if (!existsSync(dist)) {
  console.error('No hay sitio construido\n  Cómo arreglarlo: npm run build');
  process.exit(1);
}

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1).replace('.', ',').padStart(6);
const pages = readBuiltPages(dist);
const weights = pages.map((page) => weigh(dist, page)).sort((a, b) => b.bytes - a.bytes);
console.log('Peso al abrir (brotli)  peticiones  página');
for (const { path, bytes, requests } of weights)
  console.log(`${kilobytes(bytes)} kB               ${String(requests).padStart(6)}  ${path}`);

const isPlain = (html: string) => !html.includes('expressive-code') && !html.includes('dap-lienzo');
const text = pages.find(({ html, path }) => path !== '/404.html' && isPlain(html));
const drawn = pages.find(({ html }) => html.includes('dap-lienzo'));
const server = await serveSite({ root: dist, base: BASE, port: 0 });
try {
  for (const page of [text, drawn]) if (page) await audit(server.url, page.path);
} finally {
  await server.close();
}

/** Prints the four Lighthouse scores and the load metrics of a page. */
async function audit(site: string, path: string): Promise<void> {
  const { default: lighthouse } = await import('lighthouse');
  const port = await freePort();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const run = await lighthouse(site + path.slice(1), { port, output: 'json', logLevel: 'error' });
    if (!run) throw new Error(`Lighthouse no respondió para ${path}`);
    const { categories, audits } = run.lhr;
    const scores = Object.values(categories).map(
      ({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`,
    );
    const metric = (id: string) => `${id} ${audits[id]?.displayValue ?? '–'}`;
    console.log(`\nLighthouse móvil, ${path}\n  ${scores.join(' · ')}`);
    const metrics = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
    console.log(`  ${metrics.map(metric).join(' · ')}`);
  } finally {
    await browser.close();
  }
}

/** A TCP port that nobody uses right now. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
