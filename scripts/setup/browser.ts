/** The one place that knows which browser the tests use and how it is launched. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isProgram, which } from '../../src/machine/command.ts';
import { installDebianPackages } from './apt.ts';
import { type Progress, SetupError } from './progress.ts';
import { debianRoad, readSystem, systemName } from './system.ts';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const FIXED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * Finds a Chromium that starts: CHROME_PATH, the system's, or one that Playwright downloaded.
 * @throws SetupError when CHROME_PATH is set and is no browser
 */
export function findBrowser(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (browserVersion(chosen)) return chosen;
    throw new SetupError(
      `CHROME_PATH=${chosen} no es un Chromium que arranque.\n  Cómo arreglarlo: corrige la variable o quítala (unset CHROME_PATH).`,
    );
  }
  const candidates = [...NAMES.map(which), ...FIXED, ...playwrightBrowsers()];
  return candidates.find((path) => path && isProgram(path) && browserVersion(path));
}

/** Version of a browser; undefined when it doesn't start, as the «chromium» of Ubuntu that only announces a snap. */
export function browserVersion(path: string): string | undefined {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000 });
  return status === 0 ? /(?:Chrom|Edge)\D*(\d[\d.]+)/.exec(stdout)?.[1] : undefined;
}

function playwrightBrowsers(): string[] {
  const home = homedir();
  const caches = [join(home, '.cache/ms-playwright'), join(home, 'Library/Caches/ms-playwright')];
  const root = process.env.PLAYWRIGHT_BROWSERS_PATH ?? caches.find((path) => existsSync(path));
  if (!root || !existsSync(root)) return [];
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ];
  const folders = readdirSync(root).filter((name) => /^chromium-\d+$/.test(name));
  return folders
    .sort()
    .reverse()
    .flatMap((folder) => inside.map((path) => join(root, folder, path)));
}

/**
 * Makes sure that there is a browser and returns its path; on Debian, as root, installs Chromium if needed.
 * @throws SetupError that says in Spanish what to install when it cannot
 */
export async function ensureBrowser(progress: Progress): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  const system = readSystem();
  if (system.release.ID === 'debian' && debianRoad(system.release) && system.isRoot) {
    const codename = system.release.VERSION_CODENAME ?? '';
    // Without fonts of its own Chromium falls back to whatever fontconfig brings, which isn't always there.
    const wanted = { packages: ['chromium', 'fonts-liberation'], codename };
    await installDebianPackages(wanted, 'Instalo Chromium de Debian (unos 100 MB, unos 20 s)', progress);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new SetupError(
    `No encuentro un navegador para las pruebas en este ${systemName(system)}: sirve Chromium, Chrome o Edge.\n` +
      'Cómo arreglarlo (una de estas):\n' +
      '  · instala Google Chrome o Chromium\n' +
      '  · di dónde está: CHROME_PATH=/ruta/al/navegador npm test\n' +
      '  · descarga uno para este proyecto: npx playwright-core install chromium',
  );
}

/** Options with which Playwright launches the browser that there is. */
export interface LaunchOptions {
  executablePath: string;
  headless: true;
  args: string[];
}

/** How to launch the browser, for tests and for drawing diagrams. */
export function launchOptions(executablePath: string): LaunchOptions {
  return { executablePath, headless: true, args: browserFlags() };
}

/** Flags for a browser that only ever opens our own pages: it must not talk to anybody else. */
export function browserFlags(isRoot: boolean = process.getuid?.() === 0): string[] {
  return [
    // Chromium refuses to sandbox itself for root, who is who runs in most containers.
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
