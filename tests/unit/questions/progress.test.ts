/** What a reader has done: kept, brought from elsewhere, and counted. */
import { describe, expect, it } from 'vitest';
import { pageIn } from '../../../src/components/progress/page-in.ts';
import {
  merge,
  nothingDone,
  type Progress,
  parseProgress,
  tally,
  withAnswer,
  withDone,
  withRead,
} from '../../../src/components/progress/progress.ts';

const DAY = '2026-11-26T10:00:00.000Z';
const LATER = '2026-11-27T10:00:00.000Z';
const right = { key: 'k1', right: true, date: DAY };

describe('progreso', () => {
  it('se anota y se deshace sin tocar lo de antes', () => {
    const before = nothingDone();
    const done = withDone(
      withAnswer(withRead(before, 'redes/dns', DAY), 'q1', right),
      'ejercicio:redes/x',
      DAY,
    );
    expect(before).toEqual(nothingDone());
    expect(done.read).toEqual({ 'redes/dns': DAY });
    expect(withRead(done, 'redes/dns', undefined).read).toEqual({});
    expect(withAnswer(done, 'q1', undefined).answers).toEqual({});
    expect(withDone(done, 'ejercicio:redes/x', undefined).done).toEqual({});
  });

  it('lo que se guarda se vuelve a leer igual', () => {
    const progress: Progress = {
      ...withAnswer(withRead(nothingDone(), 'redes', DAY), 'q1', right),
      last: { page: 'redes/dns', title: 'DNS', date: DAY },
    };
    expect(parseProgress(JSON.stringify(progress))).toEqual(progress);
  });

  it.each(['', '{', '[]', 'null', '{"version":2}', '"x"'])('%j no es un progreso', (text) => {
    expect(parseProgress(text)).toBeUndefined();
  });

  it('lo mal formado se deja fuera', () => {
    const text = JSON.stringify({
      version: 1,
      read: { 'redes/dns': DAY, '//ajeno.example': DAY, 'con espacio': DAY, redes: 3 },
      answers: { q1: right, q2: { key: 'k', right: 'sí', date: DAY }, q3: null },
      done: { 'ejercicio:redes/x': DAY, 'ejercicio:../x': DAY },
      last: { page: '//ajeno.example', title: 'x', date: DAY },
      otra: 1,
    });
    expect(parseProgress(text)).toEqual({
      version: 1,
      read: { 'redes/dns': DAY },
      answers: { q1: right },
      done: { 'ejercicio:redes/x': DAY },
    });
  });

  it('al juntar dos, de cada cosa queda la más nueva', () => {
    const mine = withAnswer(withRead(nothingDone(), 'a', LATER), 'q1', right);
    const brought: Progress = {
      ...withAnswer(withRead(withRead(nothingDone(), 'a', DAY), 'b', DAY), 'q1', {
        key: 'k2',
        right: false,
        date: LATER,
      }),
      last: { page: 'b', title: 'B', date: DAY },
    };
    const joined = merge(mine, brought);
    expect(joined.read).toEqual({ a: LATER, b: DAY });
    expect(joined.answers.q1?.key).toBe('k2');
    expect(joined.last?.page).toBe('b');
    expect(merge(brought, mine).read).toEqual(joined.read);
    expect(merge(brought, nothingDone())).toEqual(brought);
  });

  it('cuenta lo de un tema', () => {
    const progress = withDone(
      withAnswer(withAnswer(withRead(nothingDone(), 'redes/dns', DAY), 'q1', right), 'q2', {
        ...right,
        right: false,
      }),
      'ejercicio:redes/dos-redes',
      DAY,
    );
    expect(tally(progress, 'redes', ['redes', 'redes/dns'], ['q1', 'q2', 'q3'])).toEqual({
      read: 1,
      answered: 2,
      right: 1,
      done: 1,
    });
    expect(tally(progress, 'empezar', ['empezar'], [])).toEqual({ read: 0, answered: 0, right: 0, done: 0 });
  });

  it('la dirección de una página no lleva la base ni barras', () => {
    expect(pageIn('/guia/redes/dns/', '/guia/')).toBe('redes/dns');
    expect(pageIn('/', '/')).toBe('');
  });
});
