import { readdir, readFile } from 'node:fs/promises';

/** Where a machine gets Debian from. */
export interface Mirror {
  archive: string;
  security: string;
}

const PUBLIC: Mirror = {
  archive: 'http://deb.debian.org/debian',
  security: 'http://deb.debian.org/debian-security',
};

/** Finds the mirrors that this machine's own apt uses; Debian's public ones when it has none. */
export async function machineMirror(): Promise<Mirror> {
  return findMirror(await readSources('/etc/apt'));
}

/** Finds the archive and the security mirror in the text of apt's sources, in either of their formats. */
export function findMirror(sources: string): Mirror {
  const addresses = [...sources.matchAll(/^(?:URIs:|deb(?: \[[^\]]*\])?)\s+(https?:\/\/\S+)/gm)].map(
    (match) => String(match[1]).replace(/\/$/, ''),
  );
  return {
    archive: addresses.find((address) => /\/debian$/.test(address)) ?? PUBLIC.archive,
    security: addresses.find((address) => /\/debian-security$/.test(address)) ?? PUBLIC.security,
  };
}

async function readSources(folder: string): Promise<string> {
  const lists = await readdir(`${folder}/sources.list.d`).catch(() => []);
  const files = [`${folder}/sources.list`, ...lists.map((name) => `${folder}/sources.list.d/${name}`)];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts.join('\n');
}
