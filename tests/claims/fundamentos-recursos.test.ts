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

const IDLE = 'busybox:1.37 sleep infinity';

/** Builds an image from the lines of a Dockerfile. */
async function build(run: Run, tag: string, lines: string[]): Promise<void> {
  const file = lines.join('\\n');
  await run.ok(`printf 'FROM busybox:1.37\\n${file}\\n' | docker build -q -t ${tag} -`);
}

claim('diff-es-la-capa-de-escritura', { proves: ['A-150', 'A-156'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  await run.ok(`docker exec caja sh -c 'echo hola > /nota; echo x >> /etc/passwd; rm /etc/group'`);
  const changes = (await run.ok('docker diff caja')).split('\n').sort();
  expect(changes).toEqual(['A /nota', 'C /etc', 'C /etc/passwd', 'D /etc/group']);
  await run.ok(`cd $(docker inspect -f '{{.GraphDriver.Data.UpperDir}}' caja)`);
  expect(await run.ok('find . ! -type d | sort')).toBe('./etc/group\n./etc/passwd\n./nota');
  expect(await run.ok(`stat -c '%F %t,%T' etc/group`)).toBe('character special file 0,0');
  expect(await run.ok('cat nota')).toBe('hola');
});

claim('contenedores-no-se-ven', { proves: ['A-153'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  const id = await run.ok(`docker image inspect -f '{{.Id}}' busybox:1.37`);
  await run.ok(`docker exec caja sh -c 'echo A > /marca; rm /etc/group'`);
  const other = await run('docker run --rm busybox:1.37 cat /marca');
  expect(other.exitCode).toBe(1);
  expect(other.output).toContain('No such file or directory');
  await run.ok('docker run --rm busybox:1.37 ls /etc/group');
  expect(await run.ok(`docker image inspect -f '{{.Id}}' busybox:1.37`)).toBe(id);
});

claim('archivos-de-red-aparte', { proves: ['A-157'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  await run.ok(
    `docker exec caja sh -c 'for f in hosts hostname resolv.conf; do echo "# marca" >> /etc/$f; done'`,
  );
  expect(await run.ok('docker diff caja')).toBe('');
  const mounts = await run.ok(
    `docker exec caja grep -c -E ' /etc/(hosts|hostname|resolv.conf) ' /proc/mounts`,
  );
  expect(mounts).toBe('3');
  await run.ok('docker commit caja copia');
  expect((await run('docker run --rm copia grep marca /etc/hosts')).exitCode).toBe(1);
});

claim('capa-nueva-pesa-cero', { proves: ['A-152'] }, async ({ run }) => {
  for (const name of ['uno', 'dos', 'tres']) await run.ok(`docker run -d --name ${name} ${IDLE}`);
  await run.ok('docker run -d --name grande nginx:1.30 sleep infinity');
  const sizes = (await run.ok(`docker ps -s --format '{{.Size}}'`)).split('\n');
  expect(sizes).toHaveLength(4);
  for (const size of sizes) expect(size).toMatch(/^0B \(virtual /);
});

claim('ps-s-mide-lo-escrito', { proves: ['A-156'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  await run.ok(`docker exec caja sh -c 'head -c 10m /dev/zero > /f'`);
  expect(await run.ok(`docker ps -s --format '{{.Size}}'`)).toMatch(/^10\.5MB \(virtual /);
});

claim('tachon-viaja-como-wh', { proves: ['A-150'] }, async ({ run }) => {
  await run.ok(`docker run -d --name caja ${IDLE}`);
  await run.ok('docker exec caja rm /etc/group && docker commit caja copia && mkdir fuera');
  await run.ok('docker save copia | tar -x -C fuera');
  const files = await run.ok(`tar -tf fuera/$(jq -r '.[0].Layers[-1]' fuera/manifest.json)`);
  expect(files.split('\n')).toContain('etc/.wh.group');
});

claim('borrar-en-otra-capa-no-adelgaza', { proves: ['A-151'] }, async ({ run }) => {
  await build(run, 'separado', ['RUN head -c 20m /dev/zero > /p', 'RUN rm /p']);
  await build(run, 'junto', ['RUN head -c 20m /dev/zero > /p && rm /p']);
  const sizes = (await run.ok(`docker history --format '{{.Size}}' separado`)).split('\n');
  expect(sizes.slice(0, 2)).toEqual(['0B', '21MB']);
  expect((await run.ok(`docker history --format '{{.Size}}' junto`)).split('\n')[0]).toBe('0B');
  expect((await run('docker run --rm separado ls /p')).exitCode).toBe(1);
});

claim('base-guardada-una-vez', { proves: ['A-151'] }, async ({ run }) => {
  await build(run, 'uno', ['RUN echo a > /a']);
  await build(run, 'dos', ['RUN echo b > /b']);
  const bases = await run.ok(`docker image inspect -f '{{index .RootFS.Layers 0}}' uno dos`);
  expect(new Set(bases.split('\n')).size).toBe(1);
  const unique = await run.ok(
    `docker system df -v --format '{{range .Images}}{{println .Repository .UniqueSize}}{{end}}' | sort`,
  );
  expect(unique).toContain('dos 2B');
  expect(unique).toContain('uno 2B');
});

claim('maximo-127-capas', { proves: ['A-154'] }, async ({ run }) => {
  const folders = (layers: number) => Array<string>(layers).fill('WORKDIR /d');
  // busybox brings the first layer.
  await build(run, 'cabe', folders(126));
  await build(run, 'no-cabe', folders(127));
  const layers = await run.ok(`docker image inspect -f '{{len .RootFS.Layers}}' cabe no-cabe`);
  expect(layers).toBe('127\n128');
  await run.ok('docker run --rm cabe true');
  const tooHigh = await run('docker run --rm no-cabe true');
  expect(tooHigh.exitCode).toBe(125);
  expect(tooHigh.output).toContain('max depth exceeded');
});
