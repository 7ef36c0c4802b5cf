/** The agent of the sandboxes, on this machine: what a session does to its own shell never reaches the harness. */
import { existsSync, readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { FrameReader } from '../../../src/bench/frame-reader.ts';
import { Shell } from '../../../src/bench/shell.ts';
import { runAll, withShell } from './local.ts';

describe.concurrent('whatever a session does to its shell, the next commands answer', () => {
  // Afterwards `echo` must print and `false` must be told, and `$?` must be that of the command before.
  test.for([
    'PATH=/nada',
    'unset HOME PATH PWD OLDPWD IFS PS4',
    'IFS=0123456789c./-',
    'set -u',
    'set -f; set -C; set -o posix',
    'set -o pipefail; shopt -s nullglob failglob extglob lastpipe',
    'LANG=C LC_ALL=tlh_KX LANGUAGE=es; export LANG LC_ALL LANGUAGE',
    'umask 777',
    'ulimit -f 0',
    'exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-',
    'exec 3</dev/null 4>/dev/null',
    'exec < /etc/passwd',
    'printf() { :; }; cat() { :; }; mktemp() { :; }; stat() { :; }; rm() { :; }; head() { :; }; base64() { :; }',
    'eval() { :; }; read() { :; }; builtin() { :; }; command() { :; }; source() { :; }; test() { :; }',
    'set() { :; }; trap() { :; }; kill() { :; }; exit() { :; }; return() { :; }; true() { false; }; :() { :; }',
    'shopt -s expand_aliases; alias eval=false builtin=false exit=false true=false',
    'readonly __last __id __code __output __start __command __folder __status REPLY BASH_ENV status id output code n',
    'declare -r LINENO_=1 PS1 PS2; PROMPT_COMMAND="echo intruso"',
    "trap 'true' DEBUG; trap 'true' RETURN; trap '' TERM INT HUP PIPE USR1",
    'mkdir quitado; cd quitado; rmdir ../quitado',
    'cd /',
    'BASH_ENV=/nada ENV=/nada; export BASH_ENV ENV; POSIXLY_CORRECT=1',
    'break; continue; break 3; continue 7; return; return 4; shift 9; fg; bg; disown; logout 2>&1',
    'history -c; hash -r; enable -n printf eval read builtin',
    'wait; jobs; kill -TERM 0;',
    'trap "kill -0 $$" EXIT',
    '(exit 4); exec no-hay-tal-orden',
    'LD_PRELOAD= LD_LIBRARY_PATH=/nada PERL5LIB=/nada PERL5OPT=-Mnada; export LD_LIBRARY_PATH PERL5LIB PERL5OPT',
    'kill -TERM $$',
  ])('%s', async (command) => {
    const [, first, second, third] = await runAll([
      command,
      'echo sigue',
      'echo otra; /bin/sh -c "exit 3" 2> /dev/null',
      'echo "$?"',
    ]);
    expect(first).toMatchObject({ output: 'sigue\n', exitCode: 0 });
    expect(second).toMatchObject({ output: 'otra\n' });
    expect(third?.output).toBe(`${second?.exitCode}\n`);
  });

  test('set -x traces what the reader typed and nothing of ours', async () => {
    const results = await runAll(['set -x', 'echo a', 'false', 'echo "$?"', 'set +x', 'echo b']);
    expect(results.map(({ output }) => output)).toEqual([
      '',
      '+ echo a\na\n',
      '+ false\n',
      '+ echo 1\n1\n',
      '+ set +x\n',
      'b\n',
    ]);
  });

  test('set -v repeats what the reader typed and nothing of ours', async () => {
    const results = await runAll(['set -v', 'echo a', '(exit 5)', 'echo b']);
    expect(results.map(({ output }) => output)).toEqual(['', 'echo a\na\n', '(exit 5)\n', 'echo b\nb\n']);
  });

  test.for([
    ['DEBUG', 'echo a', 'T\na\n'],
    ['ERR', 'false', 'T\n'],
    ['ERR', '(exit 9)', 'T\n'],
  ])('a trap on %s runs once for %s', async ([signal, command, output]) => {
    const [, first, second] = await runAll([
      `trap 'echo T' ${signal}`,
      command as string,
      'trap - DEBUG ERR',
    ]);
    expect(first?.output).toBe(output);
    expect(second?.output).toBe(signal === 'DEBUG' ? 'T\n' : '');
  });

  test('set -e survives what does not fail by itself', async () => {
    const results = await runAll([
      'set -e',
      '! true',
      'if false; then :; fi',
      'false || (exit 0)',
      'true && ! true',
      'echo $?',
    ]);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0, 0, 1, 0]);
    expect(results.at(-1)?.output).toBe('1\n');
  });
});

