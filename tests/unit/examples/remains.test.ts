/** What a session leaves, from what `docker inspect` answers of it. */
import { expect, test } from 'vitest';
import { compareSession } from '../../../src/examples/compare.ts';
import { describeRemains, type EngineState, remainsOf } from '../../../src/examples/remains.ts';
import { parseSession } from '../../../src/examples/session.ts';

const HEX = 'a'.repeat(64);
const EMPTY: EngineState = { containers: [], images: [], networks: [], volumes: [] };
const IMAGE = {
  Id: 'sha256:1',
  RepoTags: ['mi-app:latest'],
  Config: { Cmd: ['sh'], Env: ['PATH=/bin', 'MODO=x'] },
};

function container(host = {}, config = {}, rest = {}) {
  return {
    Id: HEX,
    Name: '/web',
    Image: IMAGE.Id,
    Config: { Image: 'mi-app', Hostname: HEX.slice(0, 12), ...IMAGE.Config, ...config },
    HostConfig: { NetworkMode: 'bridge', RestartPolicy: { Name: 'no' }, IpcMode: 'private', ...host },
    NetworkSettings: { Networks: { bridge: { Aliases: null, IPAMConfig: null } } },
    Mounts: [],
    State: { Running: true },
    ...rest,
  };
}

const describe = (
  state: Partial<EngineState>,
  typed: (word: string) => boolean = (word) => word === 'MODO',
) => describeRemains({ ...EMPTY, ...state }, typed, (ref) => ref.startsWith('nginx:'));

test('an engine in which nothing is left says nothing', () => {
  expect(describe({ networks: [{ Name: 'bridge', Driver: 'bridge' }] })).toEqual([]);
});

test('a container says what its image does not say, and variables that the author named', () => {
  expect(describe({ containers: [container()], images: [IMAGE] })).toEqual([
    'contenedor web',
    'contenedor web: Env ["MODO=x"]',
    'contenedor web: imagen mi-app',
    'contenedor web: redes ["bridge"]',
    'imagen mi-app:latest',
    'imagen mi-app:latest: Cmd ["sh"]',
    'imagen mi-app:latest: Env ["MODO=x"]',
  ]);
});

test.each<[string, object, object, object]>([
  ['Memory 33554432', { Memory: 33554432 }, {}, {}],
  ['User "1000"'.replaceAll('"', ''), {}, { User: '1000' }, {}],
  [
    'puertos ["127.0.0.1:8080->80/tcp"]',
    { PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '8080' }] } },
    {},
    {},
  ],
  [
    'RestartPolicy {"Name":"always","MaximumRetryCount":0}',
    { RestartPolicy: { Name: 'always', MaximumRetryCount: 0 } },
    {},
    {},
  ],
  [
    'montajes ["volume sin nombre en /d ro"]',
    {},
    {},
    { Mounts: [{ Type: 'volume', Name: HEX, Destination: '/d', RW: false }] },
  ],
  ['Cmd ["sleep"]', {}, { Cmd: ['sleep'] }, {}],
])('of a container: %s', (fact, host, config, rest) => {
  expect(describe({ containers: [container(host, config, rest)], images: [IMAGE] })).toContain(
    `contenedor web: ${fact}`,
  );
});

test('what removes itself, or belongs to a service, is not counted: it comes and goes', () => {
  const ofService = container({}, { Labels: { 'com.docker.swarm.task.id': 'x' } });
  expect(
    describe({ containers: [container({ AutoRemove: true }, {}, { State: { Running: false } }), ofService] }),
  ).toEqual([]);
});

test('of an image that a hub serves only its name is told; those without one are counted', () => {
  const official = { Id: '2', RepoTags: ['nginx:1.30'], Config: { Env: ['MODO=x'], Cmd: ['nginx'] } };
  expect(describe({ images: [official, { Id: '3', RepoTags: [] }, { Id: '4', RepoTags: null }] })).toEqual([
    'imagen nginx:1.30',
    'imágenes sin nombre: 2',
  ]);
});

test('networks and volumes: kind, and addresses that the author wrote', () => {
  const red = {
    Name: 'red',
    Driver: 'bridge',
    Internal: true,
    IPAM: { Config: [{ Subnet: '10.0.9.0/24' }] },
  };
  const volumes = [
    { Name: 'datos', Driver: 'local', Options: { o: 'size=1m' } },
    { Name: HEX, Driver: 'local' },
  ];
  expect(describe({ networks: [red], volumes }, (word) => word === '10.0.9.0/24')).toEqual([
    'red red',
    'red red: Driver bridge',
    'red red: Internal true',
    'red red: direcciones ["10.0.9.0/24"]',
    'volumen datos',
    'volumen datos: Driver local',
    'volumen datos: Options ["o=size=1m"]',
    'volúmenes sin nombre: 1',
  ]);
});

test('what there was meanwhile is told apart from what is left', () => {
  expect(remainsOf(['red b'], new Set(['volumen v', 'red b', 'red a']))).toEqual([
    'red b',
    'antes: red a',
    'antes: volumen v',
  ]);
});

test('a session that leaves something else than was recorded differs, and one whose names only are others does not', () => {
  const session = parseSession('#! T\n# a\n$ docker run -d x\n', 'f');
  const compare = (recorded: string[], current: string[]) =>
    compareSession(session, () => undefined, '', { remains: { recorded, current } });
  expect(compare(['contenedor quirky_turing'], ['contenedor happy_euler'])).toEqual([]);
  expect(compare(['contenedor web'], ['contenedor web', 'volumen datos'])).toMatchObject([
    { kind: 'remains', step: 'lo que queda' },
  ]);
});
