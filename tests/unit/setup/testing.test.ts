import { describe, expect, it } from 'vitest';
import { chooseSuites, needs, type Suite, vitestRuns } from '../../../scripts/testing/suites.ts';
import { add, closingLine, countRun, failure, listFailures, PASSED } from '../../../scripts/testing/tally.ts';

const names = (suites: readonly Suite[]) => suites.map(({ name }) => name);

describe('chooseSuites', () => {
  it('runs all of them, in their order, whatever the order of asking', () => {
    expect(chooseSuites(undefined, false)).toHaveLength(12);
    expect(names(chooseSuites('ejemplos,unit', false))).toEqual(['unit', 'ejemplos']);
  });

  it('leaves out what has no tests to filter', () => {
    expect(names(chooseSuites(undefined, true))).not.toContain('tipos');
  });

  it('rejects an unknown name and says which exist', () => {
    expect(() => chooseSuites('unidad', false)).toThrow(/«unidad»[\s\S]*unit, imagenes/);
  });

  it('needs an engine or a browser only for the suites that use them', () => {
    const unit = chooseSuites('unit,sitio', false);
    expect([needs(unit, 'engine'), needs(unit, 'browser'), needs(unit, 'build')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('vitestRuns', () => {
  const suites = chooseSuites('ejemplos,afirmaciones', false);
  const filesOf = ({ name }: Suite) =>
    name === 'ejemplos' ? ['tests/examples.test.ts'] : ['tests/claims/redes.test.ts'];

  it('is one run without a filter', () => {
    expect(vitestRuns(suites, undefined, filesOf)).toEqual([
      { suites: ['ejemplos', 'afirmaciones'], files: [] },
    ]);
  });

  it('filters by file where one matches and by name elsewhere', () => {
    expect(vitestRuns(suites, 'redes', filesOf)).toEqual([
      { suites: ['afirmaciones'], files: ['redes'] },
      { suites: ['ejemplos'], files: [], name: 'redes' },
    ]);
    expect(vitestRuns(suites, 'a.b (c)', filesOf)).toEqual([
      { suites: ['ejemplos', 'afirmaciones'], files: [], name: 'a\\.b \\(c\\)' },
    ]);
  });
});

describe('countRun', () => {
  const report = { passed: 3, failed: 1, skipped: 2, broken: 0, failures: ['x'], suites: {} };

  it('counts tests', () => {
    expect(countRun(1, report)).toEqual({ passed: 3, failed: 1, skipped: 2, failures: ['x'] });
  });

  it('loses no failure outside the tests', () => {
    expect(countRun(1, { ...report, failed: 0, broken: 2 }).failed).toBe(2);
    expect(countRun(1, { ...report, failed: 0 }).failed).toBe(1);
    expect(countRun(0, undefined).failed).toBe(1);
  });

  it('ends in the line that other programs read', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 3, failures: [] })).toBe('12 passed, 0 failed');
  });

  it('tells what failed once more, and nothing where nothing did', () => {
    expect(listFailures(add(failure('redes/publicar: difiere'), PASSED))).toBe(
      'Ha fallado:\n  ✘ redes/publicar: difiere\n',
    );
    expect(listFailures(PASSED)).toBe('');
  });

  it('gives a run that ended badly a name of its own', () => {
    expect(countRun(7, { ...report, failed: 0, failures: [] }).failures).toEqual([
      'las suites acabaron con el código 7',
    ]);
    expect(countRun(0, undefined).failures).toHaveLength(1);
  });
});
