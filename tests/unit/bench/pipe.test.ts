import { expect, test } from 'vitest';
import { pipe } from '../../../src/engine/pipe.ts';

test('what one prints reaches the other', async () => {
  expect(await pipe(['printf', ['hola']], ['cat', []])).toBe('hola');
});

test('a letter that comes in two pieces is one letter', async () => {
  const halves = 'head -c 1 /dev/stdin; sleep 0.1; cat';
  const said = await pipe(['printf', ['ñandú']], ['sh', ['-c', halves]]);
  expect(said).toBe('ñandú');
});

test('a second program that ends early ends the first', async () => {
  await expect(pipe(['cat', ['/dev/zero']], ['sh', ['-c', 'echo no cabe >&2; exit 7']])).rejects.toThrow(
    /\(\w+, 7\):\nno cabe/,
  );
});

test('a first program that fails is told, whatever the second one makes of it', async () => {
  await expect(pipe(['sh', ['-c', 'echo roto >&2; exit 3']], ['cat', []])).rejects.toThrow(/\(3, 0\):\nroto/);
});

test.each([
  [
    ['no-existe', []],
    ['cat', []],
  ],
  [
    ['cat', ['/dev/zero']],
    ['no-existe', []],
  ],
] as const)('a program that is not there is an error: %j | %j', async (first, second) => {
  await expect(pipe(first, second)).rejects.toThrow('no-existe');
});

test('a full disk says how to mend it', async () => {
  await expect(
    pipe(['true', []], ['sh', ['-c', 'echo "write: no space left on device" >&2; exit 1']]),
  ).rejects.toThrow('docker system df');
});

test('a reader that has what it wants need not read the rest', async () => {
  expect(await pipe(['sh', ['-c', 'echo hola; exec cat /dev/zero']], ['head', ['-n', '1']])).toBe('hola');
});
