import { describe, expect, it } from 'vitest';
import { searchFor } from '../../../src/components/search/engine.ts';
import { stem, wordsOf } from '../../../src/components/search/fold.ts';
import type { FoundPage, FoundResult, Pagefind } from '../../../src/components/search/found.ts';
import { isAbout } from '../../../src/components/search/found.ts';
import { pack, unpack, writtenTerms } from '../../../src/components/search/key-list.ts';
import {
  hasSymbols,
  type KeyPage,
  pagesQuotedIn,
  pagesWithKey,
  pagesWithTerm,
} from '../../../src/components/search/keys.ts';
import { IndexError } from '../../../src/components/search/load-index.ts';
import { failureMessage, resultMessage } from '../../../src/components/search/messages.ts';
import {
  alternatives,
  cleanQuery,
  isShort,
  significantWords,
  typedQuery,
} from '../../../src/components/search/query.ts';
import { joinLists } from '../../../src/components/search/rank.ts';
import { bestSections, destination } from '../../../src/components/search/sections.ts';
import { corrected, vocabulary } from '../../../src/components/search/spelling.ts';

const keyPage = (id: string, keys: string[], terms: Record<string, number> = {}): KeyPage => ({
  url: `/${id}/`,
  title: id,
  description: `De ${id}`,
  kind: 'Resolver',
  keys,
  terms,
});
const urls = (pages: { url: string }[]) => pages.map(({ url }) => url);

describe('limpieza de un mensaje pegado', () => {
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
    ['pull access denied for nginx:1.30, repository', 'pull access denied for nginx:1.30 repository'],
    ['Get http: lookup web:8080. no such host', 'Get http lookup web no such host'],
    ['  ', ''],
  ])('«%s»', (text, clean) => {
    expect(cleanQuery(text)).toBe(clean);
  });

  it('no pasa de doce palabras', () => {
    expect(cleanQuery('a b c d e f g h i j k l m n').split(' ')).toHaveLength(12);
  });

  it.each(['8080', '0.0.0.0', '/var/run/docker.sock', '-p 8080:80', 'docker run -d'])(
    '«%s» se tecleó, y se busca tal cual',
    (text) => expect(isShort(typedQuery(text))).toBe(true),
  );

  it('lo largo se pegó', () => {
    expect(isShort('Bind for 0.0.0.0:8080 failed')).toBe(false);
    expect(typedQuery(' «docker  run» ')).toBe('docker run');
  });
});

describe('palabras', () => {
  it('sin tildes, sin mayúsculas y sin símbolos', () => {
    expect(wordsOf('Imágenes: «DÆMON» --mount=/x')).toEqual(['imagenes', 'daemon', 'mount', 'x']);
  });

  it.each([
    ['puertos', 'puerto'],
    ['redes', 'red'],
    ['imagenes', 'imagen'],
    ['8080', '8080'],
  ])('«%s» empieza como «%s»', (asked, found) => {
    expect(stem(found).startsWith(stem(asked)) || found.startsWith(stem(asked))).toBe(true);
  });

  it('una página trata de lo que se pregunta si tiene todas las palabras', () => {
    const page = { content: 'La zona horaria de un contenedor', meta: { title: 'Tiempo' } };
    expect(isAbout(page, 'horarias del contenedor')).toBe(false);
    expect(isAbout(page, 'zonas horarias')).toBe(true);
    expect(isAbout(page, 'zzqqxx')).toBe(false);
  });

  it('cambia cada palabra por sus sinónimos, y todas a la vez', () => {
    expect(alternatives('hacer backup')).toEqual(['hacer respaldo', 'hacer copia']);
    expect(alternatives('dokerfile')).toContain('dockerfile');
    expect(alternatives('remove container')).toContain('borrar contenedor');
    expect(alternatives('nada conocido')).toEqual([]);
  });

  it('deja fuera las palabras cortas y las que no dicen nada', () => {
    expect(significantWords('no se ve la red interna Interna desde esta')).toEqual(['interna']);
  });

  it.each([
    ['contenedro', 'contenedor'],
    ['imajen', 'imagen'],
    ['kontenedor', 'contenedor'],
    ['dokcer', 'docker'],
    ['bolumen grande', 'volumen grande'],
    ['contenedr', 'contenedor'],
  ])('«%s» quería decir «%s»', (typed, meant) => {
    expect(corrected(typed, vocabulary([keyPage('a', ['contenedor', 'imagen', 'datos', 'volumen'])]))).toBe(
      meant,
    );
  });

  it.each(['gatos', 'zzqqxx', 'imagen', 'rm', '8080', '--mount'])('«%s» se queda como está', (typed) => {
    expect(corrected(typed, vocabulary([keyPage('a', ['contenedor', 'imagen', 'datos'])]))).toBeUndefined();
  });
});

