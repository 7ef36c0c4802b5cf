/** What the foot of a page offers: a report with its fields filled and a citation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import project from '../../../package.json' with { type: 'json' };
import { citeApa, citeBibtex } from '../../../src/components/citation.ts';
import { reportPage, reportStep } from '../../../src/components/report.ts';
import { ROOT } from '../../../src/config/paths.ts';

const URL_OF_PAGE = 'https://docker-a-prueba.github.io/redes/dns/';

/** Fields of an address that its form does not have: they would be lost. */
function lostFields(address: string): string[] {
  const { searchParams } = new URL(address);
  const file = join(ROOT, '.github/ISSUE_TEMPLATE', searchParams.get('template') ?? '');
  const { body } = parse(readFileSync(file, 'utf8')) as { body: { id?: string }[] };
  const known = ['template', 'title', ...body.map(({ id }) => id)];
  return [...searchParams.keys()].filter((name) => !known.includes(name));
}

describe('avisar de un error', () => {
  const page = reportPage(URL_OF_PAGE, '29.8.1');
  const step = reportStep(`${URL_OF_PAGE}#dns.uno`, '29.8.1');

  it('abre un formulario que existe, con campos que tiene', () => {
    expect([page, step].flatMap(lostFields)).toEqual([]);
    expect(lostFields(`${page}&motor=28`)).toEqual(['motor']);
  });

  it('dice la página, el paso y el motor', () => {
    expect(new URL(page).searchParams.get('pagina')).toBe(`${URL_OF_PAGE} (Docker Engine 29.8.1)`);
    expect(new URL(step).searchParams.get('pagina')).toBe(`${URL_OF_PAGE}#dns.uno (Docker Engine 29.8.1)`);
  });
});

describe('citar', () => {
  const cited = {
    title: 'Nombres',
    url: URL_OF_PAGE,
    version: '0.1.0',
    date: new Date('2026-11-05T10:00:00Z'),
  };

  it('con fecha y sin ella', () => {
    expect(citeApa(cited)).toBe(
      `Docker a prueba. (2026, 5 de noviembre). Nombres. En Docker a prueba (versión 0.1.0). ${URL_OF_PAGE}`,
    );
    expect(citeApa({ ...cited, date: undefined })).toContain('(s. f.)');
  });

  it('en BibTeX, con una clave de cada página', () => {
    expect(citeBibtex(cited)).toMatch(
      /^@misc\{docker-a-prueba-redes-dns,\n {2}author = \{\{Docker a prueba\}\},/,
    );
  });

  it('CITATION.cff dice la versión del proyecto', () => {
    const { version } = parse(readFileSync(join(ROOT, 'CITATION.cff'), 'utf8')) as { version: string };
    expect(version).toBe(project.version);
  });
});
