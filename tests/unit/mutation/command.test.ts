/** What is dropped from a command, what is changed in it, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { commandMutants } from '../../../src/mutation/command.ts';

const whats = (text: string) => commandMutants(text).map(({ what }) => what);
const textOf = (text: string, what: string) =>
  commandMutants(text).find((mutant) => mutant.what === what)?.text;

describe('opciones de una orden', () => {
  it.for([
    [
      'docker run -d --name web -p 8080:80 nginx:1.30',
      [
        'docker run: sin -d',
        'docker run: sin --name web',
        'docker run: sin -p 8080:80',
        'docker run: -p 8080:80 → 8081:80',
      ],
    ],
    [
      'docker run --rm -m 64m --memory-swap=64m busybox:1.37 true',
      [
        'docker run: sin --rm',
        'docker run: sin -m 64m',
        'docker run: -m 64m → 512m',
        'docker run: sin --memory-swap=64m',
        'docker run: --memory-swap 64m → 512m',
      ],
    ],
    [
      'docker run -v ./a:/a:ro -v ./b:/b busybox:1.37',
      ['docker run: sin -v ./a:/a:ro', 'docker run: -v ./a:/a:ro → ./a:/a', 'docker run: sin -v ./b:/b'],
    ],
    ['docker run -it debian:trixie-slim', ['docker run: sin -i', 'docker run: sin -t']],
    [
      'docker run -p 127.0.0.1:8081:80 nginx:1.30',
      [
        'docker run: sin -p 127.0.0.1:8081:80',
        'docker run: -p 127.0.0.1:8081:80 → 127.0.0.1:8082:80',
        'docker run: -p 127.0.0.1:8081:80 → 8081:80',
      ],
    ],
    ['curl -sI http://localhost:8080', ['curl: sin -s', 'curl: sin -I']],
    [
      'curl -s -o /dev/null --unix-socket /run/x.sock http://docker/_ping',
      ['curl: sin -s', 'curl: sin -o /dev/null', 'curl: sin --unix-socket /run/x.sock'],
    ],
    [
      'unshare --pid --fork --boottime 86400 sh -c "echo hola"',
      ['unshare: sin --pid', 'unshare: sin --fork', 'unshare: sin --boottime 86400'],
    ],
    ['ip -4 -br addr', ['ip: sin -4', 'ip: sin -br']],
    ['docker compose -f otro.yaml up -d', ['docker compose: sin -f otro.yaml', 'docker compose up: sin -d']],
    [
      'docker network create --subnet 10.7.0.0/24 -d overlay red',
      ['docker network create: sin --subnet 10.7.0.0/24', 'docker network create: sin -d overlay'],
    ],
    [
      'mount -t tmpfs -o size=30m tmpfs /d',
      ['mount: sin -t tmpfs', 'mount: sin -o size=30m', 'mount: -o size=30m → size=240m'],
    ],
  ] as const)('%s', ([text, expected]) => {
    expect(whats(text)).toEqual(expected);
  });

  it('también de lo que ejecutan un contenedor, un envoltorio, una sustitución y un guion entre comillas', () => {
    expect(whats('docker exec caja ping -c 1 web')).toEqual(['ping: sin -c 1']);
    expect(whats('docker run node:24 --inspect x.js')).toEqual(['node: sin --inspect']);
    expect(whats('nsenter --target 7 --net ip -br addr')).toEqual([
      'nsenter: sin --target 7',
      'nsenter: sin --net',
      'ip: sin -br',
    ]);
    expect(whats('id=$(docker run -d nginx:1.30)')).toEqual(['docker run: sin -d']);
    expect(whats("docker exec caja sh -c 'mkdir -p /a && echo b'")).toEqual(['mkdir: sin -p']);
    expect(whats('dentro mount -t proc proc /proc')).toEqual(['mount: sin -t proc']);
    expect(whats('docker save x | docker exec -i motor docker load')).toEqual(['docker exec: sin -i']);
  });

  it('quita la opción con su valor y los blancos de delante', () => {
    const text = 'docker run -d \\\n  -p 8080:80 \\\n  nginx:1.30';
    expect(textOf(text, 'docker run: sin -p 8080:80')).toBe('docker run -d \\\n  nginx:1.30');
    expect(textOf('curl -sI x', 'curl: sin -s')).toBe('curl -I x');
    expect(textOf('curl -sI x', 'curl: sin -I')).toBe('curl -s x');
    expect(textOf('wget -qO- x', 'wget: sin -O -')).toBe('wget -q x');
    expect(textOf('docker run -p 8080:80 x', 'docker run: -p 8080:80 → 8081:80')).toBe(
      'docker run -p 8081:80 x',
    );
  });

  it('dice cuáles pueden no acabar', () => {
    const hang = (text: string) =>
      commandMutants(text)
        .filter(({ mayHang }) => mayHang)
        .map(({ what }) => what);
    expect(hang('docker run -d --name web nginx:1.30')).toEqual(['docker run: sin -d']);
    expect(hang('docker compose up -d --wait')).toEqual(['docker compose up: sin -d']);
    expect(hang('docker network create -d overlay red')).toEqual([]);
  });
});

describe('lo que no se cambia', () => {
  it.for([
    ['un filtro de texto', 'docker ps | head -1 | cut -d" " -f1'],
    ['una plantilla', "docker inspect -f '{{.Name}}' web"],
    ['otra plantilla', "docker info --format '{{.Driver}}'"],
    ['lo que va entre comillas', "echo 'docker run -d nginx'"],
    ['un comentario', 'true # docker run -d nginx'],
    ['un documento en línea', "cat > x <<'FIN'\ndocker run -d nginx\nFIN"],
    ['una redirección', 'true 2>&1 > -d'],
    ['el guion de un intérprete', `node -e 'console.log(1)'`],
    ['la versión', 'docker --version'],
    ['un número que nombra', 'sleep 300'],
  ])('%s', ([, text]) => {
    expect(whats(text as string)).toEqual([]);
  });

  it('el usuario, el nombre y la etiqueta no son límites; la paciencia, tampoco', () => {
    expect(whats('docker run -u 1000 x')).toEqual(['docker run: sin -u 1000']);
    expect(whats('docker stop -t 2 x')).toEqual([]);
    expect(whats('docker stop -t 0 x')).toEqual(['docker stop: sin -t 0']);
    expect(whats('docker run -t x')).toEqual(['docker run: sin -t']);
    expect(whats('docker build --progress=plain .')).toEqual([]);
    expect(whats('docker build --progress=quiet .')).toEqual(['docker build: sin --progress=quiet']);
    expect(whats('docker build -t 7 .')).toEqual(['docker build: sin -t 7']);
  });
});
