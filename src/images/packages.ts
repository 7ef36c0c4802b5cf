/** Which Debian packages an image installs, read from its own recipe, so that there is no second list to forget. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMAGES_DIR } from '../config/paths.ts';
import type { ImageEntry } from './catalogue.ts';

/** One step that installs packages. Those of a later step find what the earlier ones left. */
export interface Install {
  suite: 'trixie' | 'forky';
  packages: string[];
}

const CALL = /\/comun\/instalar\.sh ((?:[^&;|\n\\]|\\\n)+)/g;

/** The packages that an entry's Dockerfile and the scripts beside it install; neighbours of one suite are one step. */
export function installsOf(entry: ImageEntry): Install[] {
  const folder = join(IMAGES_DIR, entry.folder);
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.sh'));
  const texts = ['Dockerfile', ...scripts].map((name) => readFileSync(join(folder, name), 'utf8'));
  const { SUITE = '', ...args } = entry.args ?? {};
  const main = entry.version?.from === 'apt' ? entry.version.package : '';
  return readInstalls(texts, { ...args, SUITE, suite: SUITE, 1: main });
}

/**
 * @param texts Dockerfiles and shell scripts
 * @param variables what stands for `$NAME` in them
 * @throws Error in Spanish when a package is named by a variable that nobody gives
 */
export function readInstalls(
  texts: readonly string[],
  variables: Readonly<Record<string, string>>,
): Install[] {
  const installs: Install[] = [];
  for (const [, call = ''] of texts.flatMap((text) => [...text.matchAll(CALL)])) {
    const words = call
      .replace(/\\\n/g, ' ')
      .replace(/-o \S+/g, '')
      .replaceAll('"', '')
      .split(/\s+/)
      .map((word) =>
        word.replace(/(?<!^)=.*/, '').replace(/\$\{?(\w+)\}?/g, (all, name) => variables[name] ?? all),
      )
      .filter(Boolean);
    const unknown = words.find((word) => word.includes('$'));
    if (unknown) {
      throw new Error(
        `No se sabe qué paquete es «${unknown}» en «instalar.sh ${call.trim()}».\n` +
          '  Cómo arreglarlo: escribe su nombre, o da la variable en src/images/packages.ts.',
      );
    }
    const suite = words.includes('--forky') ? 'forky' : 'trixie';
    const packages = words.filter((word) => word !== '--forky');
    const last = installs.at(-1);
    if (last?.suite === suite) last.packages.push(...packages);
    else installs.push({ suite, packages });
  }
  return installs;
}

/** How a list of steps is written for `comun/consultar.sh`, and the key under which its answer is remembered. */
export function installsKey(installs: readonly Install[]): string {
  return installs.map(({ suite, packages }) => [suite, ...packages].join(' ')).join(';');
}
