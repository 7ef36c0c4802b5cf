import { expect, test } from 'vitest';
import { Prefetch } from '../../../src/bench/prefetch.ts';

/** Numbers the machines that it opens. */
function counted() {
  let opened = 0;
  const prefetch = new Prefetch(async () => {
    opened += 1;
    return { number: opened, async [Symbol.asyncDispose]() {} };
  });
  return { prefetch, opened: () => opened };
}

test('the next one starts while the first one works, and none too many', async () => {
  const { prefetch, opened } = counted();
  expect((await prefetch.take(true)).number).toBe(1);
  expect(opened()).toBe(2);
  expect((await prefetch.take(false)).number).toBe(2);
  expect(opened()).toBe(2);
  expect((await prefetch.take(false)).number).toBe(3);
});

test('one that could not start is told to who takes it, and to nobody else', async () => {
  let fails = false;
  const prefetch = new Prefetch(async () => {
    if (fails) throw new Error('disco lleno');
    fails = true;
    return { async [Symbol.asyncDispose]() {} };
  });
  await prefetch.take(true);
  await new Promise((resolve) => setTimeout(resolve));
  await expect(prefetch.take(false)).rejects.toThrow('disco lleno');
});
