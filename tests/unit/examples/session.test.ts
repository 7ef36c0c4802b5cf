import { describe, expect, test } from 'vitest';
import { parseSession } from '../../../src/examples/session.ts';
import { replaceOutputs } from '../../../src/examples/session-format.ts';

const parse = (text: string) => parseSession(text, 'sesion.console');
const body = (text: string) => parse(`#! Título\n\n${text}`);

describe('a valid session', () => {
  test('has a title, named steps, commands, outputs and exit codes', () => {
    const session = parse(
      '#! Título {exclusivo}\n\n# uno: qué hace\n$ echo a\na\n\n# dos\n$ false\n[1]\n$ echo b\nb\n',
    );
    expect(session.title).toBe('Título');
    expect(session.directives.exclusive).toBe(true);
    expect(session.steps.map(({ id, text }) => [id, text])).toEqual([
      ['uno', 'qué hace'],
      ['dos', undefined],
    ]);
    expect(session.steps[1]?.commands.map(({ text, output, exitCode }) => [text, output, exitCode])).toEqual([
      ['false', '', 1],
      ['echo b', 'b', 0],
    ]);
  });

  test('continues commands over several lines', () => {
    expect(
      body('# a\n$ docker run \\\n>   busybox\n$ cat <<FIN\n> x\n>\n> FIN\nx\n').steps[0]?.commands.map(
        (command) => command.text,
      ),
    ).toEqual(['docker run \\\n  busybox', 'cat <<FIN\nx\n\nFIN']);
  });

  test('keeps blank lines inside an output and drops those after it', () => {
    expect(body('# a\n$ x\nuno\n\ndos\n\n\n# b\n$ y\n').steps[0]?.commands[0]?.output).toBe('uno\n\ndos');
  });

  test('reads what looks like syntax as output behind a backslash', () => {
    expect(
      body('# a\n$ x\n\\# no es un paso\n\\$ ni orden\n\\[3]\n\\\\ barra\n').steps[0]?.commands[0]?.output,
    ).toBe('# no es un paso\n$ ni orden\n[3]\n\\ barra');
  });

  test('understands directives', () => {
    const [step] = body(
      '# a: texto {oculto="por qué no" sin-orden plazo=2m espera="curl -fs localhost" terminal=otra}\n$ x\n',
    ).steps;
    expect(step?.directives).toEqual({
      hidden: 'por qué no',
      unordered: true,
      tty: false,
      except: [],
      between: [],
      timeoutMs: 120_000,
      waitFor: 'curl -fs localhost',
      terminal: 'otra',
    });
  });

  test.for([
    ['# a: nombres: solo los nombres, con {{.Names}}', 'nombres: solo los nombres, con {{.Names}}'],
    [`# a: casa: $\{HOME}`, `casa: $\{HOME}`],
    [`# a: con $\{A:-b c} y {}`, `con $\{A:-b c} y {}`],
    ['# a: {{.State.Status}}', '{{.State.Status}}'],
    ['# a: rangos {1..3}, listas {a,b} y JSON {"a": 1}', 'rangos {1..3}, listas {a,b} y JSON {"a": 1}'],
    ['# a: {{range .Mounts}}{{.Name}}{{end}} {plazo=60s}', '{{range .Mounts}}{{.Name}}{{end}}'],
    ['# a: una llave { suelta', 'una llave { suelta'],
    ['# a: entre {dos palabras} y más', 'entre {dos palabras} y más'],
    ['# a: con \\{tty} {plazo=60s}', 'con {tty}'],
    ['# a: \\{nombre}', '{nombre}'],
    ['# a: find -exec {} + {plazo="60s"}', 'find -exec {} +'],
    ['# a: ruta C:\\datos', 'ruta C:\\datos'],
  ])('braces of a title that are text stay text: %s', ([header, text]) => {
    const [step] = body(`${header}\n$ x\n`).steps;
    expect([step?.text, step?.directives.timeoutMs, step?.directives.tty]).toEqual([text, 60_000, false]);
    expect(parse(`#! ${header?.slice(5)}\n# a\n$ x\n`.replace(/ \{plazo=.*/, '')).title).toBe(text);
  });

  test.for([
    [String.raw`{espera="grep -E '^\d+ \w+\n' f"}`, String.raw`grep -E '^\d+ \w+\n' f`],
    [String.raw`{espera="echo \"a\" \\ \$x"}`, String.raw`echo "a" \ \$x`],
    [
      `{espera="docker inspect -f '{{.State.Status}}' a | grep '}'"}`,
      "docker inspect -f '{{.State.Status}}' a | grep '}'",
    ],
    ['{espera=true}', 'true'],
  ])('a value is what was typed: %s', ([braces, value]) => {
    expect(body(`# a ${braces}\n$ x\n`).steps[0]?.directives.waitFor).toBe(value);
  });

  test('types into terminals', () => {
    expect(body('# a {tty}\n$ sh\n< exit\nsalida\n').steps[0]?.commands[0]).toMatchObject({
      inputs: ['exit'],
      output: 'salida',
    });
  });

  test('edits files', () => {
    expect(
      body('# a {edita=compose.yaml}\n services:\n-  a: 1\n+  a: 2\n\n# b\n$ x\n').steps[0]?.edit,
    ).toEqual({ file: 'compose.yaml', hunk: [' services:', '-  a: 1', '+  a: 2'] });
  });

  test.for(['[137]\n[1]', 'uno\n[137]\ndos', '[0]', '[404]', '\\[1]', '# x\n#! y\n$ z\n> w\n< v', '\\\\'])(
    'any output survives being written back: %s',
    (output) => {
      const text = '#! T\n\n# a\n$ x\n';
      const { steps } = parse(text);
      Object.assign(steps[0]?.commands[0] ?? {}, { output, exitCode: 7 });
      expect(parse(replaceOutputs(text, steps)).steps[0]?.commands[0]).toMatchObject({ output, exitCode: 7 });
    },
  );

  test('survives being written back', () => {
    const text =
      '#! Título\n\n# a: uno\n$ cat <<F\n> # x\n>\n> F\n\\# x\n\n$ false\n[1]\n\n# b {edita=f}\n-a\n+b\n\n# c\n$ y\n';
    const session = parse(text);
    const again = replaceOutputs(text, session.steps);
    expect(parse(again)).toEqual({ ...session, steps: parse(again).steps });
    expect(replaceOutputs(again, parse(again).steps)).toBe(again);
  });
});

describe('a session that is rejected, with file, line and remedy', () => {
  test.for([
    ['CRLF', '#! T\r\n', 'sesion.console:1: la línea acaba en CRLF'],
    ['no title', '# a\n$ x\n', 'sesion.console:1: falta el título'],
    ['no steps', '#! T\n', 'sesion.console:1: la sesión no tiene ningún paso'],
    ['repeated id', '#! T\n# a\n$ x\n# a\n$ y\n', 'sesion.console:4: el paso «a» ya existe en la línea 2'],
    ['malformed header', '#! T\n# Con Mayúsculas\n$ x\n', 'sesion.console:2: cabecera de paso mal escrita'],
    ['text before the first step', '#! T\nhola\n', 'sesion.console:2: hay texto antes del primer paso'],
    [
      'output before a command',
      '#! T\n# a\nsalida\n',
      'sesion.console:3: hay salida antes de la primera orden',
    ],
    ['step without command', '#! T\n# a\n\n# b\n$ x\n', 'sesion.console:2: el paso «a» no tiene órdenes'],
    [
      'unclosed heredoc',
      '#! T\n# a\n$ cat <<FIN\n> x\n',
      'sesion.console:3: el documento en línea («<<FIN») no se cierra',
    ],
    ['unknown directive', '#! T\n# a {rapido}\n$ x\n', 'sesion.console:2: directiva desconocida «rapido»'],
    [
      'directive without its reason',
      '#! T\n# a {oculto}\n$ x\n',
      'sesion.console:2: la directiva «oculto» necesita un valor',
    ],
    [
      'what is of the bench, shown',
      '#! T\n# a {del-banco}\n$ x\n',
      'sesion.console:2: «del-banco» es de un paso oculto',
    ],
    [
      'unquoted words',
      '#! T\n# a {espera=docker exec web true}\n$ x\n',
      'el valor de «espera» tiene espacios y va sin comillas: «exec»',
    ],
    [
      'unquoted option',
      '#! T\n# a {espera=curl -fs localhost}\n$ x\n',
      'sesion.console:2: el valor de «espera» tiene espacios',
    ],
    [
      'unquoted braces',
      "#! T\n# a {espera=docker inspect -f '{{.Id}}' web}\n$ x\n",
      'sesion.console:2: no se entienden las directivas',
    ],
    [
      'unclosed quote',
      '#! T\n# a: b {oculto="motivo}\n$ x\n',
      'sesion.console:2: no se entienden las directivas',
    ],
    ['unclosed braces', '#! T\n# a: b {tty\n$ x\n', 'sesion.console:2: no se entienden las directivas'],
    ['directive in another case', '#! T\n# a {TTY}\n$ x\n', 'sesion.console:2: directiva desconocida «TTY»'],
    [
      'misspelt directive',
      '#! T\n# a: b {sin_orden}\n$ x\n',
      'directiva desconocida «sin_orden»; '.slice(0, -2),
    ],
    [
      'title without colon',
      '#! T\n# a nombres {{.Names}}\n$ x\n',
      'sesion.console:2: cabecera de paso mal escrita',
    ],
    [
      'endless timeout',
      '#! T\n# a {plazo=99999m}\n$ x\n',
      'sesion.console:2: plazo fuera de los límites: «99999m»',
    ],
    ['timeout above the limit', '#! T\n# a {plazo=901s}\n$ x\n', 'como mucho, 15 minutos'],
    ['no time at all', '#! T\n# a {plazo=0s}\n$ x\n', 'plazo fuera de los límites'],
    [
      'code in the middle',
      '#! T\n# a\n$ x\nuno\n[137]\ndos\n',
      'sesion.console:5: «[137]» se toma por el código de salida, y debajo hay más salida',
    ],
    ['code after a gap', '#! T\n# a\n$ x\n[1]\n\ndos\n', 'sesion.console:4: «[1]» se toma por el código'],
    ['two codes', '#! T\n# a\n$ x\n[1]\n[2]\n', 'sesion.console:4: «[1]» se toma por el código'],
    ['impossible code', '#! T\n# a\n$ x\n[404]\n', 'sesion.console:4: «[404]» no puede ser el código'],
    ['code 0', '#! T\n# a\n$ x\n[0]\n', 'sesion.console:4: «[0]» no puede ser el código'],
    [
      'command that is not finished',
      '#! T\n# a\n$ echo a \\\nsalida\n',
      'sesion.console:3: la orden acaba en «\\»',
    ],
    ['malformed timeout', '#! T\n# a {plazo=pronto}\n$ x\n', 'sesion.console:2: plazo mal escrito'],
    [
      'unknown requirement',
      '#! T {requiere=gpu}\n# a\n$ x\n',
      'sesion.console:1: requisito desconocido «gpu»',
    ],
    ['typed text without terminal', '#! T\n# a\n$ x\n< hola\n', 'sesion.console:4: hay texto tecleado'],
    [
      'edit that changes nothing',
      '#! T\n# a {edita=f}\n igual\n',
      'sesion.console:2: el paso «a» no cambia nada',
    ],
    [
      'edit with a foreign line',
      '#! T\n# a {edita=f}\n$ x\n',
      'sesion.console:3: línea que no es de un cambio',
    ],
    ['ambiguous continuation', '#! T\n# a\n$ x\nsalida\n> y\n', 'sesion.console:5: no se puede saber'],
  ])('%s', ([, text, message]) => {
    expect(() => parse(text as string)).toThrow(message as string);
    expect(() => parse(text as string)).toThrow('Cómo arreglarlo: ');
  });
});
