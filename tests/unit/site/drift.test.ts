import { expect, it } from 'vitest';
import { typedIn } from '../../../src/examples/redaction/rule.ts';
import { driftIn, driftingVersions } from '../../../src/guide/checks/patches.ts';
import { readCorpus } from '../../../src/guide/corpus.ts';

it.each([
  ['servido por caddy 2.10.1', '', [], ['2.10.1']],
  ['caddy v2.10.1-beta', '', [], ['v2.10.1-beta']],
  ['dos veces 2.10.1 y 2.10.1', '', [], ['2.10.1']],
  ['lo que eligió el autor: 2.10.1', 'FROM caddy:2.10.1', [], []],
  ['una dirección: 10.0.5.7', '', [], []],
  ['una etiqueta: nginx:1.30.6', '', [], []],
  ['un rango del autor: ^2.1.3', '', [], []],
  ['{"imageLayoutVersion": "1.0.0"}', '', [], []],
  ['PowerDNS 17.6', '', ['17.6'], ['17.6']],
  ['PowerDNS 17.6', '', [], []],
  ['tardó 117.6 s', '', ['17.6'], []],
])('«%s»', (output, typed, stated, expected) => {
  expect(driftIn(output, typedIn(typed), stated)).toEqual(expected);
});

it('ninguna grabación de hoy lleva una versión que cambie sola', () => {
  expect(driftingVersions(readCorpus('.'))).toEqual([]);
});
