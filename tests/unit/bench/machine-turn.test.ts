import { expect, test } from 'vitest';
import { inTurn } from '../../../src/bench/vm/machine.ts';

const taken = Object.assign(new Error('name in use'), { statusCode: 409 });

test('who finds the machine in use has it once it is free', async () => {
  let tries = 0;
  const create = async () => {
    tries += 1;
    if (tries < 3) throw taken;
    return 'la máquina';
  };
  expect(await inTurn(create)).toBe('la máquina');
});

test('it is not waited for for ever', async () => {
  await expect(inTurn(() => Promise.reject(taken), 1)).rejects.toThrow(
    /ocupada[\s\S]*Cómo arreglarlo: .*docker rm/,
  );
});

test('any other failure is told at once', async () => {
  await expect(inTurn(() => Promise.reject(new Error('no hay motor')))).rejects.toThrow('no hay motor');
});
