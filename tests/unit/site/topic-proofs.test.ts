/** The proofs topic by topic, and the sidebar that each page carries. */
import { expect, it } from 'vitest';
import { evidenceOf, evidenceText } from '../../../src/components/evidence.ts';
import type { ClaimTest } from '../../../src/guide/claim-tests.ts';
import type { PageUses } from '../../../src/guide/page.ts';
import { onlyCurrentTopic } from '../../../src/guide/topic-sidebar.ts';
import { groupByPage, groupByTopic } from '../../../src/results/topic-proofs.ts';
import { claimRows, exampleRows } from '../../../src/results/verification.ts';

const NOTHING = { others: [] };
const test = (id: string, file = 'tests/claims/redes.test.ts'): ClaimTest => ({
  ...{ id, file, proves: [], line: 1, experiment: `run('${id}')` },
});
const page = (slug: string, claims: string[]): PageUses => ({
  ...{ file: `src/content/docs/${slug}.mdx`, slug, title: slug, covers: [], before: [], words: 0 },
  ...{
    steps: [],
    files: [],
    folders: [],
    diagrams: [],
    exercises: [],
    terms: [],
    questions: [],
    problems: [],
  },
  claims: claims.map((id) => ({ id, text: `${id} en ${slug}`, file: '', line: 1, column: 1 })),
});

const PAGES = [page('empezar/a', ['una']), page('redes/dns', ['dos', 'una']), page('redes/x', ['tres'])];
const CLAIMS = claimRows([test('una'), test('dos'), test('tres'), test('suelta')], PAGES, NOTHING);

it('una afirmación es del tema de la primera página que la hace; sin ninguna, del de su archivo', () => {
  const topics = Object.fromEntries(CLAIMS.map(({ id, topic }) => [id, topic]));
  expect(topics).toEqual({ una: 'empezar', dos: 'redes', tres: 'redes', suelta: 'redes' });
  expect(CLAIMS.find(({ id }) => id === 'una')).toMatchObject({
    text: 'una en empezar/a',
    pages: [{ slug: 'empezar/a' }, { slug: 'redes/dns' }],
  });
});

it('los temas salen en el orden de la guía, y al final los que no conoce', () => {
  const odd = claimRows([test('rara')], [page('zzz/a', ['rara'])], NOTHING);
  const topics = groupByTopic(exampleRows([], PAGES, NOTHING), [...odd, ...CLAIMS]);
  expect(topics.map(({ id, label, summary }) => `${id} ${label} ${summary.total}`)).toEqual([
    'empezar Empezar 1',
    'redes Redes 3',
    'zzz zzz 1',
  ]);
});

it('dentro de un tema, cada página en su orden y lo que falla primero', () => {
  const rows = CLAIMS.filter(({ topic }) => topic === 'redes').map((row) => ({
    ...row,
    status: row.id === 'dos' ? ('failed' as const) : ('passed' as const),
  }));
  const both = [
    ...rows.map((row) => ({ ...row, id: `antes-${row.id}`, status: 'passed' as const })),
    ...rows,
  ];
  const groups = groupByPage(both, ['redes/x', 'redes/dns']);
  expect(groups.map(({ page: shown, claims }) => [shown?.slug, ...claims.map(({ id }) => id)])).toEqual([
    ['redes/x', 'antes-tres', 'tres'],
    ['redes/dns', 'dos', 'antes-dos'],
    [undefined, 'antes-suelta', 'suelta'],
  ]);
});

it('la evidencia es lo que se tecleó y respondió, y el código; sin lo primero, el código', () => {
  const transcript = [
    { command: 'cat <<FIN\nhola\nFIN', exitCode: 0, output: 'hola\n' },
    { command: 'false', exitCode: 1, output: '' },
  ];
  const evidence = evidenceOf({ transcript, experiment: 'await run()' });
  expect(evidence.lines).toEqual([
    ['command', '$ cat <<FIN'],
    ['continuation', '> hola'],
    ['continuation', '> FIN'],
    ['output', 'hola'],
    ['command', '$ false'],
    ['exit', 'código 1'],
  ]);
  expect(evidenceText(evidence)).toBe(
    '$ cat <<FIN\n> hola\n> FIN\nhola\n$ false\n✗ código 1\n\n── El código de la prueba ──\n\nawait run()\n',
  );
  expect(evidenceText(evidenceOf({ experiment: 'await run()' }))).toBe('await run()\n');
});

it('el menú de una página lleva su tema entero y, de los demás, dónde empiezan', () => {
  const link = (href: string, isCurrent = false) => ({
    ...{ type: 'link' as const, label: href, href, isCurrent, badge: undefined, attrs: {} },
  });
  const group = (label: string, ...entries: ReturnType<typeof link>[]) => ({
    ...{ type: 'group' as const, label, entries, collapsed: false, badge: undefined },
  });
  const redes = group('Redes', link('/redes/'), link('/redes/dns/', true));
  const sidebar = [
    group('Empezar', link('/empezar/'), link('/empezar/b/')),
    redes,
    group('Vacío'),
    link('/suelta/'),
  ];
  expect(onlyCurrentTopic(sidebar)).toEqual([
    { ...link('/empezar/'), label: 'Empezar' },
    redes,
    group('Vacío'),
    link('/suelta/'),
  ]);
});
