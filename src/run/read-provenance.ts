import type { SessionHost } from '../bench/bench.ts';
import { readImageOrigins } from '../bench/environment.ts';
import type { Provenance } from '../examples/provenance.ts';
import { listPulledImages } from './pulled-images.ts';
import { readImageVersions, readToolVersions } from './read-versions.ts';

const QUESTIONS = [
  'docker version --format "{{.Server.Version}}"',
  'docker compose version --short',
  'docker buildx version | cut -d" " -f2',
  'docker info --format "{{.CgroupVersion}}"',
  'docker info --format "{{.Driver}}"',
  'docker info --format "{{.KernelVersion}}"',
  'docker version --format "{{.Server.Platform.Name}}"',
].join('; ');

// What the engine warns of is no answer.
const FACTS = `{ ${QUESTIONS}; } 2> /dev/null`;

/** How the engine that scripts/images/motor builds says who built it. */
const COMPILED = 'compilado-de-las-fuentes';

export type EngineFacts = Omit<Provenance, 'date' | 'images' | 'tools' | 'recording'>;

/** What a sandbox's engine says about itself. */
export async function readEngineFacts(sandbox: SessionHost): Promise<EngineFacts> {
  const { output } = await sandbox.run(FACTS, { terminal: 'procedencia' });
  const [engine = '', compose = '', buildx = '', cgroup, storage = '', kernel = '', platform = ''] = output
    .replace(/\n$/, '')
    .split('\n');
  // Debian adds its packaging revision after «+»; readers know the upstream version.
  const upstream = (version: string) => version.replace(/^v/, '').replace(/[+-].*$/, '');
  return {
    engine: upstream(engine),
    compose: upstream(compose),
    buildx: upstream(buildx),
    cgroup: cgroup === '2' ? '2' : '1',
    storage,
    kernel: kernel.replace(/-.*$/, ''),
    ...(platform === COMPILED ? { builder: platform } : {}),
  };
}

/**
 * What a recording must say about where it was made, read from the sandbox in which it was made.
 * @param shown commands of the session and what they answered: only the tools that it names are stated
 */
export async function readProvenance(
  sandbox: SessionHost,
  dir: string,
  shown: string,
): Promise<Omit<Provenance, 'recording'>> {
  const facts = await readEngineFacts(sandbox);
  const origins = await readImageOrigins(await listPulledImages(sandbox, dir));
  const versions = await readImageVersions(sandbox, Object.keys(origins));
  const tools = await readToolVersions(sandbox, shown);
  const images = Object.fromEntries(
    Object.entries(origins).map(([ref, { origin, digest }]) => {
      const version = versions[ref];
      return [ref, { origin, digest, ...(version ? { version } : {}) }];
    }),
  );
  return {
    ...facts,
    date: new Date().toISOString().slice(0, 10),
    ...(Object.keys(tools).length > 0 ? { tools } : {}),
    images,
  };
}
