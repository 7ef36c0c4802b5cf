/** Declarations of equivalent mutants: those that lie are told; and the score that they take part in. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSubject, readDeclarations } from '../../../scripts/mutation/load.ts';
import { type Declaration, parseDeclarations, staleDeclarations } from '../../../src/mutation/declared.ts';
import { measure, type Outcome } from '../../../src/mutation/measure.ts';
import type { Mutant } from '../../../src/mutation/mutant.ts';
import { percentage, runAndCompared } from '../../../src/mutation/results.ts';

const ROOT = join(import.meta.dirname, '../../..');
const REASON = 'el contenedor se borra en el paso siguiente';

const declare = (...mutants: string[]): Declaration[] =>
  parseDeclarations(
    `hola:\n${mutants.map((mutant) => `  - mutante: ${JSON.stringify(mutant)}\n    motivo: ${REASON}\n`).join('')}`,
    'empezar',
  );

describe('mutantes equivalentes', () => {
  it('dicen de qué ejemplo, cuál, por qué y dónde se declaró', () => {
    expect(declare('a', 'b')[1]).toEqual({
      example: 'empezar/hola',
      mutant: 'b',
      reason: REASON,
      at: 'mutantes/empezar.yaml:4',
    });
    expect(parseDeclarations('', 'redes')).toEqual([]);
  });

  it.for([
    ['sin motivo', 'hola:\n  - mutante: a\n'],
    ['con un motivo que no dice nada', 'hola:\n  - mutante: a\n    motivo: sí\n'],
    ['con una clave de más', `hola:\n  - mutante: a\n    motivo: ${REASON}\n    otra: 1\n`],
    ['que no son una lista', 'hola: a\n'],
    ['mal escritos', 'hola: [\n'],
  ])('no valen %s', ([, text]) => {
    expect(() => parseDeclarations(text as string, 'empezar')).toThrow(
      /^mutantes\/empezar\.yaml: .*\n {2}Cómo arreglarlo: /,
    );
  });

  it('caducan si ya no existen o si un paso los nota', () => {
    const ids = ['Dockerfile: sin USER node', 'Dockerfile: sin EXPOSE 3000', 'web/a.js: sin a();'];
    const stale = (mutant: string, killed: string[]) =>
      staleDeclarations(declare(mutant), ids, new Set(killed)).join('\n');
    expect(stale('Dockerfile: sin USER node', [])).toBe('');
    expect(stale('web/*', [])).toBe('');
    expect(stale('Dockerfile: sin USER root', [])).toContain(
      'ya no hay ningún mutante «Dockerfile: sin USER root»',
    );
    expect(stale('Dockerfile: sin USER node', ids)).toContain('se declara equivalente, y un paso lo nota');
    expect(stale('Dockerfile: *', ['Dockerfile: sin USER node'])).toBe('');
    // What is not a wildcard is meant literally.
    expect(stale('Dockerfile: sin USER nod.', [])).toContain('ya no hay');
  });

  it('los declarados de la guía existen todos', () => {
    const topics = readdirSync(join(ROOT, 'mutantes'))
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => name.replace('.yaml', ''));
    const stale = topics.flatMap((topic) => {
      const declarations = readDeclarations(ROOT, topic);
      return [...new Set(declarations.map(({ example }) => example))].flatMap((example) =>
        staleDeclarations(
          declarations.filter((declaration) => declaration.example === example),
          loadSubject(ROOT, example).mutants.map(({ id }) => id),
        ),
      );
    });
    expect(stale).toEqual([]);
  });
});

describe('la cuenta', () => {
  const mutant = (id: string, kind: Mutant['kind']): Mutant => ({
    id,
    kind,
    at: 'x:1',
    change: { file: 'x', text: id, before: '' },
  });
  const mutants = [
    mutant('a', 'archivos'),
    mutant('b', 'archivos'),
    mutant('c', 'ordenes'),
    mutant('d', 'ordenes'),
    mutant('e', 'salidas'),
  ];
  const outcomes = new Map<string, Outcome>([
    ['a', 'killed'],
    ['b', 'survived'],
    ['c', 'survived'],
    ['d', 'unknown'],
    ['e', 'killed'],
  ]);

  it('no cuenta los equivalentes ni lo que no se sabe', () => {
    const { kinds, survivors, unknown, stale } = measure(mutants, outcomes, declare('b'));
    expect(kinds).toEqual({
      archivos: { total: 1, killed: 1, equivalent: 1 },
      ordenes: { total: 1, killed: 0, equivalent: 0 },
      salidas: { total: 1, killed: 1, equivalent: 0 },
    });
    expect(survivors).toEqual([{ id: 'c', at: 'x:1' }]);
    expect(unknown.map(({ id }) => id)).toEqual(['d']);
    expect(stale).toEqual([]);
    expect(runAndCompared({ kinds }).run).toEqual({ total: 2, killed: 1, equivalent: 1 });
  });

  it('de lo que no se midió no dice que caducara', () => {
    expect(measure(mutants, outcomes, declare('d')).stale).toEqual([]);
    expect(measure(mutants, outcomes, declare('a')).stale).toHaveLength(1);
    expect(measure(mutants, outcomes, declare('z')).stale).toHaveLength(1);
  });

  it('el porcentaje no redondea hacia arriba', () => {
    expect(percentage({ killed: 999, total: 1000 })).toBe('99 %');
    expect(percentage({ killed: 0, total: 0 })).toBe('—');
  });
});
