/** Claims of the page empezar/primera-imagen. */

import { claim, expect } from '../../support/claim.ts';
import { write } from './_empezar.ts';

claim('imagen-es-copia', {}, async ({ run }) => {
  await run.ok('echo uno > texto');
  await write(run, 'Dockerfile', 'FROM busybox:1.37\nCOPY texto /texto\nCMD ["cat", "/texto"]');
  await run.ok('docker build -q -t copia . && echo dos > texto');
  expect(await run.ok('docker run --rm copia')).toBe('uno');
  await run.ok('docker build -q -t copia .');
  expect(await run.ok('docker run --rm copia')).toBe('dos');
});

claim('build-es-buildx', {}, async ({ run }) => {
  expect(await run.ok('docker build --help | head -1')).toMatch(/^Usage:\s+docker buildx build/);
});
