/** Both outputs of a container in one stable order. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inStableOrder, redefinesDocker } from '../../../src/bench/stream-order.ts';
import { withShell } from './local.ts';

const mark = (text: string) => inStableOrder(text, '@');

test.for([
  "@ docker run --rm busybox:1.37 sh -c 'echo a; echo b >&2; echo c'",
  '@ docker run --rm -i -v "$PWD:/d" -p 80:80 --name x busybox sh -c "ls -d; ls -t"',
  '@ docker exec web ls -td /',
  '@ docker exec -i -e A=b -w /t web sh <<FIN\ndocker run x\nFIN',
  '@ docker start -a caja',
  '@ docker start -ai caja',
  '@ docker start --attach caja',
  '@ docker attach caja',
  '@ docker container run busybox true',
  '@ docker -H unix:///run/d.sock run busybox true',
  '@ docker --context=otro exec web true',
  '@ docker compose run --rm web true',
  '@ docker compose -f otro.yaml --profile x exec -T web true',
  'A=1 @ docker run busybox true && @ docker exec web false || echo no',
  'sudo @ docker run busybox',
  'timeout 5 @ docker run busybox',
  'for i in 1 2; do @ docker run busybox echo $i; done',
  'if ! @ docker run busybox false; then echo no; fi',
  'x=$(@ docker run busybox echo a); echo "$(@ docker exec web id)"',
  'cd x; ( @ docker run busybox )',
  'echo hola | @ docker run -i busybox cat',
  '@ docker run \\\n  --rm \\\n  busybox true',
])('is ordered: %s', (text) => {
  expect(mark(text.replaceAll('@ ', ''))).toBe(text);
});

test.for([
  'docker run -d nginx',
  'docker run -dit --name a busybox',
  'docker run --detach nginx',
  'docker run --rm --name x -d nginx',
  'docker run -it busybox',
  'docker run --tty busybox',
  'docker exec -d web touch x',
  'docker start caja',
  'docker compose run -d web',
  'docker compose up',
  'docker compose logs web',
  'docker logs web',
  'docker build .',
  'docker run busybox sleep 100 &',
  'echo docker run busybox',
  'echo "docker run busybox"',
  '# docker run busybox',
  'cat <<FIN\ndocker run busybox\nFIN',
  "sh -c 'docker run busybox'",
  'docker',
  'docker --help',
  'grep docker exec',
])('is left alone: %s', (text) => {
  expect(mark(text)).toBe(text);
});

test('a session with a docker of its own is left alone', () => {
  expect(['docker() { :; }', 'function docker { :; }', 'alias docker=podman'].every(redefinesDocker)).toBe(
    true,
  );
  expect(redefinesDocker('docker run busybox')).toBe(false);
});

describe.concurrent('the program that orders', () => {
  /** Runs a text with a `docker` that is a script; gives its output and code. */
  const run = (script: string, text = 'docker run x') =>
    withShell(async (shell, folder) => {
      writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, 'docker'), 0o755);
      await shell.run('PATH=$PWD:$PATH');
      const { output, exitCode } = await shell.run(text, 5000);
      return [output, exitCode];
    });

  test.for([
    ['echo b >&2; echo a; echo c', 'a\nc\nb\n', 0],
    ['echo a; echo b >&2; exit 7', 'a\nb\n', 7],
    ['echo b >&2; sleep 0.4; echo a', 'b\na\n', 0],
    [
      "echo 'Unable to find image x' >&2; echo 'Status: Downloaded newer image for x' >&2; echo a",
      'Unable to find image x\nStatus: Downloaded newer image for x\na\n',
      0,
    ],
    ['cat; echo b >&2', 'b\n', 0],
    [
      "echo ' Network a_default  Creating' >&2; echo ' Network a_default  Created' >&2; echo b >&2; echo a",
      ' Network a_default  Creating\n Network a_default  Created\na\nb\n',
      0,
    ],
    ['seq 5000; echo b >&2; seq 5000 >&2', /^1\n[\s\S]*\n5000\nb\n1\n[\s\S]*\n5000\n$/, 0],
    ['kill -9 $$', /^(?:Killed\n|bash: .*Killed.*\n)?$/, 137],
    ['printf sin-fin', 'sin-fin', 0],
  ] as [string, string | RegExp, number][])('%s', async ([script, shown, code]) => {
    const [output, exitCode] = await run(script);
    expect(output).toEqual(typeof shown === 'string' ? shown : expect.stringMatching(shown));
    expect(exitCode).toBe(code);
  });

  test.for([
    ['docker run x 2> /dev/null', 'a\n'],
    ['docker run x > /dev/null', 'b\n'],
    ['docker run x 2>&1 > /dev/null | tr b c', 'c\n'],
    ['docker run x 2>&1 | tr ab xy', 'x\ny\n'],
    ['docker run x | tr ab xy', /^(?:x\nb|b\nx)\n$/],
    ['x=$(docker run x); echo "[$x]"', 'b\n[a]\n'],
    ['echo antes; docker run x; ls /nada-de-nada 2>&1 | wc -l; echo fin', 'antes\na\nb\n1\nfin\n'],
    ['set -x; docker run x; set +x', '+ docker run x\na\nb\n+ set +x\n'],
    ['docker() { echo propio; }; docker run x', 'propio\n'],
    ['docker run no-hay; PATH=/nada; docker run x', 'a\nb\nbash: docker: command not found\n'],
  ] as [string, string | RegExp][])(
    'redirections and neighbours mean what they say: %s',
    async ([text, shown]) => {
      const [output] = await run('echo b >&2; echo a', text);
      expect(output).toEqual(typeof shown === 'string' ? shown : expect.stringMatching(shown));
    },
  );

  test('a limit ends it, with what there was', async () => {
    await expect(
      withShell(async (shell, folder) => {
        writeFileSync(join(folder, 'docker'), '#!/bin/sh\necho a; echo b >&2; sleep 60\n', { mode: 0o755 });
        await shell.run('PATH=$PWD:$PATH');
        await shell.run('docker run x', 600);
      }),
    ).rejects.toThrow(/no terminó en 0.6 s.*docker run x\na\nb\n/s);
  });
});
