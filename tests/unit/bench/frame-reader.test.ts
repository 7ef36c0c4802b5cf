import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { FrameReader } from '../../../src/bench/frame-reader.ts';

const PATIENCE_MS = 10_000;

function open() {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  return { stdout, stderr, frames: new FrameReader(stdout, stderr) };
}

test('lines and counted bytes, wherever the pieces are cut', async () => {
  const text = 'uno\n\nñandú\n12345resto\n';
  for (const size of [1, 2, 3, 7, 100]) {
    const { stdout, frames } = open();
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += size) stdout.write(bytes.subarray(at, at + size));
    expect(await frames.line(PATIENCE_MS)).toBe('uno');
    expect(await frames.line(PATIENCE_MS)).toBe('');
    expect(await frames.line(PATIENCE_MS)).toBe('ñandú');
    expect((await frames.bytes(0, PATIENCE_MS)).length).toBe(0);
    expect((await frames.bytes(5, PATIENCE_MS)).toString()).toBe('12345');
    expect(await frames.line(PATIENCE_MS)).toBe('resto');
  }
});

test('who asks first waits for what comes', async () => {
  const { stdout, frames } = open();
  const line = frames.line(PATIENCE_MS);
  for (const piece of ['me', 'dia', '\notra']) stdout.write(piece);
  expect(await line).toBe('media');
  stdout.write('\n');
  expect(await frames.line(PATIENCE_MS)).toBe('otra');
});

test('a large output costs what its size says, in however many pieces it comes', async () => {
  const { stdout, frames } = open();
  const piece = Buffer.alloc(2 ** 10, 'x');
  const pieces = 2 ** 16;
  const whole = frames.bytes(pieces * piece.length, PATIENCE_MS);
  // 64 MiB: joining them at each piece would copy two terabytes, which nobody's patience is enough for.
  for (let n = 0; n < pieces; n += 1)
    if (!stdout.write(piece)) await new Promise((go) => stdout.once('drain', go));
  expect((await whole).length).toBe(pieces * piece.length);
});

test('one that is lost tells what it said, whole letters', async () => {
  const { stderr, frames } = open();
  const line = frames.line(PATIENCE_MS);
  const said = Buffer.from('se rompió: ñ');
  stderr.write(said.subarray(0, -1));
  stderr.write(said.subarray(-1));
  await new Promise((resolve) => setImmediate(resolve));
  frames.end();
  await expect(line).rejects.toThrow('se rompió: ñ');
});
