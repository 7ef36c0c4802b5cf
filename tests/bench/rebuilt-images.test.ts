/** What building leaves in the contributor's engine: the image, under our name, and nothing else. */
import { expect, test } from 'vitest';
import { PREFIX } from '../../src/config/paths.ts';
import { pipe } from '../../src/engine/pipe.ts';
import { replaceImage } from '../../src/images/replace.ts';
import { outerDocker } from './outer-engine.ts';

const REF = `${PREFIX}/prueba:1`;
const nameless = () =>
  outerDocker('image', 'ls', '--quiet', '--filter', 'dangling=true', '--filter', 'label=vez');
const named = () => outerDocker('image', 'ls', '--quiet', '--filter', `reference=${PREFIX}/anterior`);
const build = (time: number) =>
  pipe(['printf', [`FROM scratch\nLABEL vez=${time}\n`]], ['docker', ['build', '--tag', REF, '-']]);

test('an image that is built again leaves no nameless one', { concurrent: false }, async () => {
  try {
    await build(1);
    await build(2);
    // The check can fail: without our care there is one.
    expect(nameless()).not.toBe('');
    outerDocker('image', 'prune', '--force', '--filter', 'label=vez');
    await replaceImage(REF, () => build(3));
    expect(nameless()).toBe('');
    expect(named()).toBe('');
    expect(outerDocker('image', 'inspect', '--format', '{{.Config.Labels.vez}}', REF)).toBe('3');
  } finally {
    outerDocker('image', 'rm', REF);
  }
});

test('the former image goes even when the new one cannot be built', { concurrent: false }, async () => {
  await build(1);
  await expect(replaceImage(REF, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(named()).toBe('');
  // Nothing came in its place, so it keeps its own name.
  outerDocker('image', 'rm', REF);
});

test('an image that a contributor has named stays', { concurrent: false }, async () => {
  await build(1);
  outerDocker('tag', REF, 'dap-canario-imagen:1');
  try {
    await replaceImage(REF, () => build(2));
    expect(
      outerDocker('image', 'inspect', '--format', '{{.Config.Labels.vez}}', 'dap-canario-imagen:1'),
    ).toBe('1');
  } finally {
    outerDocker('image', 'rm', REF, 'dap-canario-imagen:1');
  }
});
