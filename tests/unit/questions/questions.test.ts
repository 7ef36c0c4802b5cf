/** Questions: how they are read, shuffled and answered, and what a recording lets one ask. */
import { describe, expect, it } from 'vitest';
import { recordedText, verdict } from '../../../src/components/question.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { piecesOf, withoutMarks } from '../../../src/guide/questions/code-pieces.ts';
import { parseData } from '../../../src/guide/questions/data-literal.ts';
import { type Asked, predict } from '../../../src/guide/questions/prediction.ts';
import { arrange, faultOf, type Option, questionId } from '../../../src/guide/questions/question.ts';
import { askedOf } from '../../../src/guide/questions/read.ts';

const option = (texto: string, correcta = false): Option => ({ texto, correcta, porque: 'porque sí' });

describe('datos de un atributo', () => {
  it('se leen como JavaScript los escribe', () => {
    expect(parseData(`[ { texto: 'a\\n\\'b\\'', si: true, 'n': -1.5, }, "«c»", \`d\` ]`)).toEqual([
      { texto: "a\n'b'", si: true, n: -1.5 },
      '«c»',
      'd',
    ]);
    expect(parseData('/* nada */ []')).toEqual([]);
  });

  it.each([
    ['opciones', '«opciones» no es un dato'],
    ['[f()]', 'no se entiende «()'],
    ["['a' + 'b']", "no se entiende «+ 'b']»"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source of a page.
    ['[`a${b}`]', 'no se entiende'],
    ["['a' 'b']", 'falta «]»'],
    ["[{ 'a' }]", 'le faltan los dos puntos'],
    ['[] []', 'sobra «[»'],
    ['[', 'falta un valor'],
  ])('lo que no es un dato, no: %s', (source, message) => {
    expect(() => parseData(source)).toThrow(message);
  });
});

describe('orden de las opciones', () => {
  const options = [option('uno'), option('dos', true), option('tres'), option('cuatro')];
  const keys = (page: string, statement: string, given: Option[]) =>
    arrange(page, questionId(statement), statement, given).choices.map(({ text }) => text);

  it('no depende del orden en que se escribieron', () => {
    expect(keys('redes/dns', '¿Cuál?', options)).toEqual(keys('redes/dns', '¿Cuál?', options.toReversed()));
  });

  it('depende de la página y del enunciado, y cada opción conserva su clave', () => {
    const orders = new Set(
      Array.from({ length: 20 }, (_, n) => keys('redes/dns', `¿Cuál es la ${n}?`, options).join()),
    );
    expect(orders.size).toBeGreaterThan(5);
    const keyOf = (page: string) =>
      arrange(page, 'x', '¿?', options).choices.find(({ text }) => text === 'dos')?.key;
    expect(keyOf('redes/dns')).toBe(keyOf('redes/expose'));
  });

  it('reparte la correcta entre todos los sitios', () => {
    const places = Array.from({ length: 400 }, (_, n) =>
      arrange('p', 'x', `¿${n}?`, options).choices.findIndex(({ right }) => right),
    );
    for (const place of [0, 1, 2, 3]) {
      const share = places.filter((found) => found === place).length / places.length;
      expect(share).toBeGreaterThan(0.18);
      expect(share).toBeLessThan(0.32);
    }
  });
});

describe('pregunta', () => {
  it.each([
    [[option('a'), option('b'), option('c')], 'tiene 3 opciones y 0 correctas'],
    [[option('a', true), option('b', true), option('c')], 'tiene 3 opciones y 2 correctas'],
    [[option('a', true), option('b')], 'tiene 2 opciones y 1 correctas'],
    [[option('a', true), option('b'), { texto: 'c', porque: ' ' }], 'la opción «c» no dice por qué'],
    [[option('a', true), option('b'), option(' b ')], 'está dos veces'],
  ])('%# no se puede hacer', (options, message) => {
    expect(faultOf('¿?', options)?.message).toContain(message);
  });

  it('con una correcta y todas explicadas, sí', () => {
    expect(faultOf('¿?', [option('a', true), option('b'), option('c')])).toBeUndefined();
  });

  it('lo que va entre acentos graves es código', () => {
    expect(piecesOf('usa `docker ps -a` y mira')).toEqual([
      { text: 'usa ', code: false },
      { text: 'docker ps -a', code: true },
      { text: ' y mira', code: false },
    ]);
    expect(withoutMarks('`a` y b')).toBe('a y b');
  });

  it('dice qué tal fue', () => {
    expect(verdict(undefined)).toBe('Elige una opción.');
    expect(verdict(true)).toBe('Correcto.');
    expect(verdict(false)).toBe('No es esa.');
    expect(verdict(false, true)).toBe('No es eso.');
    expect(recordedText('125', 'code')).toEqual({ text: 'Código de salida 125', code: false });
    expect(recordedText('', 'output')).toEqual({ text: 'No imprime nada', code: false });
    expect(recordedText('hola', 'output')).toEqual({ text: 'hola', code: true });
  });
});

describe('predicción', () => {
  const session = parseSession(
    `#! Pasos

# uno: Dos órdenes
$ echo a
a
$ ls /no
ls: /no: No such file
[2]

# dos
$ docker ps -a
CONTAINER ID   IMAGE
abc            nginx

# azar {variable="cambia"}
$ date
hoy

# editar {edita="a.txt"}
-a
+b

# oculto {oculto="motivo"}
$ true
`,
    'examples/x/y/sesion.console',
  );
  const ask = (asked: Partial<Asked>) =>
    predict(session, 'x/y', {
      ids: ['dos'],
      why: 'se grabó',
      wrong: [option('nada de eso'), option('otra cosa')],
      ...asked,
    });
  const rightOf = (asked: Partial<Asked>) => {
    const found = ask(asked);
    return 'message' in found ? found.message : found.options.find(({ correcta }) => correcta)?.texto;
  };

  it('la respuesta sale de lo grabado: todo, una línea, una parte o el código', () => {
    expect(rightOf({})).toBe('CONTAINER ID   IMAGE\nabc            nginx');
    expect(rightOf({ line: 1 })).toBe('CONTAINER ID   IMAGE');
    expect(rightOf({ line: -1 })).toBe('abc            nginx');
    expect(rightOf({ pattern: '^abc +(\\w+)$' })).toBe('nginx');
    expect(rightOf({ pattern: 'ng\\w+' })).toBe('nginx');
    expect(rightOf({ ids: ['uno'], code: true })).toBe('2');
    expect(rightOf({ ids: ['uno'], order: 1 })).toBe('a');
  });

  it('enseña lo que lleva hasta la orden, y nada después', () => {
    const found = ask({ ids: ['uno', 'dos'] });
    expect('commands' in found && found.commands.map(({ text }) => text)).toEqual([
      'echo a',
      'ls /no',
      'docker ps -a',
    ]);
    const first = ask({ ids: ['uno'], order: 1 });
    expect('commands' in first && first.commands.map(({ text }) => text)).toEqual(['echo a']);
  });

  it.each([
    [{ ids: ['tres'] }, 'no tiene el paso «tres»'],
    [{ ids: ['oculto'] }, 'está oculto'],
    [{ ids: ['editar'] }, 'no ejecuta ninguna orden'],
    [{ ids: ['azar'] }, 'es {variable}'],
    [{ ids: ['uno'], order: 3 }, 'tiene 2 órdenes y se pregunta por la 3'],
    [{ line: 3 }, 'no tiene la línea 3'],
    [{ pattern: 'redis' }, 'no tiene nada que case con «redis»'],
    [{ pattern: '(' }, 'no es una expresión regular'],
    [{ line: 2, wrong: [option('abc nginx'), option('x')] }, 'es lo que se grabó en el paso «dos»'],
    [{ wrong: [option('x', true), option('y')] }, 'se declara correcta'],
    [{ wrong: [option('x')] }, 'tiene 2 opciones'],
  ])('%o no se puede preguntar', (asked, message) => {
    const found = ask(asked);
    expect('message' in found && found.message).toContain(message);
    expect('remedy' in found && found.remedy).not.toBe('');
  });

  it('del código de un paso que varía, sí', () => {
    expect(rightOf({ ids: ['azar'], code: true })).toBe('0');
  });

  it.each([{ linea: '2', que: 'codigo' }, { que: 'salida' }, { orden: '0' }, { linea: 'dos' }])(
    'los atributos %o se rechazan',
    (attributes) => {
      expect(askedOf({ id: 'dos', porque: 'x', ...attributes }, [])).toHaveProperty('message');
    },
  );
});
