/** Claims of the page empezar/imagen-de-un-programa. */

import { claim, expect } from '../../support/claim.ts';
import { write } from './_empezar.ts';

const SERVER = `require('http').createServer((q, r) => r.end('ok')).listen(3000, () => console.log('listo'))`;

claim('sin-manejador-137', {}, async ({ run }) => {
  await run.ok(`docker run -d -q --name mudo node:24-trixie-slim -e "${SERVER}"`);
  await run.until('docker logs mudo | grep listo');
  const stop = await run('docker stop -t 2 mudo');
  expect(stop.ms).toBeGreaterThan(1900);
  expect(await run.ok('docker inspect -f {{.State.ExitCode}} mudo')).toBe('137');
});

claim('con-manejador-0', {}, async ({ run }) => {
  const program = `const s = ${SERVER}; process.on('SIGTERM', () => s.close(() => process.exit(0)))`;
  await run.ok(`docker run -d -q --name cortes node:24-trixie-slim -e "${program}"`);
  await run.until('docker logs cortes | grep listo');
  expect((await run('docker stop -t 30 cortes')).ms).toBeLessThan(15_000);
  expect(await run.ok('docker inspect -f {{.State.ExitCode}} cortes')).toBe('0');
});

claim('lo-estable-primero', {}, async ({ run }) => {
  await run.ok('mkdir app && cd app && echo dep > dependencias && echo 1 > codigo');
  const recipes = {
    estable: 'COPY dependencias /\nRUN date +%s%N > /instalado\nCOPY codigo /',
    junto: 'COPY . /\nRUN date +%s%N > /instalado',
  };
  const installed = async (recipe: keyof typeof recipes) => {
    await write(run, `../${recipe}`, `FROM busybox:1.37\n${recipes[recipe]}`);
    await run.ok(`docker build -q -t app -f ../${recipe} .`);
    return (await run.ok('docker run --rm app cat /instalado /codigo')).split('\n');
  };
  const before = { estable: await installed('estable'), junto: await installed('junto') };
  await run.ok('echo 2 > codigo');
  const after = { estable: await installed('estable'), junto: await installed('junto') };
  expect([after.estable[1], after.junto[1]]).toEqual(['2', '2']);
  expect(after.estable[0]).toBe(before.estable[0]);
  expect(after.junto[0]).not.toBe(before.junto[0]);
});

claim('npm-start-estropea-el-apagado', {}, async ({ run }) => {
  await run.ok('mkdir app && cd app');
  await write(run, 'package.json', '{ "scripts": { "start": "node servidor.js" } }');
  const handler = `process.on('SIGTERM', () => { console.log('me apago'); s.close(() => process.exit(0)) })`;
  await write(run, 'servidor.js', `const s = ${SERVER}; ${handler}`);
  for (const [name, command] of [
    ['con-npm', 'npm start'],
    ['sin-npm', 'node servidor.js'],
  ]) {
    await run.ok(`docker run -d -q --name ${name} -v .:/app -w /app node:24-trixie-slim ${command}`);
    await run.until(`docker logs ${name} | grep listo`);
    await run.ok(`docker stop -t 30 ${name}`);
  }
  expect(await run.ok('docker logs con-npm 2>&1')).not.toContain('me apago');
  expect(await run.ok('docker logs sin-npm 2>&1')).toContain('me apago');
  expect(await run.ok(`docker inspect -f '{{.State.ExitCode}}' con-npm sin-npm`)).toBe('1\n0');
});
