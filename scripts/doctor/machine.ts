/** The findings about everything but the engine. */
import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/config/paths.ts';
import { capture } from '../../src/machine/command.ts';
import { browserVersion, findBrowser } from '../setup/browser.ts';
import { mmdebstrapVersion } from '../setup/engine.ts';
import { hubAnswers, readImages } from '../setup/images.ts';
import { isSuitableNode, NODE_WANTED } from '../setup/node-version.mjs';
import { isInstalled } from '../setup/npm-install.mjs';
import { debianRoad, readSystem } from '../setup/system.ts';
import { type Finding, formatGigabytes } from './report.ts';

/** Node, npm and the project's packages. */
export async function examineNode(): Promise<Finding[]> {
  const ours = process.execPath.startsWith(join(ROOT, 'tools/node'));
  const npm = await capture('npm', ['--version']);
  const installed = isInstalled(ROOT);
  return [
    {
      id: 'node',
      name: 'Node',
      status: isSuitableNode(process.versions.node) ? 'ok' : 'missing',
      detail: `${process.versions.node}${ours ? ', el que el proyecto guarda en tools/node' : ''}`,
      ...(isSuitableNode(process.versions.node) ? {} : { remedy: `hace falta ${NODE_WANTED}` }),
    },
    { id: 'npm', name: 'npm', status: npm.code === 0 ? 'ok' : 'absent', detail: npm.stdout || 'no está' },
    {
      id: 'paquetes',
      name: 'Paquetes',
      status: installed ? 'ok' : 'missing',
      detail: installed ? 'instalados, como dice package-lock.json' : 'sin instalar o a medias',
      ...(installed ? {} : { remedy: 'node scripts/preparar.mjs' }),
    },
  ];
}

/** Where images come from: Docker Hub, those already made, or the means to make them. */
export async function examineImages(engineAnswers: boolean): Promise<Finding[]> {
  const [hub, mmdebstrap] = await Promise.all([hubAnswers(), mmdebstrapVersion()]);
  const images = engineAnswers ? await readImages() : undefined;
  const complete = images !== undefined && images.present === images.wanted;
  const canMake = mmdebstrap !== undefined || canInstall();
  const count = images ? `${images.present} de ${images.wanted}` : 'no se sabe sin motor';
  const volume = images?.hasVolume ? ', y el registro que las sirve' : '';
  const source = hub ? '«npm test» las prepara con Docker Hub' : '«npm test» las construye (unos 5 min)';
  return [
    {
      id: 'hub',
      name: 'Docker Hub',
      status: hub ? 'ok' : 'absent',
      detail: hub ? 'responde' : 'no responde: se usan imágenes equivalentes, hechas con paquetes de Debian',
    },
    {
      id: 'imagenes',
      name: 'Imágenes de la guía',
      status: complete ? 'ok' : hub || canMake ? 'absent' : 'missing',
      detail: complete
        ? `${count}${volume}`
        : `${count}; ${hub || canMake ? source : 'no hay de dónde sacarlas'}`,
      ...(complete || hub || canMake
        ? {}
        : { remedy: 'recupera la conexión con Docker Hub o instala mmdebstrap' }),
    },
    {
      id: 'mmdebstrap',
      name: 'mmdebstrap',
      status: mmdebstrap ? 'ok' : 'absent',
      detail: mmdebstrap ?? 'no está; solo hace falta si Docker Hub no responde',
    },
  ];
}

/** The browser with which the built site is tested. */
export function examineBrowser(): Finding[] {
  const missing: Finding = {
    id: 'navegador',
    name: 'Navegador',
    status: 'missing',
    detail: 'no encuentro ninguno',
  };
  try {
    const path = findBrowser();
    if (path) return [{ ...missing, status: 'ok', detail: `${browserVersion(path)} en ${path}` }];
  } catch (error) {
    return [{ ...missing, detail: 'CHROME_PATH no sirve', remedy: (error as Error).message }];
  }
  const remedy = canInstall()
    ? '«npm test» instala Chromium solo en este Debian (unos 20 s)'
    : 'instala Chromium o Chrome, o di dónde está con CHROME_PATH';
  return [{ ...missing, remedy }];
}

const DISK_NEEDED = 6e9;

/**
 * Free space where the engine keeps its data.
 * @param folders where that is on this machine; undefined if it is not on this machine
 */
export function examineDisk(folders: readonly string[] | undefined): Finding[] {
  const fact: Finding = { id: 'disco', name: 'Disco del motor', status: 'ok', detail: '' };
  const free = folders?.map(freeBytes).filter((bytes) => bytes !== undefined) ?? [];
  if (free.length === 0) {
    const detail = 'no se ve desde aquí: mira con «docker system df» qué ocupa, y deja unos 6 GB libres';
    return [{ ...fact, status: 'absent', detail }];
  }
  const least = Math.min(...free);
  const detail = `${formatGigabytes(least)} libres`;
  if (least >= DISK_NEEDED) return [{ ...fact, detail }];
  const remedy = 'las imágenes y los bancos de pruebas necesitan unos 6 GB: libera espacio';
  return [{ ...fact, status: 'missing', detail, remedy }];
}

/** Free space of the disk on which a folder is, if the folder is there. */
function freeBytes(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

function canInstall(): boolean {
  const system = readSystem();
  return system.isRoot && debianRoad(system.release) !== undefined;
}
