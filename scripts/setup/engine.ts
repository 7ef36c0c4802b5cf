import { capture, which } from '../../src/machine/command.ts';
import { installDebianPackages } from './apt.ts';
import { startEngine } from './dockerd.ts';
import { engineAnswers, readEngineFacts } from './engine-facts.ts';
import { planEngine } from './engine-plan.ts';
import { type Progress, SetupError } from './progress.ts';
import { type DebianRoad, debianRoad, readSystem } from './system.ts';

// runc is not asked for: testing's needs a newer libc, and the distribution's serves as a dependency.
const ENGINE = ['docker.io', 'docker-cli', 'docker-buildx', 'docker-compose', 'containerd'];
const COMPANIONS = ['iptables', 'mmdebstrap'];

/**
 * Makes sure that a Docker Engine answers: uses the one there is, starts the installed one, or installs it.
 * @throws SetupError that says in Spanish what to do when it cannot
 */
export async function ensureEngine(progress: Progress): Promise<void> {
  const plan = planEngine(await readEngineFacts());
  if (plan.kind === 'explain') throw new SetupError(plan.message);
  if (plan.kind === 'start') await startEngine(plan.how, progress);
  if (plan.kind === 'install') {
    await installEngine(plan.road, progress);
    // Where services start on their own, it already answers.
    if (!(await engineAnswers()))
      await startEngine(readSystem().hasSystemd ? 'systemd' : 'detached', progress);
  }
}

async function installEngine(road: DebianRoad, progress: Progress): Promise<void> {
  const codename = readSystem().release.VERSION_CODENAME ?? '';
  const origin = road === 'testing' ? 'de la versión de pruebas de Debian' : 'de Debian';
  const wanted =
    road === 'testing'
      ? { packages: COMPANIONS, fromTesting: ENGINE, codename }
      : { packages: [...ENGINE, ...COMPANIONS], codename };
  await installDebianPackages(wanted, `Instalo Docker ${origin} (unos 100 MB, unos 20 s)`, progress);
}

/**
 * Makes sure that mmdebstrap is there, with which Debian's base image is made when Docker Hub doesn't answer.
 * @throws SetupError when it isn't and we cannot install it
 */
export async function ensureMmdebstrap(progress: Progress): Promise<void> {
  if (which('mmdebstrap')) return;
  const system = readSystem();
  if (!debianRoad(system.release) || !system.isRoot) {
    throw new SetupError(
      'Docker Hub no responde y, sin él, las imágenes se construyen con mmdebstrap, que no está instalado.\n' +
        'Cómo arreglarlo:\n' +
        '  · recupera la conexión con Docker Hub (comprueba con: docker pull hello-world), o\n' +
        '  · instala mmdebstrap: sudo apt-get install mmdebstrap (existe en Debian y Ubuntu)',
    );
  }
  const codename = system.release.VERSION_CODENAME ?? '';
  await installDebianPackages(
    { packages: ['mmdebstrap'], codename },
    'Instalo mmdebstrap (unos 10 s)',
    progress,
  );
}

/** Version of mmdebstrap, or undefined when it isn't installed. */
export async function mmdebstrapVersion(): Promise<string | undefined> {
  const { code, stdout } = await capture('mmdebstrap', ['--version']);
  return code === 0 ? stdout.replace('mmdebstrap ', '') : undefined;
}
