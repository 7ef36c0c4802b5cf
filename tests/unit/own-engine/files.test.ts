/** Compose files and recipes: what they may ask for on the reader's own engine. */
import { describe, expect, it } from 'vitest';
import { FILES, planOf, reasons } from './support.ts';

const UP = 'docker compose up -d --wait';
const compose = (body: string) => ({ ...FILES, 'compose.yaml': body });
const service = (body: string) =>
  compose(`name: tienda\nservices:\n  web:\n    image: nginx:1.30\n    ${body}\n`);

describe('un archivo de Compose', () => {
  const good = compose(`name: tienda
services:
  web:
    image: nginx:1.30
    ports: ["8080:80"]
    volumes: ["./web:/usr/share/nginx/html:ro", "datos:/d"]
    networks: [interna]
    depends_on: { api: { condition: service_healthy } }
  api:
    build: .
    environment: { CLAVE: "\${CLAVE:-practica}" }
    env_file: sala.env
    healthcheck: { test: ["CMD", "true"], interval: 2s }
networks:
  interna: { internal: true }
volumes:
  datos:
`);

  it('que solo usa lo suyo se admite, y se sabe qué crea', () => {
    const plan = planOf(
      [
        UP,
        'curl -s http://localhost:8080',
        'docker compose exec web ls /',
        'docker compose down -v --rmi local',
      ],
      good,
    );
    expect(plan.problems).toEqual([]);
    expect(plan).toMatchObject({ projects: ['tienda'], images: ['tienda-api:latest'], ports: [8080] });
    expect(plan.downloads).toEqual(['busybox:1.37', 'nginx:1.30']);
  });

  it.each([
    'privileged: true',
    'network_mode: host',
    'network_mode: container:otro',
    'pid: host',
    'ipc: host',
    'uts: host',
    'userns_mode: host',
    'cgroup: host',
    'cgroup_parent: /',
    'devices: ["/dev/sda:/dev/sda"]',
    'cap_add: [SYS_ADMIN]',
    'security_opt: ["seccomp:unconfined"]',
    'volumes: ["/:/host"]',
    'volumes: ["/var/run/docker.sock:/s"]',
    'volumes: ["..:/x"]',
    'volumes: ["./..:/x"]',
    'volumes: ["~/x:/x"]',
    'volumes: ["$HOME:/x"]',
    'volumes: ["$' + '{HOME}:/x"]',
    'volumes: ["ajeno:/x"]',
    'volumes: ["./no-esta:/x"]',
    'volumes: [{type: bind, source: /, target: /x}]',
    'volumes: ["/d"]',
    'volumes_from: [otro]',
    'extends: {file: /etc/x.yaml, service: web}',
    'env_file: /etc/shadow',
    'env_file: ../x',
    'env_file: [{path: /etc/x, required: false}]',
    'environment: [HOME]',
    'environment: {HOME: }',
    'environment: {X: "$HOME"}',
    'environment: {X: "$' + '{HOME}"}',
    'environment: {X: "$' + '{A:-$HOME}"}',
    'restart: always',
    'restart: unless-stopped',
    'ports: ["22:22"]',
    'ports: ["192.168.1.5:8080:80"]',
    'ports: [{target: 80, published: "22"}]',
    'ports: ["$' + '{P:-80}:80"]',
    'networks: [ajena]',
    'networks: {ajena: }',
    'container_name: "a b"',
    'command: echo $' + '{HOME}',
    'command: wget http://192.168.1.1',
    'healthcheck: {test: "wget host.docker.internal"}',
    'labels: {a: b}',
    'logging: {driver: syslog}',
    'runtime: sysbox',
    'gpus: all',
    'deploy: {replicas: 100}',
    'develop: {}',
    'post_start: [{command: x, privileged: true}]',
    'configs: [x]',
    'secrets: [x]',
    'sysctls: {net.x: 1}',
    'extra_hosts: ["a:host-gateway"]',
    'dns: 1.1.1.1',
    'group_add: [0]',
    'oom_score_adj: -1000',
    'profiles: [x]',
    'pull_policy: always',
    'provider: {type: x}',
    'use_api_socket: true',
    'tmpfs: ["../x"]',
    'build: /',
    'build: ..',
    'build: {context: ., dockerfile: /etc/shadow}',
    'build: {context: ., dockerfile: ../x}',
    'build: {context: ., secrets: [x]}',
    'build: {context: ., ssh: [default]}',
    'build: {context: ., network: host}',
    'build: {context: ., privileged: true}',
    'build: {context: ., additional_contexts: {a: /}}',
    'build: {context: https://example.org/x.git}',
    'build: {context: ., dockerfile_inline: "FROM x"}',
    '<<: {privileged: true}',
    'x-otra: &a {privileged: true}',
  ])('con «%s» se niega', (line) => {
    expect(reasons([UP], service(line))).not.toEqual([]);
  });

  it.each([
    ['sin nombre de proyecto', 'services: {web: {image: nginx}}'],
    ['con una variable por nombre', 'name: $' + '{X:-a}\nservices: {web: {image: nginx}}'],
    ['que incluye otro', 'name: a\ninclude: [/etc/x.yaml]\nservices: {web: {image: nginx}}'],
    ['con una red de fuera', 'name: a\nservices: {web: {image: nginx}}\nnetworks: {x: {external: true}}'],
    [
      'con una red con el nombre de otra',
      'name: a\nservices: {web: {image: nginx}}\nnetworks: {x: {name: otra}}',
    ],
    ['con un volumen de fuera', 'name: a\nservices: {web: {image: nginx}}\nvolumes: {x: {external: true}}'],
    [
      'con un volumen que monta el equipo',
      'name: a\nservices: {web: {image: nginx}}\nvolumes: {x: {driver_opts: {device: /}}}',
    ],
    ['con secretos', 'name: a\nservices: {web: {image: nginx}}\nsecrets: {x: {file: /etc/shadow}}'],
    ['con configuraciones', 'name: a\nservices: {web: {image: nginx}}\nconfigs: {x: {file: /etc/shadow}}'],
    ['con alias de YAML', 'name: a\nservices: {web: &w {image: nginx}, b: *w}'],
    ['con claves repetidas', 'name: a\nservices: {web: {image: nginx}}\nservices: {web: {privileged: true}}'],
    ['en dos documentos', 'name: a\nservices: {web: {image: nginx}}\n---\nname: b'],
    ['con etiquetas de YAML', 'name: a\nservices: {web: !reset {image: nginx}}'],
    ['que no es un archivo de Compose', 'hola'],
    ['vacío', ''],
  ])('%s se niega', (_what, body) => {
    expect(reasons([UP], compose(body))).not.toEqual([]);
  });

  it('se niega sin él, con dos, con otro encima o con un .env', () => {
    const { 'compose.yaml': body = '' } = good;
    expect(reasons([UP])).not.toEqual([]);
    for (const other of ['compose.yml', 'docker-compose.yml', 'compose.override.yaml', '.env'])
      expect(reasons([UP], { ...good, [other]: body })).not.toEqual([]);
    expect(reasons([`docker compose -f /etc/x.yaml up -d`], good)).not.toEqual([]);
    expect(reasons([`docker compose -f compose.yaml -f otro.yaml up -d`], good)).not.toEqual([]);
  });

  it.each([
    'docker compose down',
    'docker compose stop',
    'docker compose exec web ls',
    'docker compose run --rm web sh',
    'docker compose cp web:/x /etc/x',
    'docker compose up',
    'docker compose -p otro up -d',
    'docker compose --project-directory / up -d',
    'docker compose --env-file /etc/x up -d',
    'docker compose --profile x up -d',
    'docker compose rm -f',
    'docker compose kill',
    'docker compose push',
    'docker compose ls',
    'docker compose publish x',
    'docker compose watch',
    `${UP} && docker compose down --rmi all`,
    `${UP} && docker compose down --remove-orphans`,
    `${UP} && docker compose exec --privileged web ls`,
    `${UP} && docker compose exec otro ls`,
    `${UP} && docker compose exec web curl http://172.17.0.1`,
  ])('%s se niega', (command) => {
    expect(reasons([command], good)).not.toEqual([]);
  });
});

