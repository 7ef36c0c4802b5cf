import { expect, test } from 'vitest';
import { Turns } from '../../../src/images/turns.ts';

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** Asks for turns in order and notes who got one. */
async function ask(turns: Turns, wanted: { name: string; first?: boolean }[]) {
  const got: string[] = [];
  const ends = new Map<string, () => void>();
  for (const { name, first } of wanted)
    turns.take(first).then((turn) => {
      got.push(name);
      ends.set(name, () => turn[Symbol.dispose]());
    });
  await settle();
  const end = async (name: string) => {
    ends.get(name)?.();
    await settle();
  };
  return { got, end };
}

test('some at a time, in order', async () => {
  const { got, end } = await ask(
    new Turns(2),
    ['a', 'b', 'c', 'd'].map((name) => ({ name })),
  );
  expect(got).toEqual(['a', 'b']);
  await end('b');
  expect(got).toEqual(['a', 'b', 'c']);
  await end('a');
  await end('c');
  await end('d');
  expect(got).toEqual(['a', 'b', 'c', 'd']);
});

test('what others wait for goes before all that wait, and takes no turn from who has one', async () => {
  const { got, end } = await ask(new Turns(1), [
    { name: 'a' },
    { name: 'b' },
    { name: 'motor', first: true },
  ]);
  expect(got).toEqual(['a']);
  await end('a');
  expect(got).toEqual(['a', 'motor']);
  await end('motor');
  expect(got).toEqual(['a', 'motor', 'b']);
});

test('a turn that was given back is there for who comes later', async () => {
  const turns = new Turns(1);
  (await turns.take())[Symbol.dispose]();
  const { got } = await ask(turns, [{ name: 'a' }]);
  expect(got).toEqual(['a']);
});
