import { expect, test } from 'vitest';
import { recordingHash } from '../../../src/examples/recording-hash.ts';
import { parseSession } from '../../../src/examples/session.ts';

test.for([
  ['an output written by hand', '#! T\n# a {variable="azar"}\n$ x\nOTRA\n'],
  ['another command above the same output', '#! T\n# a {variable="azar"}\n$ y\nsalida\n'],
  ['another exit code', '#! T\n# a {variable="azar"}\n$ x\nsalida\n[1]\n'],
])('%s is told', ([, changed]) => {
  const recorded = recordingHash(parseSession('#! T\n# a {variable="azar"}\n$ x\nsalida\n', 'f'));
  expect(recordingHash(parseSession(changed as string, 'f'))).not.toBe(recorded);
});

test('a new title, text or reason needs no new recording', () => {
  const recorded = recordingHash(parseSession('#! T\n# a {variable="azar"}\n$ x\nsalida\n', 'f'));
  expect(recordingHash(parseSession('#! Otro\n# a: texto {variable="más azar"}\n$ x\nsalida\n', 'f'))).toBe(
    recorded,
  );
});
