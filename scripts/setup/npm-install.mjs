import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/** Written last, inside node_modules: `npm ci` starts by emptying that folder, so an interrupted one leaves none. */
const MARK = 'node_modules/.preparado';

/** @param {string} folder folder with a package-lock.json */
function fingerprint(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

/**
 * Whether `npm ci` ended well in the folder for the lock file it has now.
 * @param {string} folder
 */
export function isInstalled(folder) {
  const mark = join(folder, MARK);
  return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(folder);
}

/**
 * Runs `npm ci` with the given Node and marks the folder as installed; rejects when npm fails.
 * @param {string} folder
 * @param {string} node path of the Node that runs npm and the packages' scripts
 * @param {(seconds: number) => void} onWait called every ten seconds
 */
export async function npmCi(folder, node, onWait) {
  rmSync(join(folder, MARK), { force: true });
  const hash = fingerprint(folder);
  await run(
    node,
    ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'],
    onWait,
  );
  writeFileSync(join(folder, MARK), hash);
}

/**
 * @param {string} node
 * @param {string[]} args
 * @param {(seconds: number) => void} onWait
 */
function run(node, args, onWait) {
  // npm tells its scripts where it is; pnpm and yarn fill in the same variable with themselves.
  const cli = process.env.npm_execpath ?? '';
  const known = basename(cli) === 'npm-cli.js';
  const windows = process.platform === 'win32';
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  return new Promise((resolve, reject) => {
    const options = { env, stdio: ['ignore', 'inherit', 'inherit'] };
    const child = known
      ? spawn(node, [cli, ...args], /** @type {any} */ (options))
      : spawn('npm', args, /** @type {any} */ ({ ...options, shell: windows }));
    const start = Date.now();
    const timer = setInterval(() => onWait(Math.round((Date.now() - start) / 1000)), 10_000);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(timer);
      if (code === 0) resolve(undefined);
      else reject(new Error(signal ? `npm se detuvo (${signal})` : `npm terminó con el código ${code}`));
    });
  });
}
