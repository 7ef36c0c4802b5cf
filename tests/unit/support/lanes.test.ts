import { expect, test } from 'vitest';
import { Lanes } from '../../support/lanes.ts';

/** Takes lanes in order and notes which were admitted. */
async function admit(lanes: Lanes, kinds: ('sandbox' | 'vm')[]) {
  const admitted: number[] = [];
  const turns = kinds.map(async (kind, index) => {
    const turn = await lanes.take(kind);
    admitted.push(index);
    return turn;
  });
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  return { admitted, turns };
}

test('there are never more machines than lanes, and who came first goes first', async () => {
  const lanes = new Lanes(2);
  const { admitted, turns } = await admit(lanes, ['sandbox', 'sandbox', 'sandbox', 'sandbox']);
  expect(admitted).toEqual([0, 1]);
  expect(lanes.waiting('sandbox')).toBe(2);
  (await turns[0])?.[Symbol.dispose]();
  await turns[2];
  expect(admitted).toEqual([0, 1, 2]);
});

test('who waits for the virtual machine holds no lane', async () => {
  const lanes = new Lanes(2);
  const { admitted, turns } = await admit(lanes, ['vm', 'vm', 'sandbox', 'sandbox']);
  expect(admitted).toEqual([0, 2]);
  (await turns[0])?.[Symbol.dispose]();
  await turns[1];
  expect(admitted).toEqual([0, 2, 1]);
});

test('the virtual machine never stands still while somebody waits for it', async () => {
  const lanes = new Lanes(1);
  const { admitted, turns } = await admit(lanes, ['sandbox', 'sandbox', 'vm', 'vm']);
  for (const index of [0, 2, 3]) (await turns[index])?.[Symbol.dispose]();
  await turns[1];
  expect(admitted).toEqual([0, 2, 3, 1]);
});

test('ending a turn twice gives no second lane', async () => {
  const lanes = new Lanes(1);
  const { admitted, turns } = await admit(lanes, ['sandbox', 'sandbox', 'sandbox']);
  const first = await turns[0];
  first?.[Symbol.dispose]();
  first?.[Symbol.dispose]();
  await turns[1];
  await new Promise((resolve) => setTimeout(resolve));
  expect(admitted).toEqual([0, 1]);
});
