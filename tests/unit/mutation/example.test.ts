/** The mutants of a whole example: their order, their names and their place. */
import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/examples/session.ts';
import { exampleMutants } from '../../../src/mutation/example-mutants.ts';
import { mutatedSession } from '../../../src/mutation/mutated-session.ts';

const SESSION = `#! Prueba

# preparar {oculto="no enseña nada"}
$ docker pull -q nginx:1.30

# escribir
$ cat > Dockerfile <<'FIN'
> FROM busybox:1.37
> USER nobody
> FIN

# arrancar
$ docker run -d --name web -p 8080:80 nginx:1.30
$ docker run -d --name otra -p 8081:80 nginx:1.30

# cambiar {edita=compose.yaml}
   web:
-    image: a
+    image: b
+    init: true
`;
const session = parseSession(SESSION, 'sesion.console');
const source = { session, files: { 'sala.env': 'A=1\nA=1\n' } };

describe('los mutantes de un ejemplo', () => {
  const mutants = exampleMutants(source).filter(({ kind }) => kind !== 'salidas');

  it('van en orden, con un nombre que no se repite y sin los pasos ocultos', () => {
    expect(mutants.map(({ id, at }) => `${at} ${id}`)).toEqual([
      'sala.env:1 sala.env: sin A=1',
      'sesion.console:9 sesion.console:escribir: Dockerfile: sin USER nobody',
      'sesion.console:13 sesion.console:arrancar: docker run: sin -d',
      'sesion.console:13 sesion.console:arrancar: docker run: sin --name web',
      'sesion.console:13 sesion.console:arrancar: docker run: sin -p 8080:80',
      'sesion.console:13 sesion.console:arrancar: docker run: -p 8080:80 → 8081:80',
      'sesion.console:14 sesion.console:arrancar: docker run: sin --name otra',
      'sesion.console:14 sesion.console:arrancar: docker run: sin -p 8081:80',
      'sesion.console:14 sesion.console:arrancar: docker run: -p 8081:80 → 8082:80',
      'sesion.console:19 sesion.console:cambiar: compose.yaml sin image: b',
      'sesion.console:20 sesion.console:cambiar: compose.yaml sin init: true',
    ]);
    expect(exampleMutants(source)).toEqual(exampleMutants(source));
    const ids = exampleMutants(source).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('cambian una sola cosa de la sesión, y nada de lo grabado', () => {
    const find = (end: string) => mutants.find(({ id }) => id.endsWith(end)) as (typeof mutants)[number];
    const heredoc = mutatedSession(session, find('sin USER nobody'));
    expect(heredoc.steps[1]?.commands[0]?.text).toBe("cat > Dockerfile <<'FIN'\nFROM busybox:1.37\nFIN");
    const option = mutatedSession(session, find('sin -p 8080:80'));
    expect(option.steps[2]?.commands.map(({ text }) => text)).toEqual([
      'docker run -d --name web nginx:1.30',
      'docker run -d --name otra -p 8081:80 nginx:1.30',
    ]);
    const edit = mutatedSession(session, find('sin init: true'));
    expect(edit.steps[3]?.edit?.hunk).toEqual(['   web:', '-    image: a', '+    image: b']);
    expect(edit.steps[2]).toBe(session.steps[2]);
  });

  it('de lo que se teclea en todas partes prueba una vez, donde pueda notarse', () => {
    const twice = parseSession(
      '#! P\n\n# falla\n$ docker build -q .\n[1]\n\n# bien\n$ docker build -q .\n\n# otra\n$ docker build -q .\n',
      'sesion.console',
    );
    const ids = exampleMutants({ session: twice, files: {} }).filter(({ kind }) => kind === 'ordenes');
    expect(ids.map(({ id }) => id)).toEqual(['sesion.console:bien: docker build: sin -q']);
  });

  it('un cambio de archivo no se nota solo porque otro paso cite la línea', () => {
    const text = 'services:\n  web:\n    image: a\n    init: false\n';
    const edited = parseSession(
      '#! P\n\n# cambiar {edita=compose.yaml}\n   web:\n-    image: a\n+    image: b\n     init: false\n',
      'sesion.console',
    );
    const hunkOf = (end: string) => {
      const all = exampleMutants({ session: edited, files: { 'compose.yaml': text } });
      const mutant = all.find(({ id }) => id.endsWith(end)) as (typeof all)[number];
      return mutatedSession(edited, mutant).steps[0]?.edit?.hunk;
    };
    expect(hunkOf('sin services.web.init')).toEqual(['   web:', '-    image: a', '+    image: b']);
    expect(hunkOf('init false → true')).toEqual([
      '   web:',
      '-    image: a',
      '+    image: b',
      '     init: true',
    ]);
    // What the edit removes must be there: otherwise it is the edit that notices.
    expect(hunkOf('sin services.web.image')?.[1]).toBe('-    image: a');
  });
});
