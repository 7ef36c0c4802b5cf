/** Claims of the page fundamentos/oci. */

import { claim, expect } from '../../support/claim.ts';
import { overlay2Engine } from '../../support/other-store.ts';
import { SLEEP } from './_arquitectura.ts';

claim('save-da-una-imagen-oci', { proves: ['A-163'] }, async ({ run }) => {
  await run.ok('docker pull -q busybox:1.37');
  await run.ok(`echo hola > f && printf 'FROM busybox:1.37\\nCOPY f /f\\n' | docker build -q -t mia -f - .`);
  await run.ok('mkdir i && docker save mia | tar -x -C i');
  expect(JSON.parse(await run.ok('cat i/oci-layout'))).toEqual({ imageLayoutVersion: '1.0.0' });
  const read = async ({ digest }: { digest: string }) =>
    JSON.parse(await run.ok(`cat i/blobs/${digest.replace(':', '/')}`));
  const [entry] = JSON.parse(await run.ok('cat i/index.json')).manifests;
  expect(entry.mediaType).toBe('application/vnd.oci.image.index.v1+json');
  const index = await read(entry);
  const [own, note] = index.manifests;
  expect(own.platform).toMatchObject({ os: 'linux' });
  // What BuildKit notes of how it was built goes beside it, and is of no platform.
  expect(note.platform).toEqual({ architecture: 'unknown', os: 'unknown' });
  const manifest = await read(own);
  expect(manifest.mediaType).toBe('application/vnd.oci.image.manifest.v1+json');
  const config = await read(manifest.config);
  expect(config.rootfs).toMatchObject({ type: 'layers', diff_ids: expect.arrayContaining([]) });
  expect(manifest.layers).toHaveLength(config.rootfs.diff_ids.length);
  const cited = [entry, own, manifest.config, ...manifest.layers].map(({ digest }) => digest.slice(7));
  const files = (await run.ok('ls i/blobs/sha256')).split('\n');
  expect(files).toEqual(expect.arrayContaining(cited));
  // Each file, cited or not; and the sum does notice a change.
  const check = '(cd i/blobs/sha256 && for b in *; do echo "$b  $b"; done | sha256sum --check --quiet)';
  await run.ok(check);
  await run.ok(`printf x >> i/blobs/sha256/${cited.at(-1)}`);
  expect((await run(check)).exitCode).toBe(1);
});

claim('push-usa-los-tipos-oci', {}, async ({ run }) => {
  // In the host's network: an engine that starts without a bridge takes away that of the other.
  await run.ok('docker run -d --network host registry:2');
  await run.until('curl -fs localhost:5000/v2/');
  const before = await overlay2Engine(run, 'busybox:1.37');
  const kinds =
    'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, ' +
    'application/vnd.docker.distribution.manifest.v2+json';
  const pushed = async (docker: string, name: string) => {
    const image = `localhost:5000/${name}`;
    await run.ok(
      `printf 'FROM busybox:1.37\\nRUN echo hola > /f\\n' | ${docker} build -q --network none -t ${image} -`,
    );
    await run.ok(`${docker} push -q ${image}`);
    const address = `http://localhost:5000/v2/${name}/manifests/latest`;
    return (
      await run.ok(
        `curl -s -H 'Accept: ${kinds}' ${address} | jq -r '[.. | .mediaType? | strings] | unique | .[]'`,
      )
    ).split('\n');
  };
  for (const kind of await pushed('docker', 'nueva')) expect(kind).toContain('vnd.oci.');
  for (const kind of await pushed(before, 'vieja')) expect(kind).toContain('vnd.docker.');
});

claim('capa-cambiada-no-entra', {}, async ({ run }) => {
  // An image that nothing else shares: a layer that is there already would be taken from there.
  await run.ok('docker pull -q busybox:1.37 && docker create --name molde busybox:1.37');
  await run.ok('docker export molde | docker import - mia:1 && mkdir i && docker save mia:1 | tar -x -C i');
  await run.ok('docker image rm mia:1 && cp -r i sano');
  await run.ok('echo x >> i/$(jq -r ".[0].Layers[0]" i/manifest.json)');
  const start = 'docker run --rm --pull never --network none mia:1 echo hola';
  await run('tar -c -C i . | docker load');
  const broken = await run(start);
  expect(broken.exitCode).toBe(125);
  expect(broken.output).not.toContain('hola');
  await run('docker image rm -f mia:1');
  await run.ok('tar -c -C sano . | docker load');
  expect(await run.ok(start)).toBe('hola');
});

claim('runc-sin-docker', {}, async ({ run }) => {
  await run.ok(
    'docker pull -q busybox:1.37 && mkdir -p i caja/rootfs && docker save busybox:1.37 | tar -x -C i',
  );
  await run.ok('tar -xf i/$(jq -r ".[0].Layers[0]" i/manifest.json) -C caja/rootfs && cd caja && runc spec');
  const args = (list: string) =>
    run.ok(`jq '.process.terminal = false | .process.args = ${list}' config.json > n && mv n config.json`);
  await args('["sh", "-c", "hostname; echo $$"]');
  expect(await run.ok('runc run a_mano')).toBe('runc\n1');
  // While one lives, runc has it in its list; Docker has it in none and tells of nothing.
  await args('["sleep", "1000"]');
  await run.ok('docker events > sucesos & oyente=$!; sleep 1; docker info > /dev/null');
  await run.ok('runc run -d a_mano < /dev/null > /dev/null 2>&1');
  expect(await run.ok(`runc list -f json | jq -r '.[] | .id + " " + .status'`)).toBe('a_mano running');
  expect(await run.ok('docker ps -aq')).toBe('');
  // One of Docker's is what the same places would show.
  await run.ok(`docker run -d --name suyo ${SLEEP}`);
  await run.until('grep -q "container start" sucesos');
  expect(await run.ok('docker ps -aq | wc -l')).toBe('1');
  expect(await run.ok('grep -v name=suyo sucesos || true')).toMatch(/^[^\n]*network connect[^\n]*$/);
  expect(await run.ok('runc list -q')).toBe('a_mano');
  await run.ok('kill $oyente; runc delete -f a_mano');
});