describe('una receta', () => {
  it.each([
    '# syntax=docker.io/otro/interprete:1\nFROM busybox',
    '// syntax=otro/interprete\nFROM busybox',
    '#syntax = otro/interprete\nFROM busybox',
    'FROM busybox\nRUN --mount=type=secret,id=a cat /run/secrets/a',
    'FROM busybox\nRUN --mount=type=ssh ssh x',
    'FROM busybox\nRUN --security=insecure true',
    'FROM busybox\nRUN --network=host wget localhost',
    'FROM busybox\nRUN --net\\\nwork=host wget localhost',
    'FROM busybox\nADD https://example.org/x /x',
    'FROM $' + '{BASE}',
    'FROM busybox\nRUN wget http://172.17.0.1:2375',
    'FROM busybox\nRUN <<FIN\ntrue\nFIN',
  ])('%s', (Dockerfile) => {
    expect(reasons(['docker build -t saludo .'], { ...FILES, Dockerfile })).not.toEqual([]);
  });

  it('se lee como queda después de cada cambio', async () => {
    const { parseSession } = await import('../../../src/examples/session.ts');
    const { planOwnEngine } = await import('../../../src/own-engine/plan.ts');
    const plan = (hunk: string) =>
      planOwnEngine(
        parseSession(
          `#! T\n\n# a {edita=Dockerfile}\n${hunk}\n\n# b\n$ docker build -t saludo .\n`,
          'sesion.console',
        ),
        FILES,
      ).problems.map(({ reason }) => reason);
    expect(plan(' FROM busybox:1.37\n-COPY web /web\n+COPY web /www')).toEqual([]);
    expect(plan(' FROM busybox:1.37\n-COPY web /web\n+RUN --mount=type=ssh true')[0]).toContain('monta algo');
    expect(plan('-COPY otra /web\n+COPY web /www')[0]).toContain('donde no se encuentra');
  });
});
