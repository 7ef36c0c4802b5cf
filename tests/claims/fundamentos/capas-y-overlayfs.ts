/** Claims of the page fundamentos/capas-y-overlayfs. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { enterDisk, usedKib } from '../../support/disks.ts';

const OVERLAY = 'mount -t overlay overlay -o';

const ABOVE_BELOW = 'lowerdir=abajo,upperdir=arriba,workdir=trabajo';

const MIB = 1024;

/** Enters a disk with the four folders of an overlay: a sandbox's own disk is already an overlay. */
async function enterWorkshop(run: Run, kind: 'xfs' | 'ext4' | 'tmpfs' = 'tmpfs'): Promise<void> {
  await enterDisk(run, kind);
  await run.ok('mkdir abajo arriba trabajo junta');
}

claim('overlay-arriba-tapa', { proves: ['A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('mkdir medio && echo abajo | tee abajo/a abajo/b abajo/c && echo medio | tee medio/a medio/b');
  await run.ok('echo arriba > arriba/a');
  await run.ok(`${OVERLAY} lowerdir=medio:abajo,upperdir=arriba,workdir=trabajo junta`);
  expect(await run.ok('cat junta/a junta/b junta/c')).toBe('arriba\nmedio\nabajo');
  // Control: with the two below in the other order, the one that was covered is seen.
  await run.ok(`umount junta && ${OVERLAY} lowerdir=abajo:medio,upperdir=arriba,workdir=trabajo junta`);
  expect(await run.ok('cat junta/a junta/b junta/c')).toBe('arriba\nabajo\nabajo');
});

claim('overlay-copia-al-escribir', { proves: ['A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('echo base | tee abajo/a abajo/b');
  await run.ok(`${OVERLAY} ${ABOVE_BELOW} junta`);
  // Control: reading copies nothing.
  expect(await run.ok('cat junta/a junta/b && ls arriba')).toBe('base\nbase');
  await run.ok('echo cambio >> junta/a');
  expect(await run.ok('cat abajo/a')).toBe('base');
  expect(await run.ok('ls arriba && cat arriba/a')).toBe('a\nbase\ncambio');
});

claim('borrado-es-whiteout', { proves: ['A-150', 'A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('head -c 1M /dev/zero > abajo/a');
  await run.ok(`${OVERLAY} ${ABOVE_BELOW} junta && touch junta/propio`);
  const before = await usedKib(run);
  await run.ok('rm junta/a junta/propio');
  expect(await run.ok('ls junta')).toBe('');
  expect(await run.ok(`stat -c '%F %t,%T' arriba/a`)).toBe('character special file 0,0');
  expect(await run.ok('stat -c %s abajo/a')).toBe('1048576');
  expect(await usedKib(run)).toBeGreaterThan(before - MIB / 2);
  // Control: of a file that is not below, nothing stays.
  expect(await run.ok('ls arriba')).toBe('a');
});

claim('carpeta-opaca', { proves: ['A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('mkdir abajo/d abajo/otra && touch abajo/d/x abajo/otra/x');
  await run.ok(`${OVERLAY} ${ABOVE_BELOW} junta`);
  await run.ok('rm -r junta/d && mkdir junta/d && touch junta/otra/y');
  expect(await run.ok('ls junta/d')).toBe('');
  expect(await run.ok('ls junta/otra')).toBe('x\ny');
  const attributes = (folder: string) =>
    run.ok(
      `tar -c --xattrs --xattrs-include='trusted.*' arriba/${folder} | tar -tvv --xattrs --xattrs-include='trusted.*'`,
    );
  expect(await attributes('d')).toContain('trusted.overlay.opaque');
  expect(await attributes('otra')).not.toContain('trusted.overlay.opaque');
});

claim('pila-compartida', { proves: ['A-153', 'A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('mkdir arriba2 trabajo2 junta2 && echo base > abajo/a');
  await run.ok(`${OVERLAY} ${ABOVE_BELOW} junta`);
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba2,workdir=trabajo2 junta2`);
  await run.ok('echo uno > junta/a && touch junta/mia');
  expect(await run.ok('ls junta && cat junta/a')).toBe('a\nmia\nuno');
  expect(await run.ok('ls junta2 && cat junta2/a')).toBe('a\nbase');
});

claim('overlay-sobre-overlay', {}, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok(`${OVERLAY} ${ABOVE_BELOW} junta && mkdir junta/a junta/t otra arriba2 trabajo2`);
  const refused = await run(`${OVERLAY} lowerdir=abajo,upperdir=junta/a,workdir=junta/t otra`);
  expect(refused.exitCode).toBe(32);
  expect(refused.output).toMatch(/not supported as upperdir|wrong fs type/);
  // Controls: of a folder that is no overlay it can be made, and an overlay serves to read from.
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba2,workdir=trabajo2 otra && umount otra`);
  await run.ok(`${OVERLAY} lowerdir=junta,upperdir=arriba2,workdir=trabajo2 otra`);
});

/** KiB that the disk grows by when the permissions of an inherited file of 20 MiB change. */
async function growthByChmod(run: Run, options = ABOVE_BELOW): Promise<number> {
  await run.ok('head -c 20M /dev/zero > abajo/a');
  await run.ok(`${OVERLAY} ${options} junta`);
  const before = await usedKib(run);
  await run.ok('chmod 600 junta/a');
  expect(await run.ok('stat -c %a junta/a')).toBe('600');
  return (await usedKib(run)) - before;
}

claim('chmod-copia-entero', { proves: ['A-149'] }, async ({ run }) => {
  for (const kind of ['tmpfs', 'ext4'] as const) {
    await enterWorkshop(run, kind);
    expect(await growthByChmod(run), kind).toBeGreaterThan(19 * MIB);
  }
  // The same in an image: the layer of the chmod weighs as much as the layer of the file.
  await run.ok(
    `printf 'FROM busybox:1.37\\nRUN dd if=/dev/zero of=/g bs=1M count=20\\nRUN chmod 600 /g\\n' | docker build -q -t pesada -`,
  );
  const sizes = (await run.ok(`docker history --format '{{.Size}}' pesada`)).split('\n').slice(0, 2);
  expect(sizes).toEqual(['21MB', '21MB']);
});

claim('reflink-comparte', { proves: ['A-149'] }, async ({ run }) => {
  await enterWorkshop(run, 'xfs');
  expect(await growthByChmod(run)).toBeLessThan(MIB);
  expect(await run.ok('stat -c %s arriba/a')).toBe(String(20 << 20));
  // Control: the copy is a whole one, and what is written in it does take its room.
  const before = await usedKib(run);
  await run.ok('dd if=/dev/urandom of=junta/a conv=notrunc bs=1M count=20');
  expect((await usedKib(run)) - before).toBeGreaterThan(19 * MIB);
});

claim('metacopy-solo-metadatos', { proves: ['A-149'] }, async ({ run }) => {
  await enterWorkshop(run);
  expect(await growthByChmod(run, `${ABOVE_BELOW},metacopy=on`)).toBeLessThan(MIB);
  const root = await run.ok(`docker run --rm -q busybox:1.37 grep '^overlay / ' /proc/mounts`);
  expect(root).toContain('upperdir=');
  expect(root).not.toContain('metacopy=on');
  // Control: what changes the contents copies all of them.
  const before = await usedKib(run);
  await run.ok('echo x >> junta/a');
  expect((await usedKib(run)) - before).toBeGreaterThan(19 * MIB);
});

claim('volumen-no-es-overlay', {}, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  const types = await run.ok(
    `docker run --rm -v datos:/d busybox:1.37 awk '$2 == "/" || $2 == "/d" {print $2, $3}' /proc/mounts`,
  );
  expect(types).toMatch(/^\/ overlay\n\/d (?!overlay$)\w+$/);
});