describe.concurrent('what a command is', () => {
  test.for([
    ['cat <<FIN\nuno\nFIN', 'uno\n'],
    ['# solo un comentario', ''],
    ['echo a # y un comentario', 'a\n'],
    ['echo uno \\\n  dos', 'uno dos\n'],
    ["echo 'it'\\''s'", "it's\n"],
    ['echo "á ñ 漢 🐳"', 'á ñ 漢 🐳\n'],
    ['-x 2>/dev/null || echo guion', 'guion\n'],
    ['echo a\necho b', 'a\nb\n'],
    ['echo hola > /dev/stdout; echo más > /dev/stderr', 'hola\nmás\n'],
    ["printf 'c1 0 3 1 - /\\nc2 0 9 9 fin /\\n'", 'c1 0 3 1 - /\nc2 0 9 9 fin /\n'],
    ["printf 'sin fin de línea'", 'sin fin de línea'],
    ['alias saluda="echo hola"\nsaluda', 'hola\n'],
    ['shopt -s extglob\ntouch f; ls !(*.md)', 'f\n'],
    ['f() {\n  local x=1\n  echo "$x"\n}\nf', '1\n'],
    ['echo >&2 error; echo salida', 'error\nsalida\n'],
    ['cat', ''],
    ['head -c 300000 /dev/zero | tr "\\0" x | wc -c; seq 20000 | tail -1', '300000\n20000\n'],
  ])('%s', async ([command, output]) => {
    const [result, after] = await runAll([command as string, 'echo después']);
    expect(result).toMatchObject({ output, exitCode: 0 });
    expect(after?.output).toBe('después\n');
  });

  test.for([
    ['echo )', 2, /^bash: .*syntax error near unexpected token `\)'/],
    ['x=(1 2', 1, /unexpected EOF/],
    ['echo "sin cerrar', 2, /unexpected EOF/],
    ['nada-que-ver', 127, /^bash: nada-que-ver: command not found$/m],
    ['set -u; echo $sin_valor; set +u', 1, /^bash: sin_valor: unbound variable$/m],
    ['readonly FIJO=1; FIJO=2', 1, /^bash: FIJO: readonly variable$/m],
    [`echo $\{falta?aviso}`, 1, /^bash: falta: aviso$/m],
    ['exec no-existe', 127, /^bash: exec: no-existe: not found$/m],
  ] as [string, number, RegExp][])(
    'an error of bash is told as to a reader: %s',
    async ([command, code, told]) => {
      const [result, after] = await runAll([command, 'echo después']);
      expect(result?.exitCode).toBe(code);
      expect(result?.output).toMatch(told);
      expect(after?.output).toBe('después\n');
    },
  );

  test('bytes arrive as they are', async () => {
    const [result] = await runAll(["printf 'a\\000b\\rc\\033[0m'"]);
    expect(result?.output).toBe('a\0b\rc\x1b[0m');
  });

  test('cd, variables, functions and redirections of the shell last', async () => {
    const results = await runAll([
      'mkdir d; cd d; N=1; f() { echo "f $N"; }',
      'f; pwd',
      'exec > registro',
      'echo oculto',
      'exec >&2; cat registro',
    ]);
    expect(results[1]?.output).toMatch(/^f 1\n\/.*\/d\n$/);
    expect(results.slice(2).map(({ output }) => output)).toEqual(['', '', 'oculto\n']);
  });
});

describe.concurrent('background jobs', () => {
  test('what a job prints at once stands below the command that started it, whole, every time', async () => {
    const job = 'for i in $(seq 1 400); do echo "linea $i"; done &';
    for (let round = 0; round < 3; round++) {
      const [first, second] = await runAll([job, 'echo despues']);
      expect(first?.output.split('\n')).toHaveLength(401);
      expect(second?.output).toBe('despues\n');
    }
  });

  test('what it prints later stands where a terminal shows it, and nothing is lost', async () => {
    const results = await runAll(['(sleep 0.6; echo tarde) &', 'sleep 1.2', 'echo fin']);
    expect(results.map(({ output }) => output)).toEqual(['', 'tarde\n', 'fin\n']);
  });

  test('a job that never stops writing breaks nothing', async () => {
    const results = await runAll([
      'while :; do echo ruido; done &',
      'echo "uno"; false',
      'echo "$?"',
      'kill %1 || kill $!; wait',
      'echo fin',
    ]);
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 1, 0, expect.any(Number), 0]);
    expect(results[2]?.output).toMatch(/^1$/m);
    expect(results[4]?.output).toBe('fin\n');
  });

  test('what is run aside has only its own output, and keeps $? and the prints of jobs', async () => {
    await withShell(async (shell) => {
      await shell.run('(sleep 0.4; echo tarde) & false');
      const aside = await shell.run('sleep 0.8; echo mío; exit 4', 5000, true);
      expect(aside).toMatchObject({ output: 'mío\n', exitCode: 4 });
      expect((await shell.run('echo "$?"')).output).toBe('tarde\n1\n');
    });
  });
});

describe.concurrent('a time limit', () => {
  test.for([
    ['sleep 60', 'empieza\n'],
    ['while :; do :; done', 'empieza\n'],
    ['while :; do sleep 0.1; done', 'empieza\n'],
    ['trap "" TERM; sleep 60', 'empieza\n'],
    ['bash -c \'trap "" TERM; while :; do :; done\'', 'empieza\n'],
    ['f() { f; }; read x < <(sleep 60)', 'empieza\n'],
    ['mkfifo p; read x < p', 'empieza\n'],
    ['suspend', 'empieza\n'],
  ])('ends %s, tells what it had printed and leaves nothing running', async ([command, printed]) => {
    await withShell(async (shell) => {
      const { output: pid } = await shell.run('echo $$');
      const started = performance.now();
      await expect(shell.run(`echo empieza; ${command}`, 300)).rejects.toThrow(
        `La orden no terminó en 0.3 s y se interrumpió: echo empieza; ${command}\n${printed}`,
      );
      expect(performance.now() - started).toBeLessThan(4500);
      expect(childrenOf(pid.trim())).toBe('');
    });
  });
});

/** Pids of what a process has started; nothing when it is gone. */
function childrenOf(pid: string): string {
  const path = `/proc/${pid}/task/${pid}/children`;
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

describe('a header that is not the expected one', () => {
  test.for(['linea 17', 'c2 0 0 1 - /', 'c1 NaN 0 1 - /', 'c1 0 x 1 - /', '', 'c1 0 0 1'])(
    '«%s» is told',
    async (header) => {
      const stdout = new PassThrough();
      const stdin = new PassThrough();
      stdout.write('ready 7\n');
      const shell = await Shell.over(
        { stdin, frames: new FrameReader(stdout, new PassThrough()), orderer: '/o' },
        '/',
      );
      stdout.write(`${header}\n`);
      await expect(shell.run('true')).rejects.toThrow('Agente desincronizado');
    },
  );
});
