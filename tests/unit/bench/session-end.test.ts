/** Sessions whose shell ends, waits, edits and jobs, on this machine: told with place and remedy, never as a lost sandbox. */
import { describe, expect, test } from 'vitest';
import { runText } from './local.ts';

describe.concurrent('a command that ends the shell', () => {
  test.for([
    ['exit 3', '', 3, '( exit 3 )'],
    ['set -e\n$ false', '', 1, 'set -e'],
    ['set -e; echo antes; ls /nada 2> /dev/null; echo después', 'antes', 2, 'set -e'],
    ["exec sh -c 'echo sustituto; exit 4'", 'sustituto', 4, 'exec'],
    ['kill -9 $$', '', 137, 'proceso hijo'],
    ['logout_() { exit 6; }; logout_', '', 6, '( exit 3 )'],
  ] as [string, string, number, string][])('%s', async ([command, output, code, remedy]) => {
    const run = runText(`# a\n$ ${command}\n`);
    await expect(run).rejects.toThrow(/^sesion\.console:\d+: la orden «.*» terminó el shell de la sesión/);
    await expect(run).rejects.toThrow(remedy);
    await expect(run).rejects.not.toThrow('desapareció');
    const declared = await runText(`# a\n$ ${command}\n[${code}]\n`);
    expect(declared.at(-1)).toBe(`${output} [${code}]`.replace(/^ /, output ? ' ' : ' '));
  });

  test('what follows needs another terminal, and says so', async () => {
    const text = '# a\n$ exit 3\n[3]\n# b\n$ echo sigue\n';
    await expect(runText(text)).rejects.toThrow(
      /^sesion\.console:6: La orden «exit 3» terminó el shell de esta terminal[\s\S]*Cómo arreglarlo: pon {terminal=otra}/,
    );
    expect(await runText(text.replace('# b', '# b {terminal=otra}'))).toEqual([' [3]', 'sigue']);
  });

  test('also without a code, and before an edit or a wait', async () => {
    const place = /^sesion\.console:4: La orden «exit» terminó/;
    await expect(runText('# a\n$ exit\n# b {edita=f}\n-x\n+y\n')).rejects.toThrow(place);
    await expect(runText('# a\n$ exit\n# b {espera=true}\n$ true\n')).rejects.toThrow(place);
  });
});

describe.concurrent('waits and edits keep apart from the session', () => {
  test('neither takes what a job prints, nor changes $?', async () => {
    const text =
      '# a\n$ echo uno > f; (sleep 0.5; echo tarde; touch listo) & false\n[1]\n' +
      '# b {espera="echo sondeo; test -e listo"}\n$ echo "$?"\n' +
      '# c {edita=f}\n-uno\n+dos\n# d\n$ cat f\n';
    expect(await runText(text)).toEqual([' [1]', 'tarde\n1', 'dos']);
  });

  test('an edit works whatever the session has done to its shell', async () => {
    const text =
      '# a\n$ printf "uno\\ndos\\n" > "con espacio"\n$ PATH=/nada; base64() { echo mal; }; set -Ceu; umask 777\n' +
      '# b {edita="con espacio"}\n uno\n-dos\n+tres ñ\n# c\n$ /bin/cat con*\n';
    expect((await runText(text)).at(-1)).toBe('uno\ntres ñ');
  });

  test('an edit of a file that is not there says where', async () => {
    await expect(runText('# a {edita=nada}\n-x\n+y\n')).rejects.toThrow(
      'sesion.console:2: No se puede cambiar «nada»',
    );
  });

  test('a wait is not cut short by set -e, and what it said is told when it fails', async () => {
    const text = '# a\n$ set -e\n# b {espera="echo aún no; false" plazo=300ms}\n$ true\n';
    await expect(runText(text)).rejects.toThrow(
      'sesion.console:4: la espera no se cumplió en 0.3 s: echo aún no; false\naún no',
    );
  });
});
