import { readdir, readFile } from 'node:fs/promises';

/** Where a machine gets Debian from. */
export interface Mirror {
  archive: string;
  security: string;
}

/**
 * Finds the mirrors that this machine's own apt uses.
 * @throws Error in Spanish when it has none: without them no image can be built from Debian's packages
 */
export async function machineMirror(): Promise<Mirror> {
  return findMirror(await readSources('/etc/apt'));
}

/** Finds the archive and the security mirror in the text of apt's sources, in either of their formats. */
export function findMirror(sources: string): Mirror {
  const addresses = [...sources.matchAll(/^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(https?:\/\/\S+)/gm)].map(
    (match) => String(match[1]).replace(/\/$/, ''),
  );
  const archive = addresses.find((address) => /\/debian$/.test(address));
  if (!archive) {
    throw new Error(
      'No se sabe de dónde instala paquetes este equipo: /etc/apt no nombra ningún archivo de Debian.\n' +
        '  Remedio: añade uno a /etc/apt/sources.list, o conéctate a Docker Hub para usar las imágenes oficiales',
    );
  }
  return {
    archive,
    security: addresses.find((address) => /\/debian-security$/.test(address)) ?? `${archive}-security`,
  };
}

async function readSources(folder: string): Promise<string> {
  const lists = await readdir(`${folder}/sources.list.d`).catch(() => []);
  const files = [`${folder}/sources.list`, ...lists.map((name) => `${folder}/sources.list.d/${name}`)];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts.join('\n');
}
