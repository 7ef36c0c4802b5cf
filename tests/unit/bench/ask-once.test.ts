import { expect, test } from 'vitest';
import { askOnce } from '../../../src/bench/ask-once.ts';

/** A question that answers how often it was asked, and fails when it is told to. */
function counter() {
  const state = { asked: 0, fails: false };
  const ask = async (about: string) => {
    state.asked += 1;
    if (state.fails) throw new Error(`fallo ${state.asked}`);
    return `${about}${state.asked}`;
  };
  return { state, ask };
}

test('it is asked once for each thing, also by those who come while it is awaited', async () => {
  const once = askOnce(counter().ask);
  expect(await Promise.all([once('a'), once('a'), once('b')])).toEqual(['a1', 'a1', 'b2']);
  expect(await once('a')).toBe('a1');
});

test('a failure is told to those who waited for it, and not to who asks later', async () => {
  const { state, ask } = counter();
  const once = askOnce(ask);
  state.fails = true;
  const waiting = [once('a'), once('a')];
  for (const one of waiting) await expect(one).rejects.toThrow('fallo 1');
  state.fails = false;
  expect(await once('a')).toBe('a2');
});

test('the same question may be told by something else than its argument', async () => {
  const once = askOnce(counter().ask, { key: (about) => about.length });
  expect([await once('a'), await once('b'), await once('cc')]).toEqual(['a1', 'a1', 'cc2']);
});

test('an answer counts for as long as it was said to', async () => {
  const once = askOnce(counter().ask, { lifeMs: 0 });
  expect([await once('a'), await once('a')]).toEqual(['a1', 'a2']);
});
