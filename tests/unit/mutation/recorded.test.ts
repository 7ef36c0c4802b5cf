/** What is changed in a recorded output, and which changes are nobody's business. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/examples/redaction/index.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { exampleMutants, noticesAnswer } from '../../../src/mutation/example-mutants.ts';
import { answerMutants, FIGURE_RULES, otherNumber } from '../../../src/mutation/recorded.ts';

const whats = (output: string, exitCode = 0) => answerMutants({ output, exitCode }).map(({ what }) => what);

/** Ids of the output mutants of a session of one step, and those that nobody notices. */
function judge(step: string) {
  const session = parseSession(`#! Prueba\n\n${step}`, 'sesion.console');
  const source = { session, files: {} };
  const mutants = exampleMutants(source).filter(({ kind }) => kind === 'salidas');
  const short = ({ id }: { id: string }) => id.replace(/^.*: salida /, '');
  const lives = mutants.filter(({ change }) => 'answer' in change && !noticesAnswer(source, change));
  return { all: mutants.map(short), survivors: lives.map(short) };
}

describe('lo grabado', () => {
  it('otro código, nada, un error, una línea menos, otra palabra y otro número', () => {
    expect(whats('')).toEqual(['código 0 → 1']);
    expect(whats('', 137)).toEqual(['código 137 → 0']);
    expect(whats('web true\n172.17.0.2 24 0.5')).toEqual([
      'código 0 → 1',
      'sin salida',
      'un error en su lugar',
      'sin 172.17.0.2 24 0.5',
      'true → false',
      '172.17.0.2 → 172.17.0.9',
      '24 → 94',
      '0.5 → 9.5',
    ]);
  });

  it('un número queda lejos del que era', () => {
    const pairs = ['0', '7', '24', '94', '0.02', '172.17.0.2', '107374182400', '2026'].map((number) =>
      otherNumber(number),
    );
    expect(pairs).toEqual(['9', '1', '94', '14', '9.02', '172.17.0.9', '907374182400', '2021']);
  });

  it('ni identificadores ni resúmenes son números', () => {
    expect(
      whats('1f80ef29990a sha256:22cd1241fe4787a52577da176e131e1d2a021630353516b0aeebb543930e953a'),
    ).toEqual(['código 0 → 1', 'sin salida', 'un error en su lugar']);
  });
});

describe('quién lo nota', () => {
  it('la comparación, si el número se compara', () => {
    expect(judge('# a\n$ echo 7\n7\n').survivors).toEqual([]);
  });

  it('nadie, una cifra de un paso variable ni un error que ocupe su lugar', () => {
    const { survivors } = judge('# a {variable="la máquina"}\n$ cat carga\nuso: 24 %\n');
    expect(survivors).toEqual(['un error en su lugar', '24 → 94']);
  });

  it('un intervalo, la cifra que se sale de él', () => {
    expect(judge('# a {entre="(\\d+) % 0..50"}\n$ cat carga\nuso: 24 %\n').survivors).toEqual([]);
  });

  it('lo que por naturaleza es otro cada vez no cuenta', () => {
    expect(judge('# a\n$ ls --full-time\n2026-11-21T10:05:30Z uno\n').all).toEqual([
      'código 0 → 1',
      'sin salida',
      'un error en su lugar',
    ]);
  });

  it('las reglas que igualan cifras existen: si cambia su nombre, hay que decirlo aquí', () => {
    const names = RULES.map(({ name }) => name);
    expect(FIGURE_RULES.filter((name) => !names.includes(name))).toEqual([]);
  });
});
