/** Decides what to do about the engine, from facts: pure. */
import { type DebianRoad, debianRoad, type System, systemName } from './system.ts';

export interface EngineFacts {
  system: System;
  /** Whether `docker info` answered with a server, and what it said if it didn't. */
  answers: boolean;
  complaint: string;
  /** Whether the `docker` command has the `buildx` plug-in, with which images are built. */
  hasBuildx: boolean;
  /** What the engine says of its security: `name=userns`, `name=rootless`… */
  security?: readonly string[];
  /** Where the command looks for the engine when it isn't the usual place. */
  endpoint?: { source: 'DOCKER_HOST' | 'contexto'; value: string } | undefined;
  /** Path of the daemon, when it is installed. */
  daemon?: string | undefined;
}

export type EnginePlan =
  | { kind: 'ready' }
  | { kind: 'start'; how: 'systemd' | 'detached' }
  | { kind: 'install'; road: DebianRoad }
  | { kind: 'explain'; message: string };

const FOR_DOCUMENTATION = 'https://docs.docker.com/engine/install/';

/** What must happen so that an engine answers. */
export function planEngine(facts: EngineFacts): EnginePlan {
  const { system } = facts;
  if (facts.answers) {
    const obstacle = benchObstacle(facts.security ?? []);
    if (obstacle) return explain(compose(obstacle.what, obstacle.remedy));
    return facts.hasBuildx ? { kind: 'ready' } : explain(withoutBuildx(facts));
  }
  if (facts.endpoint) return explain(otherEndpoint(facts.complaint, facts.endpoint));
  if (/permission denied/i.test(facts.complaint)) return explain(noPermission());
  if (system.platform !== 'linux') return explain(desktop(system));
  if (facts.daemon) {
    if (!system.isRoot) return explain(stopped(system));
    return { kind: 'start', how: system.hasSystemd ? 'systemd' : 'detached' };
  }
  const road = debianRoad(system.release);
  if (road && system.isRoot) return { kind: 'install', road };
  return explain(notInstalled(system));
}

/** Why an engine that answers cannot run benches, which are privileged containers; undefined when it can. */
export function benchObstacle(security: readonly string[]): { what: string; remedy: string } | undefined {
  const has = (name: string) => security.some((option) => new RegExp(`\\bname=${name}\\b`).test(option));
  if (has('rootless'))
    return {
      what: 'Este motor funciona sin root (rootless), y los bancos de pruebas son contenedores privilegiados.',
      remedy: 'usa un motor normal: docker context use default',
    };
  if (has('userns'))
    return {
      what: 'Este motor traduce los usuarios (userns-remap), y con eso no admite contenedores privilegiados, que es lo que son los bancos de pruebas.',
      remedy:
        'quita «userns-remap» de /etc/docker/daemon.json y reinicia el motor, o usa otro motor con DOCKER_HOST',
    };
  return undefined;
}

function explain(message: string): EnginePlan {
  return { kind: 'explain', message };
}

/** Joins what happened and its remedies in the shape of all our messages. */
function compose(what: string, ...remedies: string[]): string {
  const list = remedies.map((remedy) => `  · ${remedy}`).join('\n');
  return `${what}\nCómo arreglarlo:\n${list}\nEl sitio no necesita Docker: «npm start» funciona sin él.`;
}

function otherEndpoint(complaint: string, endpoint: { source: string; value: string }): string {
  const isVariable = endpoint.source === 'DOCKER_HOST';
  const name = isVariable ? `DOCKER_HOST=${endpoint.value}` : `el contexto «${endpoint.value}»`;
  return compose(
    `El motor de Docker que indica ${name} no responde:\n    ${complaint}`,
    'pon ese motor en marcha, o',
    isVariable ? 'quita la variable: unset DOCKER_HOST' : 'vuelve al de siempre: docker context use default',
  );
}

function noPermission(): string {
  return compose(
    'Hay un motor de Docker, pero tu usuario no puede hablar con él.',
    'añádete al grupo docker: sudo usermod -aG docker "$USER"',
    'cierra la sesión, vuelve a entrar y repite la orden',
  );
}

function desktop(system: System): string {
  return compose(
    `No responde ningún motor de Docker en este ${systemName(system)}.`,
    'si tienes Docker Desktop, ábrelo y espera a que diga que está en marcha',
    'si no, instálalo: https://docs.docker.com/desktop/',
  );
}

function stopped(system: System): string {
  const start = system.hasSystemd ? 'sudo systemctl start docker' : 'sudo service docker start';
  return compose(
    'Docker está instalado, pero parado, y ponerlo en marcha exige ser root.',
    `arráncalo: ${start}`,
  );
}

function notInstalled(system: System): string {
  const road = debianRoad(system.release);
  const reason = road
    ? 'y para instalarlo yo tendría que ser root'
    : 'y solo sé instalarlo yo en Debian 12 o posterior, como root';
  const install =
    road === 'distribution'
      ? 'sudo apt-get install docker.io docker-cli docker-buildx docker-compose'
      : `sigue ${FOR_DOCUMENTATION} (motor y complementos buildx y compose)`;
  return compose(
    `No hay ningún motor de Docker en este ${systemName(system)}, ${reason}. No he instalado nada.`,
    `instálalo: ${install}`,
    'permite que tu usuario lo use: sudo usermod -aG docker "$USER", y vuelve a entrar en la sesión',
  );
}

function withoutBuildx({ system }: EngineFacts): string {
  const ours = debianRoad(system.release) === 'distribution';
  const name = ours ? 'docker-buildx' : 'docker-buildx-plugin';
  const how = system.platform === 'linux' ? `instala el paquete ${name}` : 'actualiza Docker Desktop';
  return compose(
    'El motor de Docker responde, pero a la orden docker le falta el complemento buildx, con el que se construyen las imágenes.',
    `${how} (con los paquetes de Docker es docker-buildx-plugin; con los de Debian, docker-buildx)`,
  );
}
