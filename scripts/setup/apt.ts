/** Installing Debian packages without leaving anything in the machine's apt configuration. */
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AptSource,
  debianSources,
  readSources,
  renderSources,
  testingSource,
} from '../../src/machine/apt-sources.ts';
import { capture, type Outcome } from '../../src/machine/command.ts';
import { type Progress, SetupError, step } from './progress.ts';

const APT = '/etc/apt';
/** Below the 100 of what is installed: nothing comes from testing unless it is asked for by name. */
const TESTING_PIN = 'Package: *\nPin: release a=testing\nPin-Priority: 90\n';
const MINUTES = 60_000;

export interface Wanted {
  packages: readonly string[];
  /** Those of testing, for a Debian whose own are too old. */
  fromTesting?: readonly string[];
  /** The running system's codename, for instance «bookworm». */
  codename: string;
}

/**
 * Installs packages as root. apt works on a configuration and lists of its own in a temporary folder, so that
 * whatever happens the machine's sources, pins and lists stay as they were; what a failed installation had
 * already put in place is removed again.
 * @param text what is being installed and how long it takes, for the person who waits
 */
export async function installDebianPackages(wanted: Wanted, text: string, progress: Progress): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'docker-a-prueba-apt-'));
  try {
    await step(progress, text, async () => {
      const apt = prepareApt(folder, wanted);
      const targets = [...wanted.packages, ...(wanted.fromTesting ?? []).map((name) => `${name}/testing`)];
      await must(apt(['update', '-o', 'APT::Update::Error-Mode=any'], 5), 'leer las listas de paquetes');
      const install = ['install', '--yes', '--no-install-recommends', ...targets];
      const plan = await must(apt([...install, '--simulate'], 2), 'calcular qué hay que instalar');
      const outcome = await apt(install, 20);
      if (outcome.code !== 0) await apt(['purge', '--yes', ...newPackages(plan.stdout)], 10);
      await must(Promise.resolve(outcome), `instalar ${targets.join(' ')}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Apt = (args: readonly string[], minutes: number) => Promise<Outcome>;

function prepareApt(folder: string, wanted: Wanted): Apt {
  // apt downloads as the user _apt, who must be able to get in
  chmodSync(folder, 0o755);
  for (const name of ['sources', 'preferences', 'lists']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'sources/docker-a-prueba.sources'), renderSources(chooseSources(wanted)));
  if (existsSync(`${APT}/preferences.d`))
    cpSync(`${APT}/preferences.d`, join(folder, 'preferences'), { recursive: true });
  writeFileSync(join(folder, 'preferences/docker-a-prueba'), TESTING_PIN);
  const settings = [
    'Dir::Etc::SourceList=/dev/null',
    `Dir::Etc::SourceParts=${folder}/sources`,
    `Dir::Etc::PreferencesParts=${folder}/preferences`,
    `Dir::State::Lists=${folder}/lists`,
    'Dir::Cache::pkgcache=',
    'Dir::Cache::srcpkgcache=',
    'Acquire::Languages=none',
    'DPkg::Lock::Timeout=120',
    'Dpkg::Use-Pty=0',
  ].flatMap((setting) => ['-o', setting]);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  return (args, minutes) =>
    capture('apt-get', ['-q', ...settings, ...args], { env, timeout: minutes * MINUTES });
}

function chooseSources({ codename, fromTesting }: Wanted): AptSource[] {
  const own = debianSources(readSources(APT), codename);
  const testing = testingSource(own, codename);
  if (!testing) {
    throw new SetupError(
      `No encuentro en ${APT} de qué servidor toma esta máquina los paquetes de Debian «${codename}».\n` +
        `  Cómo arreglarlo: añade la fuente «main» de «${codename}» en ${APT}/sources.list.d y repite la orden.`,
    );
  }
  return fromTesting ? [...own, testing] : own;
}

/** Names of what `apt-get --simulate` says it would add, without what it would only upgrade. */
export function newPackages(simulation: string): string[] {
  return [...simulation.matchAll(/^Inst (\S+) \(/gm)].map(([, name]) => name ?? '');
}

async function must(pending: Promise<Outcome>, action: string): Promise<Outcome> {
  const outcome = await pending;
  if (outcome.code === 0) return outcome;
  const said = (outcome.stderr || outcome.stdout).split('\n').slice(-12).join('\n    ');
  const end = outcome.code === 124 ? 'tardó demasiado' : `terminó con el código ${outcome.code}`;
  throw new SetupError(
    `apt-get ${end} al ${action}:\n    ${said}\n` +
      '  La configuración de apt queda como estaba. Cómo arreglarlo: comprueba que «apt-get update» funciona y repite la orden.',
  );
}
