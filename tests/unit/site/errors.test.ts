/** The index of error messages: what is one, what it says whoever reads it, and where it is provoked. */
import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/examples/session.ts';
import { groupOf } from '../../../src/guide/errors/groups.ts';
import { indexErrors, occurrenceLink } from '../../../src/guide/errors/index.ts';
import { messageKey, messageOf } from '../../../src/guide/errors/message.ts';

const ID = 'f'.repeat(64);

describe('qué es un mensaje', () => {
  it.each([
    [
      'docker rm web',
      'Error response from daemon: cannot remove container "web"',
      1,
      'cannot remove container "web"',
    ],
    [
      'docker run x',
      'docker: Error response from daemon: No such image: x\n\nRun …',
      125,
      'No such image: x',
    ],
    [
      'docker run -p 70000:80 x',
      "docker: invalid hostPort: 70000\n\nRun 'docker",
      125,
      'invalid hostPort: 70000',
    ],
    [
      "su ana -c 'docker ps'",
      'permission denied while trying to connect to the docker API at X',
      1,
      'permission denied while trying to connect to the docker API at X',
    ],
    [
      'docker exec c cat /x',
      "cat: can't open '/x': No such file or directory",
      1,
      "cat: can't open '/x': No such file or directory",
    ],
    [
      'curl -s --unix-socket /var/run/docker.sock http://d/x',
      '{"message":"No such image: x"}',
      22,
      'No such image: x',
    ],
    ['docker run -m 32m x tail /dev/zero', '', 137, 'código de salida 137'],
    // What is looked at with `head` ends well, and Docker failed.
    ['docker rm web 2>&1 | head -1', 'Error response from daemon: no', 0, 'no'],
  ])('%s', (command, output, exitCode, expected) => {
    expect(messageOf({ command, output, exitCode })?.text).toBe(expected);
  });

  it.each([
    ['grep nada /etc/hosts', '', 1],
    ['docker ps | grep nada', '', 1],
    ['docker run --rm x ipcs | grep -c root', '0', 1],
    ['curl -sS http://localhost', 'curl: (7) Failed to connect to localhost port 80: Connection refused', 7],
    ['unshare --mount cat /x', 'cat: /x: No such file or directory', 1],
    ['ls dockerfile', "ls: cannot access 'dockerfile': No such file or directory", 2],
    ['command -v postgres', '', 1],
    ['docker exec c sh -c "exit 3"', '', 3],
    ['docker logs web', 'connect() failed: Connection refused', 0],
  ])('no lo es el de %s', (command, output, exitCode) => {
    expect(messageOf({ command, output, exitCode })).toBeUndefined();
  });

  it('los identificadores de una ejecución no salen', () => {
    const output = `Error response from daemon: container ${ID} is using image abcdef012345`;
    expect(messageOf({ command: 'docker rm x', output, exitCode: 1 })?.text).toBe(
      'container … is using image …',
    );
  });

  it('dos que solo cambian en nombres, números y direcciones son uno; con otras palabras, no', () => {
    expect(messageKey('Bind for 0.0.0.0:8080 failed: "/a"')).toBe(
      messageKey('Bind for 0.0.0.0:81 failed: "/otra"'),
    );
    expect(messageKey('range from 0.01 to 2')).toBe(messageKey('range from 0.01 to 16'));
    expect(messageKey('container is running')).not.toBe(messageKey('container is paused'));
  });
});

it.each([
  ['Cannot connect to the Docker daemon at unix:///x', 'docker ps', 'motor'],
  ['ERROR: failed to build: failed to solve: x', 'docker build .', 'construir'],
  ['No such image: x', 'docker run x', 'imagenes'],
  ['Bind for 0.0.0.0:80 failed: port is already allocated', 'docker run x', 'red'],
  ['remove notas: volume is in use', 'docker volume rm notas', 'datos'],
  ['validating compose.yaml: services.web', 'docker compose config', 'compose'],
  ['container x is not running', 'docker exec x true', 'contenedor'],
])('«%s» se busca en su grupo', (message, command, group) => {
  expect(groupOf(message, command)).toBe(group);
});

describe('el índice', () => {
  const session = parseSession(
    `#! T

# uno
$ docker rm a
Error response from daemon: cannot remove container "a"
[1]

# dos
$ docker rm b
Error response from daemon: cannot remove container "b"
[1]

# tres
$ docker run nada
docker: Error response from daemon: No such image: nada
[125]

# oculto
$ docker stop nada
Error response from daemon: No such container: nada
[1]
`,
    'sesion.console',
  );
  const examples = [{ id: 'redes/dns', data: { session, variants: {} } }] as never;
  const place = { file: 'a.mdx', line: 1, column: 1, example: 'redes/dns' };
  const page = (slug: string, ...ids: string[]) => ({ slug, title: slug, steps: [{ ...place, ids }] });

  it('junta lo mismo, no enseña lo que ninguna página enseña, y cada uno tiene su ancla', () => {
    const entries = indexErrors(examples, [page('redes/a', 'uno'), page('redes/b', 'dos', 'tres')]);
    expect(
      entries.map(({ id, group, occurrences }) => [id, group, occurrences.map((o) => o.page.slug)]),
    ).toEqual([
      ['e-no-such-image-nada', 'imagenes', ['redes/b']],
      ['e-cannot-remove-container-a', 'contenedor', ['redes/a', 'redes/b']],
    ]);
  });

  it('lo que otro motor dice de otra manera también está, con su motor', () => {
    const differing = [
      {
        ...session.steps[0],
        commands: [
          {
            text: 'docker rm a',
            output: 'Error response from daemon: You cannot remove a running container',
            exitCode: 1,
            inputs: [],
            line: 1,
          },
        ],
      },
    ];
    const data = {
      session: { ...session, steps: [] },
      variants: { '28': { differing, provenance: { engine: '28.5.2' } } },
    };
    const [entry] = indexErrors([{ id: 'redes/dns', data }] as never, [page('redes/a', 'uno')]);
    const [occurrence] = entry?.occurrences ?? [];
    expect(occurrence?.engine).toBe('28.5.2');
    expect(occurrence && occurrenceLink(occurrence)).toBe('/redes/a/#dns.uno');
  });
});
