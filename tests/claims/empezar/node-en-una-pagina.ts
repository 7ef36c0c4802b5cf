/** Claims of the page empezar/node-en-una-pagina. */

import { claim, expect } from '../../support/claim.ts';
import { write } from './_empezar.ts';

claim('node-sin-document', {}, async ({ run }) => {
  const node = 'docker run -q --rm node:24-trixie-slim';
  expect(await run.ok(`${node} -p 'typeof document'`)).toBe('undefined');
  expect(await run.ok(`${node} -p 'typeof require("node:fs").readFileSync'`)).toBe('function');
});

claim('npm-viene-con-node', {}, async ({ run }) => {
  expect(await run.ok('docker run -q --rm node:24-trixie-slim npm --version')).toMatch(/^\d+\.\d+\.\d+$/m);
});

claim('falta-paquete-se-instala', { requires: ['online'] }, async ({ run }) => {
  await write(run, 'app.js', `console.log(require('ms')('1s'));`);
  await run.ok(`echo '{}' > package.json`);
  const node = 'docker run -q --rm -v ./:/app -w /app node:24-trixie-slim';
  const before = await run(`${node} app.js`);
  expect(before.exitCode).toBe(1);
  expect(before.output).toContain('MODULE_NOT_FOUND');
  await run.ok(`${node} npm install ms@2.1.3`);
  expect(await run.ok(`${node} app.js`)).toBe('1000');
});
