import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from '../../src/machine/lock.mjs';
import { isSuitableNode, NODE_WANTED, nodePackageFor } from './node-version.mjs';
import { isInstalled, npmCi } from './npm-install.mjs';

const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const TOOLS = join(ROOT, 'tools/node');
const LINK = join(ROOT, 'node_modules/.bin/node');
// Longest that another order may take to install what we need too.
const PATIENCE_MS = 20 * 60_000;
const BY_HAND = 'Instala Node 24 a mano (por ejemplo, con nvm: nvm install 24) y repite la orden.';

/** A failure whose message already tells the reader what to do. */
class Explained extends Error {}

/**
 * Leaves Node and the project's packages ready; silent when they already are.
 * @param {string[]} args `--si-se-puede` goes on without the packages, which is what `npm run doctor` needs
 */
export async function main(args) {
  const tolerant = args.includes('--si-se-puede');
  try {
    if (isReady()) return;
    const onWait = () => console.log('Otra orden de este proyecto está instalando; espero a que acabe…');
    const options = { what: 'instalando los paquetes', patienceMs: PATIENCE_MS, onWait };
    await withLock(join(ROOT, '.cache/preparar.candado'), options, prepare);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint =
      error instanceof Explained
        ? ''
        : '\nArriba está lo que dijo npm. Repite la orden: se empieza de nuevo.';
    console.error(`\nNo pude preparar el proyecto: ${message}${hint}`);
    // Without a Node that reads TypeScript not even the doctor can start.
    if (!tolerant || !(usesSystemNode() || existsSync(LINK))) process.exitCode = 1;
  }
}

function isReady() {
  if (!isInstalled(ROOT)) return false;
  return usesSystemNode() || (isInstalled(TOOLS) && existsSync(LINK));
}

/** Whether the Node that runs this is good and not the one of tools/node. */
function usesSystemNode() {
  return isSuitableNode(process.versions.node) && !process.execPath.startsWith(TOOLS);
}

async function prepare() {
  const ours = !usesSystemNode();
  const node = ours ? await ownNode() : process.execPath;
  if (!isInstalled(ROOT)) {
    const text = 'Instalo los paquetes del proyecto (unos 20 s; solo la primera vez o cuando cambian)';
    await step(text, (tick) => npmCi(ROOT, node, tick));
  }
  if (ours) link(node);
}

/** Downloads the project's own Node if needed and returns its path. */
async function ownNode() {
  const name = nodePackageFor(process.platform, process.arch);
  const found = `Tu Node es ${process.version} y este proyecto necesita ${NODE_WANTED}`;
  if (!name)
    throw new Explained(`${found}. Para ${process.platform}-${process.arch} no puedo traerlo yo. ${BY_HAND}`);
  if (!isInstalled(TOOLS)) {
    console.log(`${found}: traigo uno solo para él, sin tocar el tuyo.`);
    await step('Descargo Node 24 en tools/node (unos 50 MB, unos 10 s)', (tick) =>
      npmCi(TOOLS, process.execPath, tick),
    );
  }
  const node = join(TOOLS, 'node_modules', name, 'bin/node');
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (answer.status !== 0 || !isSuitableNode(answer.stdout.trim())) {
    throw new Explained(`el Node descargado (${node}) no funciona en esta máquina. ${BY_HAND}`);
  }
  return node;
}

/**
 * npm puts node_modules/.bin first in the PATH of its scripts, so this link is the Node that runs them.
 * @param {string} node
 */
function link(node) {
  mkdirSync(join(LINK, '..'), { recursive: true });
  if (lstatSync(LINK, { throwIfNoEntry: false })) rmSync(LINK);
  symlinkSync(node, LINK);
}

/**
 * @param {string} text what is being done and how long it usually takes
 * @param {(tick: (seconds: number) => void) => Promise<void>} action
 */
async function step(text, action) {
  const start = Date.now();
  console.log(`· ${text}…`);
  await action((seconds) => console.log(`  sigo en ello (${seconds} s)`));
  console.log(`  hecho en ${((Date.now() - start) / 1000).toFixed(1).replace('.', ',')} s`);
}
