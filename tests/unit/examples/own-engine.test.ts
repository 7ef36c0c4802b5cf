/** What an example would do on the reader's own engine, and whether it may. */
import { describe, expect, it } from 'vitest';
import { newSince } from '../../../scripts/examples/engine-snapshot.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { planOwnEngine } from '../../../src/sandbox/own-engine.ts';

const plan = (commands: string) => planOwnEngine(parseSession(`#! T\n\n# a\n${commands}`, 'sesion.console'));

describe('lo que creará', () => {
  it('se lee de las órdenes', () => {
    const read = plan(
      '$ docker network create --driver bridge mi_red\n' +
        '$ docker run -d --name web -v datos:/d -v /tmp/x:/x nginx:1.30\n' +
        '$ docker build -t saludo:1.0 .\n',
    );
    expect(read).toMatchObject({ containers: ['web'], networks: ['mi_red'], images: ['saludo:1.0'] });
    expect(read.volumes).toEqual(['datos']);
    expect(read.refusals).toEqual([]);
    expect(read.usesCompose).toBe(false);
  });

  it('un proyecto de Compose se anuncia como tal', () => {
    expect(plan('$ docker compose -f otro.yaml up -d --wait\n').usesCompose).toBe(true);
  });

  it('un nombre que se calcula no se da por sabido', () => {
    expect(plan('$ for n in 1 2; do docker run -d --name c$n nginx:1.30; done\n').containers).toEqual([]);
  });
});

describe('lo que se niega', () => {
  it.each([
    ['$ docker system prune -f\n', 'también lo tuyo'],
    ['$ docker run --privileged busybox:1.37\n', 'privilegios sobre tu equipo'],
    ['$ docker swarm init\n', 'nodo de Swarm'],
    ['$ iptables -L\n', 'cambia el sistema'],
    ['$ docker rm -f $(docker ps -aq)\n', 'todos tus contenedores'],
    ['$ docker push usuario/caja\n', 'publica en un registro'],
  ])('%s', (commands, reason) => {
    expect(plan(commands).refusals.join()).toContain(reason);
  });
});

it('de lo que ha aparecido se dice cómo quitarlo, salvo las imágenes de la guía', () => {
  const before = new Set(['docker rm -f mia']);
  const now = new Set(['docker rm -f mia', 'docker rm -f nueva', 'docker image rm nginx:1.30']);
  expect(newSince(before, now, ['nginx:1.30'])).toEqual(['docker rm -f nueva']);
});