describe('lo que cada página dice de sí', () => {
  const pages = [
    keyPage('expose', ['-P', 'EXPOSE'], { '-P': 3 }),
    keyPage('puertos', ['-p', '0.0.0.0'], { '-p 8080:80': 2, '--mount type=bind': 1 }),
    keyPage('redes', ['port is already allocated', 'Conflict container name already in use', 'puerto']),
  ];

  it('la clave entera, con sus mayúsculas primero', () => {
    expect(urls(pagesWithKey(pages, '-p'))).toEqual(['/puertos/', '/expose/']);
    expect(urls(pagesWithKey(pages, '-P'))).toEqual(['/expose/', '/puertos/']);
    expect(urls(pagesWithKey(pages, '0.0.0'))).toEqual([]);
  });

  it('lo que escribe como código, con lo que le siga', () => {
    expect(urls(pagesWithTerm(pages, '-p'))).toEqual(['/puertos/']);
    expect(urls(pagesWithTerm(pages, '--mount'))).toEqual(['/puertos/']);
    expect(urls(pagesWithTerm(pages, '--mo'))).toEqual([]);
  });

  it('lo que un mensaje pegado contiene, aunque haya otras palabras por medio', () => {
    const conflict = 'Conflict. The container name "/web" is already in use by container';
    expect(urls(pagesQuotedIn(pages, conflict))).toEqual(['/redes/']);
    expect(urls(pagesQuotedIn(pages, 'Bind failed: port is already allocated'))).toEqual(['/redes/']);
    expect(urls(pagesQuotedIn(pages, 'already the port in a container'))).toEqual([]);
    expect(urls(pagesQuotedIn(pages, 'el puerto no responde'))).toEqual([]);
  });

  it('una bandera, una ruta o un número no son palabras', () => {
    expect(['-p', '8080', '/etc/hosts', 'compose.yaml', '127'].every(hasSymbols)).toBe(true);
    expect(['puerto', '¿qué es una imagen?', 'Dockerfile.'].some(hasSymbols)).toBe(false);
  });

  it('se lee del código y las citas de su prosa, no de sus bloques', () => {
    const source =
      'Usa `-p 80:80` y `-p 80:80`, <i lang="en">no such host</i>.\n```sh\n`nada`\n```\n<Paso id="x" />';
    expect(writtenTerms(source)).toEqual({ '-p 80:80': 2, 'no such host': 1 });
  });

  it('viaja sin perder nada', () => {
    for (const page of pages) expect(unpack(pack(page))).toEqual(page);
  });
});

