import { expect, test } from 'vitest';
import { chooseEndpoint, type EndpointFacts } from '../../../src/engine/endpoint.ts';

const USUAL = '/var/run/docker.sock';

test.each<[string, Partial<EndpointFacts>, { host: string | undefined; socket: string }]>([
  ['nothing said', {}, { host: undefined, socket: USUAL }],
  ['the default context', { contextHost: `unix://${USUAL}` }, { host: undefined, socket: USUAL }],
  [
    'another local engine',
    { contextHost: 'unix:///run/otro.sock' },
    { host: 'unix:///run/otro.sock', socket: '/run/otro.sock' },
  ],
  [
    'the variable wins over the context',
    { env: { DOCKER_HOST: 'unix:///run/uno.sock' }, contextHost: 'unix:///run/otro.sock' },
    { host: 'unix:///run/uno.sock', socket: '/run/uno.sock' },
  ],
  [
    'Docker Desktop on Linux',
    { contextHost: 'unix:///home/ana/.docker/desktop/docker.sock' },
    { host: 'unix:///home/ana/.docker/desktop/docker.sock', socket: USUAL },
  ],
  [
    'Colima',
    { platform: 'darwin', contextHost: 'unix:///Users/ana/.colima/default/docker.sock' },
    { host: 'unix:///Users/ana/.colima/default/docker.sock', socket: USUAL },
  ],
  [
    'Rancher Desktop',
    { contextHost: 'unix:///home/ana/.rd/docker.sock' },
    { host: 'unix:///home/ana/.rd/docker.sock', socket: USUAL },
  ],
  [
    'an engine of another machine',
    { env: { DOCKER_HOST: 'ssh://ana@servidor' } },
    { host: 'ssh://ana@servidor', socket: USUAL },
  ],
  [
    'who knows better says so',
    {
      env: { TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE: '/run/mio.sock' },
      contextHost: 'unix:///home/ana/.colima/default/docker.sock',
    },
    { host: 'unix:///home/ana/.colima/default/docker.sock', socket: '/run/mio.sock' },
  ],
])('%s', (_, facts, expected) => {
  expect(chooseEndpoint({ env: {}, platform: 'linux', ...facts })).toEqual(expected);
});
