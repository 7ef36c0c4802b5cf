/** Claims of «Fundamentos» about layers and about control groups, each proved on a fresh engine. */
import { claim, expect, type Run } from '../support/claim.ts';

const OVERLAY = 'mount -t overlay overlay -o';

/** Enters a folder on a tmpfs with the four folders of an overlay: a sandbox's own disk is already an overlay. */
async function enterWorkshop(run: Run): Promise<void> {
  await run.ok('mkdir /tmp/taller && mount -t tmpfs tmpfs /tmp/taller && cd /tmp/taller');
  await run.ok('mkdir abajo arriba trabajo junta');
}

claim('overlay-arriba-tapa', { proves: ['A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('mkdir medio && echo abajo | tee abajo/a abajo/b abajo/c && echo medio | tee medio/a medio/b');
  await run.ok('echo arriba > arriba/a');
  await run.ok(`${OVERLAY} lowerdir=medio:abajo,upperdir=arriba,workdir=trabajo junta`);
  expect(await run.ok('cat junta/a junta/b junta/c')).toBe('arriba\nmedio\nabajo');
});

claim('overlay-copia-al-escribir', { proves: ['A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('echo base | tee abajo/a abajo/b');
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba,workdir=trabajo junta`);
  expect(await run.ok('cat junta/a junta/b && ls arriba')).toBe('base\nbase');
  await run.ok('echo cambio >> junta/a');
  expect(await run.ok('cat abajo/a')).toBe('base');
  expect(await run.ok('ls arriba && cat arriba/a')).toBe('a\nbase\ncambio');
});

claim('borrado-es-whiteout', { proves: ['A-150', 'A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('head -c 1M /dev/zero > abajo/a');
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba,workdir=trabajo junta`);
  await run.ok('rm junta/a');
  expect(await run.ok('ls junta')).toBe('');
  expect(await run.ok(`stat -c '%F %t,%T' arriba/a`)).toBe('character special file 0,0');
  expect(await run.ok('stat -c %s abajo/a')).toBe('1048576');
});

claim('carpeta-opaca', { proves: ['A-155'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('mkdir abajo/d abajo/otra && touch abajo/d/x abajo/otra/x');
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba,workdir=trabajo junta`);
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
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba,workdir=trabajo junta`);
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba2,workdir=trabajo2 junta2`);
  await run.ok('echo uno > junta/a && touch junta/mia');
  expect(await run.ok('ls junta2 && cat junta2/a')).toBe('a\nbase');
});

claim('chmod-copia-entero', { proves: ['A-149'] }, async ({ run }) => {
  await enterWorkshop(run);
  await run.ok('head -c 20M /dev/zero > abajo/a');
  await run.ok(`${OVERLAY} lowerdir=abajo,upperdir=arriba,workdir=trabajo junta`);
  await run.ok('chmod 600 junta/a');
  expect(await run.ok('stat -c %s arriba/a')).toBe(String(20 << 20));
  // The same in an image: the layer of the chmod weighs as much as the layer of the file.
  await run.ok(
    `printf 'FROM busybox:1.37\\nRUN dd if=/dev/zero of=/g bs=1M count=20\\nRUN chmod 600 /g\\n' | docker build -q -t pesada -`,
  );
  const sizes = (await run.ok(`docker history --format '{{.Size}}' pesada`)).split('\n').slice(0, 2);
  expect(sizes).toEqual(['21MB', '21MB']);
});
