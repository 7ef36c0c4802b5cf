import { describe, expect, it } from 'vitest';
import { type EngineFacts, planEngine } from '../../../scripts/setup/engine-plan.ts';
import { debianRoad, parseOsRelease, type System } from '../../../scripts/setup/system.ts';

const BOOKWORM = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION_CODENAME=bookworm
ID=debian
`;
const TRIXIE = BOOKWORM.replaceAll('12', '13').replaceAll('bookworm', 'trixie');
const UBUNTU =
  'PRETTY_NAME="Ubuntu 24.04.3 LTS"\nVERSION_ID="24.04"\nVERSION_CODENAME=noble\nID=ubuntu\nID_LIKE=debian\n';

const system = (text: string, more: Partial<System> = {}): System => ({
  platform: 'linux',
  isRoot: true,
  hasSystemd: false,
  release: parseOsRelease(text),
  ...more,
});

const facts = (more: Partial<EngineFacts> = {}): EngineFacts => ({
  system: system(BOOKWORM),
  answers: false,
  complaint:
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
  hasBuildx: false,
  ...more,
});

const message = (more: Partial<EngineFacts>): string => {
  const plan = planEngine(facts(more));
  if (plan.kind !== 'explain') throw new Error(`Se esperaba un mensaje y se planeó ${plan.kind}`);
  return plan.message;
};

describe('debianRoad', () => {
  it.each([
    [BOOKWORM, 'testing'],
    [TRIXIE, 'distribution'],
    ['ID=debian\nVERSION_CODENAME=forky\n', 'distribution'],
    [BOOKWORM.replaceAll('12', '11'), undefined],
    [UBUNTU, undefined],
    ['ID=fedora\nVERSION_ID=43\n', undefined],
  ])('decides for %j', (release, road) => {
    expect(debianRoad(parseOsRelease(release))).toBe(road);
  });
});

describe('planEngine', () => {
  it('uses the engine that answers', () => {
    expect(planEngine(facts({ answers: true, hasBuildx: true }))).toEqual({ kind: 'ready' });
  });

  it.each([
    [['name=seccomp,profile=builtin', 'name=userns'], 'userns-remap'],
    [['name=rootless'], 'rootless'],
  ])('says before anything starts that an engine with %j cannot run benches', (security, word) => {
    expect(message({ answers: true, hasBuildx: true, security })).toContain(word);
  });

  it('takes an engine with the usual security', () => {
    const security = ['name=seccomp,profile=builtin', 'name=cgroupns', 'name=apparmor'];
    expect(planEngine(facts({ answers: true, hasBuildx: true, security }))).toEqual({ kind: 'ready' });
  });

  it('installs on Debian as root', () => {
    expect(planEngine(facts())).toEqual({ kind: 'install', road: 'testing' });
    expect(planEngine(facts({ system: system(TRIXIE) }))).toEqual({ kind: 'install', road: 'distribution' });
  });

  it('starts what is installed and stopped, as the system does', () => {
    const daemon = '/usr/sbin/dockerd';
    expect(planEngine(facts({ daemon }))).toEqual({ kind: 'start', how: 'detached' });
    const withSystemd = system(UBUNTU, { hasSystemd: true });
    expect(planEngine(facts({ daemon, system: withSystemd }))).toEqual({ kind: 'start', how: 'systemd' });
  });

  it('never touches anything without root, on other systems or for another engine', () => {
    const user = { isRoot: false };
    const cases: Partial<EngineFacts>[] = [
      { system: system(BOOKWORM, user) },
      { system: system(UBUNTU) },
      { system: system(UBUNTU, user), daemon: '/usr/bin/dockerd' },
      { system: system('', { platform: 'darwin' }) },
      { system: system('', { platform: 'win32' }) },
      { endpoint: { source: 'DOCKER_HOST', value: 'tcp://10.0.0.1:2375' } },
    ];
    expect(cases.map((more) => planEngine(facts(more)).kind)).toEqual(cases.map(() => 'explain'));
  });

  it('says what happened and how to mend it', () => {
    expect(message({ system: system(BOOKWORM, { isRoot: false }) })).toBe(
      `No hay ningún motor de Docker en este Debian GNU/Linux 12 (bookworm), y para instalarlo yo tendría que ser root. No he instalado nada.
Cómo arreglarlo:
  · instálalo: sigue https://docs.docker.com/engine/install/ (motor y complementos buildx y compose)
  · permite que tu usuario lo use: sudo usermod -aG docker "$USER", y vuelve a entrar en la sesión
El sitio no necesita Docker: «npm start» funciona sin él.`,
    );
  });

  it.each([
    [
      { complaint: 'permission denied while trying to connect to the Docker daemon socket' },
      'usermod -aG docker',
    ],
    [{ system: system('', { platform: 'darwin' }) }, 'Docker Desktop'],
    [{ system: system(TRIXIE, { isRoot: false }) }, 'sudo apt-get install docker.io'],
    [{ answers: true }, 'docker-buildx-plugin'],
    [{ endpoint: { source: 'contexto', value: 'remoto' } as const }, 'docker context use default'],
    [{ endpoint: { source: 'DOCKER_HOST', value: 'tcp://x' } as const }, 'unset DOCKER_HOST'],
    [
      { system: system(UBUNTU, { isRoot: false, hasSystemd: true }), daemon: '/usr/bin/dockerd' },
      'systemctl start docker',
    ],
  ])('has a remedy for each case', (more, remedy) => {
    expect(message(more)).toContain(remedy);
  });
});
