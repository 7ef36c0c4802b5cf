/** The packages of an image are part of what it is: read from its recipe, asked to Debian, and in its fingerprint. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { IMAGES_DIR } from '../../../src/config/paths.ts';
import { readInstalled } from '../../../src/images/base.ts';
import { CATALOGUE, ENGINES, type ImageEntry, TOOLS } from '../../../src/images/catalogue.ts';
import { installsKey, installsOf, readInstalls } from '../../../src/images/packages.ts';
import { closureKey, newestOf, othersInputs, readClosures } from '../../../src/images/versions.ts';

const ENTRIES = [...new Set([...CATALOGUE, ...TOOLS, ...Object.values(ENGINES)])];
const entry = (ref: string) => ENTRIES.find((candidate) => candidate.ref === ref) as ImageEntry;

test('the packages are those of the recipe, script and arguments included', () => {
  expect(installsKey(installsOf(entry('nginx:1.30')))).toBe('forky nginx curl gettext-base');
  expect(installsOf(entry('postgres:18'))).toEqual([
    { suite: 'forky', packages: expect.arrayContaining(['gosu', 'postgresql-18']) },
  ]);
  expect(installsOf(entry('postgres:17'))[0]?.suite).toBe('trixie');
  expect(installsOf(entry('banco-28:trixie')).map(({ suite }) => suite)).toEqual(['forky', 'trixie']);
  expect(installsOf(entry('banco-28:trixie'))[1]?.packages).toContain('curl');
});

test('no image installs anything that its recipe does not tell', () => {
  for (const image of ENTRIES) {
    const names = installsOf(image).flatMap(({ packages }) => packages);
    expect(names.join(' '), image.ref).toMatch(/^[a-z0-9.+ -]*$/);
    // Those that come from another whole image of ours add none.
    const bare = image.folder === 'debian' || image.needs.includes('banco:trixie');
    expect(names.length > 0, image.ref).toBe(!bare);
  }
});

test('a package named by a variable that nobody gives is refused', () => {
  expect(() => readInstalls(['RUN sh /comun/instalar.sh curl $OTRO'], {})).toThrow('«$OTRO»');
});

test('each step that installs mounts the list of what it installs, or the engine would take an old one', () => {
  for (const image of ENTRIES) {
    const dockerfile = readFileSync(join(IMAGES_DIR, image.folder, 'Dockerfile'), 'utf8');
    const mounts = [
      ...dockerfile.matchAll(/--mount=from=comun,target=\/comun( --mount=from=cierre,source=(\d))?/g),
    ];
    expect(
      mounts.map(([, list]) => list !== undefined),
      image.ref,
    ).not.toContain(false);
    const last = Math.max(0, ...mounts.map(([, , step]) => Number(step)));
    expect(last, image.ref).toBe(installsOf(image).length);
  }
});

test('another version of any package is another fingerprint', async () => {
  const bench = entry('banco-28:trixie');
  const versions = (curl: string) => ({
    'apt:forky:docker.io': '28.5.2+dfsg4-5',
    [closureKey(installsOf(bench))]: `docker.io=28.5.2+dfsg4-5\n${curl} libc6=2.41-12`,
  });
  const one = othersInputs(bench, versions('curl=8.14.1-2+deb13u7'));
  expect(othersInputs(bench, versions('curl=8.14.1-2+deb13u7'))).toEqual(one);
  expect(othersInputs(bench, versions('curl=8.14.1-2+deb13u8'))).not.toEqual(one);
});

test('what Debian answers is kept a step a line, in an order of its own', () => {
  const steps = ['trixie curl', 'forky docker.io;trixie jq'];
  expect(readClosures(steps, ['\nlibc6=2 curl=8\n', '\nrunc=1 docker.io=28\njq=1\n'])).toEqual({
    'paquetes:trixie curl': 'curl=8 libc6=2',
    'paquetes:forky docker.io;trixie jq': 'docker.io=28 runc=1\njq=1',
  });
});

test('what mmdebstrap would install is read with its versions', () => {
  const text =
    'Inst libc6 (2.41-12+deb13u5 Debian:13.8/stable [amd64])\nConf libc6 (2.41-12+deb13u5 Debian:13.8/stable [amd64])\n' +
    'Inst bash [5.2-1] (5.2.37-2 Debian:13.8/stable [amd64])';
  expect(readInstalled(text)).toBe('bash=5.2.37-2 libc6=2.41-12+deb13u5');
});

test('npm gives versions in the order of letters, and the newest is another', () => {
  expect(newestOf(['24.21.0', '24.5.0', '24.9.0', '24.30.0-rc.1'])).toBe('24.21.0');
  expect(newestOf([])).toBeUndefined();
});
