/** What a session may do on the reader's own engine, and what is known of it beforehand. */
import { describe, expect, it } from 'vitest';
import { parseSession } from '../../../src/examples/session.ts';
import { explainProblem, planOwnEngine } from '../../../src/own-engine/plan.ts';
import { readPipelines } from '../../../src/own-engine/words.ts';
import { FILES, planOf, reasons } from './support.ts';

describe('se admite', () => {
  it.each([
    [['docker run --rm busybox:1.37 echo hola']],
    [
      [
        'docker network create mi_red',
        'docker run -d --name web --network mi_red -p 8080:80 nginx:1.30',
        'curl -sI http://localhost:8080 | head -1',
        "curl -s -o /dev/null -w '%{http_code}\\n' http://127.0.0.1:8080/x",
        'docker logs web 2>&1 | tail -n +2 | grep -c GET',
        'docker rm -f web',
        'docker network rm mi_red',
      ],
    ],
    [
      [
        'docker volume create notas',
        'docker run -d --name v -v notas:/n:ro busybox:1.37 sleep infinity',
        'docker exec v ls /n',
        'docker rm -f v && docker volume rm notas',
      ],
    ],
    [
      [
        'docker run --rm -v ./web:/w:ro busybox:1.37 ls /w',
        'cat web/index.html',
        'docker build -q -t saludo:1.0 . > /dev/null',
        'docker run --rm saludo:1.0 ls',
        'docker image rm saludo:1.0',
      ],
    ],
    [['mkdir notas', 'echo "hola $?" > notas/a', 'cat notas/a', 'rm -r notas']],
    [['docker run --rm --env-file sala.env -e X=1 busybox:1.37 env | sort']],
    [
      [
        "docker run -d --name c busybox:1.37 sh -c 'while :; do sleep 1; done'",
        'docker exec c find / -exec cat {} +',
        'docker stop -t 1 c || echo no',
      ],
    ],
    [
      [
        'docker run --name a busybox:1.37 touch /x',
        'docker diff a',
        'docker commit a copia:1',
        'docker tag copia:1 otra:1',
        'docker image ls copia',
        'docker rm a',
        'docker rmi otra:1 copia:1',
      ],
    ],
    [
      [
        "docker create --name c -m 64m 'busybox:1.37' true",
        'docker "inspect" -f \'{{.Name}}\' c',
        "docker ps -a --filter name=c --format '{{.Names}}'",
      ],
    ],
    [
      [
        'docker run -d --name bucle1 -p 127.0.0.2:8085:80 nginx:1.30',
        "docker ps --filter name=bucle --format '{{.Ports}}'",
      ],
    ],
  ])('%s', (commands) => {
    expect(reasons(commands)).toEqual([]);
  });

  it('y se sabe qué creará, qué descargará y qué publicará', () => {
    expect(
      planOf([
        'docker network create mi_red',
        'docker volume create datos',
        'docker run -d --name web -v datos:/d -p 8080-8081:80 -p 80 nginx:1.30',
        'docker build -t saludo .',
      ]),
    ).toEqual({
      problems: [],
      containers: ['web'],
      networks: ['mi_red'],
      volumes: ['datos'],
      images: ['saludo:latest'],
      downloads: ['busybox:1.37', 'nginx:1.30'],
      projects: [],
      ports: [8080, 8081],
    });
  });
});

describe('se niega la sesión entera', () => {
  const plan = (text: string) => planOwnEngine(parseSession(text, 's.console'), FILES).problems;

  it.each([
    ['con requisitos', '#! T {requiere=ipvs}\n\n# a\n$ docker version\n'],
    ['con Internet y algo más', '#! T {requiere=online,ipvs}\n\n# a\n$ docker version\n'],
    ['exclusiva', '#! T {exclusivo}\n\n# a\n$ docker version\n'],
    ['que teclea', '#! T\n\n# a {tty}\n$ docker version\n< x\n'],
    ['que espera a lo que no debe', '#! T\n\n# a {espera="docker rm -f web"}\n$ docker version\n'],
    ['que cambia lo que no está', '#! T\n\n# a {edita=/etc/passwd}\n-x\n+y\n'],
  ])('%s', (_what, text) => {
    expect(plan(text)).not.toEqual([]);
  });

  it('no la que solo pide Internet', () => {
    expect(plan('#! T {requiere=online}\n\n# a\n$ docker version\n')).toEqual([]);
  });

  it('con su sitio y su razón', () => {
    const [problem] = plan('#! T\n\n# a\n$ sudo docker version\n');
    expect(explainProblem('s.console', problem as never)).toBe(
      's.console:4: «sudo docker version» ejecuta «sudo» en tu equipo',
    );
  });
});

describe('la línea de órdenes', () => {
  it.each([
    ['a b', [[{ words: ['a', 'b'], redirections: [] }]]],
    [`a 'b c'"d" \\\n e`, [[{ words: ['a', 'b cd', 'e'], redirections: [] }]]],
    [
      'a | b && c',
      [
        [
          { words: ['a'], redirections: [] },
          { words: ['b'], redirections: [] },
        ],
        [{ words: ['c'], redirections: [] }],
      ],
    ],
    ['a; b\nc', [['a'], ['b'], ['c']].map((words) => [{ words, redirections: [] }])],
    [
      'a 2>&1 >> x',
      [
        [
          {
            words: ['a'],
            redirections: [
              { from: 2, append: false },
              { from: 1, append: true, file: 'x' },
            ],
          },
        ],
      ],
    ],
    ['a2>x', [[{ words: ['a2'], redirections: [{ from: 1, append: false, file: 'x' }] }]]],
    ['a b#c {} ;', [[{ words: ['a', 'b#c', '{}'], redirections: [] }]]],
  ])('«%s»', (text, read) => {
    expect(readPipelines(text)).toEqual(read);
  });

  it.each([
    'cat <<< hola',
    'a >',
    '> ',
    'a "b',
    'a\tb',
    'a\r',
    'a >&3',
    'a 12>x',
    ';',
    'a ;; b',
    'a{b,c}',
    'a=~',
    'a(b)',
  ])('«%s» no se entiende', (text) => {
    expect(() => readPipelines(text)).toThrow();
  });
});
