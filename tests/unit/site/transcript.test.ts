/** What a terminal block shows and what its button copies. */
import { describe, expect, it } from 'vitest';
import { buildTranscript, editedLines, failuresOf } from '../../../src/components/transcript.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { blockLabel, blockTitle, findSteps, groupSteps } from '../../../src/guide/steps.ts';

const SESSION = parseSession(
  `#! Ejemplo

# varias: dos órdenes
$ docker run \\
>   -d nginx
0a1b
$ docker ps
\\$ no es una orden
[1]

# heredoc
$ cat > f <<FIN
> hola
>
> $ dinero
> FIN

# dentro {terminal=dentro}
$ ps

# cambio {edita=compose.yaml}
 a:
-  b
+  c

# oculto {oculto="limpieza"}
$ docker rm web
`,
  'examples/x/sesion.console',
);
const step = (id: string) => SESSION.steps.filter((candidate) => candidate.id === id);

describe('bloque de terminal', () => {
  it('muestra órdenes con indicador, salida y código de salida, cada línea con su papel', () => {
    const { code, rows } = buildTranscript(step('varias'));
    expect(code.split('\n')).toEqual([
      '$ docker run \\',
      '>   -d nginx',
      '0a1b',
      '$ docker ps',
      '$ no es una orden',
      'código de salida 1',
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual([
      'command',
      'continuation',
      'output',
      'command',
      'output',
      'exit',
    ]);
  });

  it('copia las órdenes tal como se ejecutaron, sin indicadores ni salida', () => {
    expect(buildTranscript(step('varias')).copy).toBe('docker run \\\n  -d nginx\ndocker ps');
    expect(buildTranscript(step('heredoc')).copy).toBe('cat > f <<FIN\nhola\n\n$ dinero\nFIN');
  });

  it('cada paso detrás del primero lleva su rótulo y su ancla, que no se copian', () => {
    const steps = [...step('heredoc'), ...step('varias'), ...step('dentro')];
    const { code, rows, copy } = buildTranscript(steps, 'redes/dns');
    const labels = rows.flatMap(({ kind }, index) => (kind === 'label' ? [code.split('\n')[index]] : []));
    expect(labels).toEqual(['dos órdenes']);
    expect(rows.flatMap(({ kind, anchor }) => (anchor ? [`${kind} ${anchor}`] : []))).toEqual([
      'label dns.varias',
      'command dns.dentro',
    ]);
    expect(copy).not.toContain('dos órdenes');
    expect(copy).toBe(buildTranscript(steps).copy);
  });

  it('los códigos de salida se dicen con palabras', () => {
    expect(buildTranscript(step('varias')).code).not.toMatch(/^\[\d+\]$/m);
  });

  it('dice los códigos de salida distintos de cero', () => {
    expect(failuresOf(step('varias'))).toEqual([1]);
    expect(failuresOf(step('heredoc'))).toEqual([]);
  });

  it('un cambio de archivo copia cómo queda', () => {
    expect(editedLines(step('cambio')[0]?.edit?.hunk ?? [])).toBe('a:\n  c');
  });
});

describe('pasos que pide una página', () => {
  it('los de la misma terminal comparten bloque; otra terminal o un cambio empiezan uno', () => {
    const visible = SESSION.steps.filter((candidate) => candidate.directives.hidden === undefined);
    expect(groupSteps(visible).map((group) => group.map(({ id }) => id))).toEqual([
      ['varias', 'heredoc'],
      ['dentro'],
      ['cambio'],
    ]);
  });

  it('el título es la terminal, si tiene nombre, y lo que dice el autor', () => {
    expect(blockTitle(step('varias'))).toBe('dos órdenes');
    expect(blockTitle(step('dentro'))).toBe('Terminal «dentro»');
    expect(blockTitle(step('heredoc'))).toBe('Terminal');
    expect(blockTitle(step('cambio'))).toBe('Cambio en compose.yaml');
  });

  it('el nombre accesible distingue cada bloque de los demás de la página', () => {
    expect(blockLabel(step('heredoc'), 'redes/dns')).toBe('Terminal. Ejemplo redes/dns, paso heredoc');
    expect(blockLabel(step('cambio'), 'redes/dns')).toBe(
      'Cambio en compose.yaml. Ejemplo redes/dns, paso cambio',
    );
  });

  it('dice qué paso falta y cuáles hay, y se niega a mostrar los ocultos', () => {
    expect(findSteps(SESSION, 'otro')).toMatchObject({
      problem: 'examples/x/sesion.console no tiene el paso «otro»',
      remedy: 'los que hay son: varias, heredoc, dentro, cambio, oculto',
    });
    expect(findSteps(SESSION, 'oculto').problem).toContain('está oculto');
  });
});