describe('búsqueda', () => {
  const page = (id: string, content: string): FoundPage => ({
    url: `/${id}/`,
    meta: { title: id },
    filters: {},
    content,
    excerpt: '',
    sub_results: [],
  });

  /** An index that, as Pagefind, wants all words. */
  const index = (pages: Record<string, string>, keys: KeyPage[] = []) => {
    const asked: string[] = [];
    const pagefind: Pagefind = {
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
    return { pagefind, keys, asked };
  };
  const first = async (from: ReturnType<typeof index>, text: string) =>
    (await searchFor(from, text, '', 8)).pages[0]?.url;

  it('si bastantes coinciden, no busca en otras palabras', async () => {
    const from = index({ a: 'zócalo roto', b: 'zócalo', c: 'zócalo' });
    expect(await searchFor(from, 'zócalo', '', 8)).toMatchObject({ total: 3, changed: false });
    expect(from.asked).toEqual(['zócalo']);
  });

  it('un número, una dirección, una ruta o una bandera se buscan como se teclean', async () => {
    for (const text of ['8080', '0.0.0.0', '/var/run/docker.sock', '--mount', '-p 8080:80'])
      expect(await first(index({ a: 'otra', b: `aquí ${text}` }), text)).toBe('/b/');
  });

  it('una clave pasa delante de lo que solo la contiene, y aparece aunque el índice no la dé', async () => {
    const keys = [keyPage('vida', ['127'])];
    const found = await searchFor(index({ a: '127.0.0.1', b: '127.0.0.11' }, keys), '127', '', 8);
    expect(urls(found.pages)).toEqual(['/vida/', '/a/', '/b/']);
    expect(found.pages[0]?.excerpt).toBe('De vida');
  });

  it('el tipo elegido vale también para las claves', async () => {
    const from = index({}, [keyPage('vida', ['127'])]);
    expect((await searchFor(from, '127', 'Resolver', 8)).pages).toHaveLength(1);
    expect((await searchFor(from, '127', 'Entender', 8)).pages).toEqual([]);
  });

  it('de un mensaje de error, lo que sigue a los últimos dos puntos es lo que más dice', async () => {
    const from = index({ otra: 'error response', redes: 'port is already allocated' });
    expect(await first(from, 'Error response: Bind for 0.0.0.0:80 failed: port is already allocated')).toBe(
      '/redes/',
    );
  });

  it('si nada coincide, prueba con sinónimos, con la palabra bien escrita y palabra por palabra', async () => {
    expect(await first(index({ copias: 'copia de seguridad' }), 'backup')).toBe('/copias/');
    expect(await first(index({ redes: 'puerto ocupado' }), 'puerto ocupadísimo')).toBe('/redes/');
    const from = index({ a: 'montaje' }, [keyPage('b', ['montaje'])]);
    expect(await searchFor(from, 'montage', '', 8)).toMatchObject({ changed: true, total: 1 });
  });

  it('deja fuera lo que no tiene que ver: el índice acorta las palabras hasta que encuentra algo', async () => {
    const loose = index({});
    loose.pagefind.search = async () => ({
      results: [{ id: 'a', score: 1, data: async () => page('zona', 'zona horaria') }],
    });
    expect(await searchFor(loose, 'zzqqxx', '', 8)).toEqual({ pages: [], total: 0, changed: true });
  });

  it('lo que está en más listas va primero, y se queda con lo que el índice sabe de la página', () => {
    const sections = [{ title: 's', url: '/a/#s', excerpt: '' }];
    const joined = joinLists([
      { pages: [page('b', ''), page('a', '')], weight: 1 },
      { pages: [{ ...page('a', ''), sub_results: sections }], weight: 1 },
    ]);
    expect(urls(joined)).toEqual(['/a/', '/b/']);
    expect(joined[0]?.sub_results).toEqual(sections);
  });

  it('cuenta lo que hizo', () => {
    expect(resultMessage('dns', 1, false)).toBe('1 página para «dns»');
    expect(resultMessage('dns', 3, true)).toBe('Nada exacto para «dns»; 3 páginas con palabras parecidas');
    expect(resultMessage('xyz', 0, true)).toContain('Nada para «xyz»');
    expect(resultMessage(' ', 0, false)).toBe('');
  });
});

describe('a dónde lleva un resultado', () => {
  const part = (hash: string, ...scores: number[]) => ({
    title: hash,
    url: `/redes/dns/${hash}`,
    excerpt: '',
    weighted_locations: scores.map((balanced_score) => ({ balanced_score })),
  });
  const page = {
    url: '/redes/dns/',
    meta: { title: 'Los nombres de los contenedores' },
    sub_results: [part('#_top', 90), part('#primero', 1), part('#segundo', 4, 3), part('#tercero', 5)],
  };

  it('las secciones con más de lo buscado van primero, y el principio no es una', () => {
    expect(bestSections(page, 2).map(({ title }) => title)).toEqual(['#segundo', '#tercero']);
  });

  it('a la mejor sección, o a la página si toda ella trata de eso', () => {
    expect(destination(page, 'servidor 127.0.0.11')).toBe('/redes/dns/#segundo');
    expect(destination(page, 'nombre contenedor')).toBe('/redes/dns/');
    expect(destination({ ...page, sub_results: [] }, 'otra cosa')).toBe('/redes/dns/');
  });
});

describe('un fallo del buscador', () => {
  it('dice qué pasa en cada caso', () => {
    const messages = [
      new IndexError('missing', undefined),
      new IndexError('unreachable', undefined),
      new Error('otro'),
    ].map(failureMessage);
    expect(messages[0]).toContain('npm start');
    expect(messages[1]).toContain('conexión');
    expect(new Set(messages).size).toBe(3);
  });
});
