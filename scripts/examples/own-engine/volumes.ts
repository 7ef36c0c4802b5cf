/** The volumes without a name that an image asks for: only the engine says whose they are. */
import { createInterface } from 'node:readline';
import { spawnDocker } from '../../../src/engine/cli.ts';
import type { OwnEnginePlan } from '../../../src/own-engine/plan.ts';

interface EngineEvent {
  Type: string;
  Action: string;
  Actor: { ID: string; Attributes: Record<string, string> };
}

const ANONYMOUS = /^[0-9a-f]{64}$/;

/** Gathers from the engine's events the unnamed volumes of the containers of a plan. Pure. */
export class VolumeOwners {
  readonly #plan: OwnEnginePlan;
  readonly #containers = new Set<string>();
  readonly volumes = new Set<string>();

  constructor(plan: OwnEnginePlan) {
    this.#plan = plan;
  }

  note({ Type, Action, Actor }: EngineEvent): void {
    const { name = '', container = '', 'com.docker.compose.project': project = '' } = Actor.Attributes;
    if (Type === 'container' && Action === 'create') {
      if (this.#plan.containers.includes(name) || this.#plan.projects.includes(project))
        this.#containers.add(Actor.ID);
    } else if (Type === 'volume' && Action === 'mount' && ANONYMOUS.test(Actor.ID)) {
      if (this.#containers.has(container)) this.volumes.add(Actor.ID);
    }
  }
}

/** Listens to the engine until told to stop. */
export function watchVolumes(plan: OwnEnginePlan): { volumes: ReadonlySet<string>; stop(): void } {
  const owners = new VolumeOwners(plan);
  const child = spawnDocker(['events', '--format', '{{json .}}']);
  child.stderr.resume();
  createInterface({ input: child.stdout }).on('line', (line) => owners.note(JSON.parse(line) as EngineEvent));
  // Without it those volumes are shown and not removed.
  child.on('error', () => {});
  return { volumes: owners.volumes, stop: () => void child.kill() };
}
