/** Every rule of language rejects what it is for and accepts what only looks like it; a reason silences it. */
import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/examples/session.ts';
import { blocksRule, captionsRule } from '../../../src/guide/language/blocks.ts';
import { checkLanguage, LANGUAGE_RULES } from '../../../src/guide/language/index.ts';
import { readProse, sentencesOf } from '../../../src/guide/language/prose.ts';
import type { LanguageRule, Texts } from '../../../src/guide/language/rule.ts';
import { readPage } from '../../../src/guide/page.ts';
import { formatProblem } from '../../../src/guide/problem.ts';

const FILE = 'src/content/docs/redes/a.mdx';
const PASO = '<Paso ejemplo="redes/dns" id="uno" />';

/** Texts of pages of one topic, and of a session. */
function texts(sources: string[], session = '# uno: Mira\n$ docker ps\n'): Texts {
  const files = sources.map((source, index) => [`src/content/docs/redes/p${index}.mdx`, source] as const);
  return {
    prose: files.map(([file, source]) => readProse(source, file)),
    pages: files.map(([file, source]) => readPage(source, file)),
    examples: [
      { id: 'redes/dns', data: { session: parseSession(`#! Título\n\n${session}`, 'sesion.console') } },
    ],
  };
}

const rule = (id: string) => LANGUAGE_RULES.find((each) => each.id === id) as LanguageRule;
const found = (id: string, ...sources: string[]) =>
  rule(id)
    .find(texts(sources))
    .map(({ message }) => message);

describe.each<[string, string[], string[]]>([
  [
    'palabras',
    [
      'El kernel lo decide.',
      'Un demon escucha.',
      'Vamos a dockerizar la web.',
      'Simplemente ábrelo.',
      'Solo tienes que abrirlo.',
      'Obviamente falla.',
      'El guion imprime la fecha.',
      'El resumen `x` es un sha256.',
      'En otro ordenador.',
      'Un <Termino id="nucleo">kernel</Termino>.',
      '<Pregunta enunciado="¿Qué kernel usa?" opciones={[]} />',
      "<Diagrama id=\"a/b\" pasos={['Aquí no', 'Arranca el kernel']} />",
      "<Pregunta enunciado=\"¿Cuál?\" opciones={[{ texto: 'El kernel', porque: 'Sí' }]} />",
    ],
    [
      'El núcleo (*kernel*) lo decide.',
      'La orden `uname -r` dice `kernel`.',
      'Se escribe `docker-compose`, con guion.',
      'El guion bajo y dos guiones no son lo mismo.',
      'Un demonio escucha.',
      'Al final hay un resumen del tema.',
      '```txt motivo="salida"\nkernel\n```',
    ],
  ],
  [
    'desaires',
    [
      'Muchos apuntes dicen lo contrario.',
      'Lo leerás en muchos sitios.',
      'Circula mucho la frase.',
      'Es una frase muy repetida.',
      'Se oye que es lento.',
    ],
    ['Docker tiene muchos usos.', 'El paquete circula por el puente.', 'Otros programas escuchan ahí.'],
  ],
  [
    'no-probado',
    ['En Mac cambia (no probado aquí).\n\nEn Windows, también (no está probado aquí).'],
    ['En Mac cambia (no probado aquí).'],
  ],
  [
    'telegrama',
    [`${PASO}\n\nNada.\n`, `${PASO}\n\nLa cola sigue vacía. Se ve en el número.\n`],
    [
      `${PASO}\n\nEl contenedor ya no está en la lista.\n`,
      'Nada.\n\nPor aquí tampoco.',
      `${PASO}\n\nMira fuera:\n`,
    ],
  ],
  ['y-al-empezar', ['Funciona. Y no cuesta nada.'], ['Funciona y no cuesta nada.', 'Ya está.']],
  [
    'sin-nombre',
    ['Lo que falla es esto. Lo que cambia, aquello. Quien lo lee lo ve. Lo que queda, no.'],
    ['Lo que falla es esto. Lo que cambia, aquello.'],
  ],
  ['dos-puntos', ['Hay tres: uno: dos: tres.'], ['Hay tres: uno, dos y tres. Son: a. Y: b.', '`a: b: c: d`']],
])('%s', (id, rejected, accepted) => {
  it.each(rejected)('rechaza «%s»', (source) => expect(found(id, source)).not.toEqual([]));
  it.each(accepted)('acepta «%s»', (source) => expect(found(id, source)).toEqual([]));
});

describe('lo que se compara entre páginas', () => {
  it('«Al terminar» no abre ninguna', () => {
    expect(found('aperturas', 'Al terminar sabrás algo.')).toEqual(['la página empieza por «Al terminar»']);
    expect(found('aperturas', 'La orden sale al terminar.')).toEqual([]);
  });

  it('tres seguidas no empiezan igual; dos, sí, y tres con otra en medio', () => {
    const alike = [
      'Un contenedor no es una caja.',
      'Un contenedor no tiene núcleo.',
      'Un contenedor no pesa.',
    ];
    expect(found('aperturas', ...alike)).toEqual(['tres páginas seguidas empiezan por «Un contenedor no»']);
    expect(found('aperturas', ...alike.slice(1))).toEqual([]);
    expect(found('aperturas', alike[0] as string, 'Hoy toca otra cosa.', ...alike.slice(1))).toEqual([]);
  });

  it('un título no se repite en más de tres páginas, salvo los que se esperan', () => {
    const four = (title: string) => Array.from({ length: 4 }, () => `## ${title}\n`);
    expect(found('titulos', ...four('El intento ingenuo'))).toEqual([
      '«El intento ingenuo» es título en 4 páginas',
    ]);
    expect(found('titulos', ...four('El intento ingenuo').slice(1))).toEqual([]);
    expect(found('titulos', ...four('En Compose'))).toEqual([]);
  });
});

