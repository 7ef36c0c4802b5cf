import { describe, expect, it } from 'vitest';
import {
  type FoundPage,
  type FoundResult,
  type Pagefind,
  searchFor,
} from '../../../src/components/search/engine.ts';
import { resultMessage } from '../../../src/components/search/messages.ts';
import {
  alternatives,
  cleanQuery,
  isRelated,
  mergeResults,
  significantWords,
} from '../../../src/components/search/query.ts';

describe('limpieza de lo que se busca', () => {
  it.each([
    [
      'docker: Error response from daemon: Bind for 0.0.0.0:8080 failed: port is already allocated.',
      'docker Error response from daemon Bind for failed port is already allocated',
    ],
    [
      'Conflict. The container name "/web" is already in use by container 3f0c2e8f1f8f',
      'Conflict The container name /web is already in use by container',
    ],
    ['exec /usr/local/bin/entrypoint.sh: exec format error', 'exec exec format error'],
    ['dial unix /var/run/docker.sock: connect: permission denied', 'dial unix connect permission denied'],
    ['manifest for sha256:abcdef0123456789 not found', 'manifest for not found'],
    ['código 137', 'código 137'],
    ['docker run -p 8080:80', 'docker run -p'],
    ['  ', ''],
    ['127.0.0.11', ''],
  ])('«%s»', (text, clean) => {
    expect(cleanQuery(text)).toBe(clean);
  });

  it('no pasa de doce palabras', () => {
    expect(cleanQuery('a b c d e f g h i j k l m n').split(' ')).toHaveLength(12);
  });
});

describe('otras palabras', () => {
  it('cambia cada palabra por sus sinónimos y erratas', () => {
    expect(alternatives('hacer backup')).toEqual(['hacer respaldo', 'hacer copia']);
    expect(alternatives('dokerfile')).toContain('dockerfile');
    expect(alternatives('nada conocido')).toEqual([]);
  });

  it('deja fuera las palabras cortas', () => {
    expect(significantWords('no se ve la red interna Interna')).toEqual(['interna']);
  });

  it('lo que aparece en más búsquedas va primero', () => {
    const merged = mergeResults([
      [{ id: 'a', score: 1 }],
      [
        { id: 'b', score: 0.5 },
        { id: 'a', score: 0.1 },
      ],
    ]);
    expect(merged.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('búsqueda', () => {
  const page = (id: string, text: string): FoundPage => ({
    url: `/${id}/`,
    meta: { title: id },
    filters: {},
    excerpt: text
      .split(' ')
      .map((word) => `<mark>${word}</mark>`)
      .join(' '),
    sub_results: [],
  });

  /** An index that, as Pagefind, wants all words. */
  const index = (pages: Record<string, string>): Pagefind & { asked: string[] } => {
    const asked: string[] = [];
    return {
      asked,
      options: async () => {},
      init: async () => {},
      search: async (query) => {
        asked.push(query);
        const words = query.toLowerCase().split(' ');
        const hits = Object.entries(pages).filter(([, text]) => words.every((word) => text.includes(word)));
        return {
          results: hits.map(
            ([id, text]): FoundResult => ({ id, score: 1, data: async () => page(id, text) }),
          ),
        };
      },
    };
  };
  const first = async (pagefind: Pagefind, text: string) =>
    (await searchFor(pagefind, text, '', 8)).pages[0]?.url;

  it('si algo coincide, no busca más', async () => {
    const pagefind = index({ redes: 'puerto ocupado' });
    expect(await searchFor(pagefind, 'Puerto', '', 8)).toMatchObject({ total: 1, changed: false });
    expect(pagefind.asked).toEqual(['Puerto']);
  });

  it('de un mensaje de error, lo que sigue a los últimos dos puntos es lo que más dice', async () => {
    const pagefind = index({ redes: 'port is already allocated', otra: 'error response' });
    expect(
      await first(pagefind, 'Error response: Bind for 0.0.0.0:80 failed: port is already allocated'),
    ).toBe('/redes/');
  });

  it('si nada coincide, prueba con sinónimos y después palabra por palabra', async () => {
    expect(await first(index({ copias: 'copia de seguridad' }), 'backup')).toBe('/copias/');
    expect(await first(index({ redes: 'puerto ocupado' }), 'puerto ocupadísimo')).toBe('/redes/');
  });

  it('deja fuera lo que no tiene que ver: el índice acorta las palabras hasta que encuentra algo', async () => {
    const loose: Pagefind = {
      ...index({}),
      search: async () => ({
        results: [{ id: 'a', score: 1, data: async () => page('zona', 'zona horaria') }],
      }),
    };
    expect(await searchFor(loose, 'zzqqxx', '', 8)).toEqual({ pages: [], total: 0, changed: true });
    expect(isRelated('puertos', ['puerto'])).toBe(true);
    expect(isRelated('zzqqxx', ['zona'])).toBe(false);
  });

  it('cuenta lo que hizo', () => {
    expect(resultMessage('dns', 1, false)).toBe('1 página para «dns»');
    expect(resultMessage('dns', 3, true)).toBe('Nada exacto para «dns»; 3 páginas con palabras parecidas');
    expect(resultMessage('xyz', 0, true)).toContain('Nada para «xyz»');
    expect(resultMessage(' ', 0, false)).toBe('');
  });
});