describe('los rótulos de los pasos', () => {
  const faults = (session: string) =>
    captionsRule()
      .find(texts([], session))
      .map(({ message }) => message);

  it.each([
    ['# uno\n$ docker ps\n', 'el paso «uno» no tiene rótulo'],
    ['# uno: mira la lista\n$ docker ps\n', 'el paso «uno» tiene un rótulo que no empieza en mayúscula'],
    ['# uno: ¿qué verá?\n$ docker ps\n', 'el paso «uno» tiene un rótulo que no empieza en mayúscula'],
    ['# uno: Mira la lista.\n$ docker ps\n', 'el paso «uno» tiene un rótulo que acaba en punto'],
  ])('%j: %s', (session, message) => expect(faults(session)).toEqual([message]));

  it.each(['# uno: Mira la lista\n$ ls\n', '# uno: ¿Qué verá?\n$ ls\n', '# uno {oculto="limpieza"}\n$ ls\n'])(
    '%j está bien',
    (session) => expect(faults(session)).toEqual([]),
  );

  it('las palabras se miran también en ellos', () => {
    expect(rule('palabras').find(texts([], '# uno: El kernel\n$ ls\n'))).toHaveLength(1);
  });
});

describe('los bloques de una página', () => {
  const page = (count: number, kind: string) => `---\ntipo: ${kind}\n---\n${`${PASO}\n\n`.repeat(count)}`;
  const faults = (source: string) =>
    blocksRule()
      .find(texts([source]))
      .map(({ message }) => message);

  it('diez al aprender, catorce en las demás', () => {
    expect(faults(page(10, 'aprender'))).toEqual([]);
    expect(faults(page(11, 'aprender'))).toEqual(['la página tiene 11 bloques y puede tener 10']);
    expect(faults(page(14, 'entender'))).toEqual([]);
    expect(faults(page(15, 'entender'))).toEqual(['la página tiene 15 bloques y puede tener 14']);
  });

  it('un <Paso> con dos terminales son dos bloques', () => {
    const session = '# uno {terminal="A"}\n$ ls\n\n# dos {terminal="B"}\n$ ls\n';
    const source = `---\ntipo: aprender\n---\n${'<Paso ejemplo="redes/dns" id="uno dos" />\n\n'.repeat(6)}`;
    expect(blocksRule().find(texts([source], session))).toHaveLength(1);
  });
});

describe('los motivos', () => {
  const check = (source: string) => {
    const { errors, advice } = checkLanguage(texts([source]));
    return [errors.map(formatProblem), advice.map(({ message }) => message)];
  };

  it('una falta dice dónde, qué regla y cómo arreglarla; un consejo no hace fallar', () => {
    expect(check('Hola.\n\nEl kernel.\n')).toEqual([
      [
        'src/content/docs/redes/p0.mdx:3:1 «kernel» (lengua: palabras); escribe «núcleo»; tal cual, solo en código o en una salida',
      ],
      [],
    ]);
    expect(check('Funciona. Y es gratis.')[0]).toEqual([]);
    expect(check('Funciona. Y es gratis.')[1]).toHaveLength(1);
  });

  it('callan su regla en la línea siguiente, y ninguna otra', () => {
    const reason = '{/* lengua: palabras — es el nombre de un paquete */}';
    expect(check(`${reason}\n\nEl kernel.\n`)).toEqual([[], []]);
    expect(check(`${reason}\n\nEl kernel.\n\nOtro kernel.\n`)[0]).toHaveLength(1);
    expect(check(`{/* lengua: desaires — no es de esto */}\n\nEl kernel.\n`)[0]).toHaveLength(2);
  });

  it('el que no calla nada sobra, y el que no dice por qué no vale', () => {
    expect(check('{/* lengua: palabras — por si acaso */}\n\nEl núcleo.\n')[0]).toEqual([
      'src/content/docs/redes/p0.mdx:1:1 el motivo de «palabras» no calla nada; bórralo',
    ]);
    expect(check('{/* lengua: inventada — sí */}\n\nEl núcleo.\n')[0]?.[0]).toContain(
      'las reglas son: palabras',
    );
    expect(check('{/* lengua: palabras */}\n\nEl kernel.\n')[0]).toHaveLength(1);
  });
});

it('una frase acaba en su punto, y no en el de un número ni en el de un nombre', () => {
  expect(sentencesOf('Hay 1.5 GB en nginx.conf. Sobra. ¿Y ahora?')).toEqual([
    'Hay 1.5 GB en nginx.conf.',
    'Sobra.',
    '¿Y ahora?',
  ]);
});

it('cada regla tiene un nombre distinto', () => {
  const ids = LANGUAGE_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readProse('Hola.', FILE).slug).toBe('redes/a');
});
