/** In CI, things of a make-believe contributor that must be there, untouched, after all that the suites do. */
import { PREFIX } from '../../src/config/paths.ts';
import { dockerSync, tryDockerSync } from '../../src/engine/cli.ts';
import { newSince, type Snapshot, takeSnapshot } from '../examples/engine-snapshot.ts';
import type { Progress } from '../setup/progress.ts';
import { add, failure, PASSED, type Tally } from './tally.ts';

const PATIENCE_MS = 15_000;

type Thing = 'imagen' | 'volumen' | 'red' | 'contenedor';

/** How to make a thing, what tells that it is still the same, and how to remove it. */
interface Recipe {
  make: string[];
  ask: string[];
  remove: string[];
}

export class Canary {
  readonly #name: string;
  readonly #before = new Map<Thing, string>();
  readonly #others: Snapshot;

  private constructor(name: string) {
    this.#name = name;
    removeAll(name);
    this.#others = takeSnapshot();
    for (const [thing, { make, ask }] of recipes(name)) {
      run(make);
      this.#before.set(thing, run(ask));
    }
  }

  /** Puts the things in the engine that `docker` speaks with, all under one name. */
  static release(name = 'dap-canario'): Canary {
    return new Canary(name);
  }

  /** Counts, as two tests, whether all is as it was and nothing came that is no declared cache; removes the things. */
  async check(progress: Progress, patienceMs = PATIENCE_MS): Promise<Tally> {
    return add(this.#checkHarm(progress), await this.#checkLeftovers(progress, patienceMs));
  }

  async #checkLeftovers(progress: Progress, patienceMs: number): Promise<Tally> {
    const left = await this.#whatIsLeft(patienceMs);
    if (left.length === 0) {
      progress('✔ Las pruebas no dejaron en el motor más que sus cachés');
      return PASSED;
    }
    progress(
      `✘ Las pruebas dejaron en el motor cosas que no son cachés; se quitan así:\n  ${left.join('\n  ')}\n` +
        '  Cómo arreglarlo: busca qué prueba las crea y no las borra.',
    );
    return failure(`las pruebas dejaron cosas en el motor: ${left.join('; ')}`);
  }

  /** What vanishes by itself is given the time that the tests of cleaning give it. */
  async #whatIsLeft(patienceMs: number): Promise<string[]> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const left = newSince(this.#others, takeSnapshot(), []).filter((command) => !isCache(command));
      if (left.length === 0 || Date.now() > until) return left;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  #checkHarm(progress: Progress): Tally {
    const harmed = recipes(this.#name)
      .filter(([thing, { ask }]) => tryRun(ask) !== this.#before.get(thing))
      .map(([thing]) => thing);
    removeAll(this.#name);
    if (harmed.length === 0) {
      progress('✔ Lo que había en el motor y no es nuestro sigue igual: contenedor, volumen, red e imagen');
      return PASSED;
    }
    progress(
      `✘ Las pruebas tocaron cosas del motor que no son suyas: ${harmed.join(', ')} («${this.#name}»).\n` +
        '  Cómo arreglarlo: busca qué prueba actúa sobre el motor del equipo y no sobre el de su banco.',
    );
    return failure('las pruebas tocaron cosas del motor que no son suyas');
  }
}

/** In the order in which they can be made; removed the other way round. */
function recipes(name: string): [Thing, Recipe][] {
  const image = `${name}:1`;
  const inspect = (kind: string, format: string, what = name) => [kind, 'inspect', '--format', format, what];
  const use = ['--network', name, '--volume', `${name}:/datos`];
  return [
    [
      'imagen',
      {
        make: ['import', '-', image],
        ask: inspect('image', '{{.Id}}', image),
        remove: ['image', 'rm', '--force', image],
      },
    ],
    [
      'volumen',
      {
        make: ['volume', 'create', name],
        ask: inspect('volume', '{{.Name}} {{.CreatedAt}}'),
        remove: ['volume', 'rm', '--force', name],
      },
    ],
    [
      'red',
      {
        make: ['network', 'create', name],
        ask: inspect('network', '{{.Id}}'),
        remove: ['network', 'rm', name],
      },
    ],
    [
      'contenedor',
      {
        make: ['create', '--name', name, ...use, image, 'x'],
        ask: inspect('container', '{{.Id}} {{.State.Status}} {{.State.StartedAt}} {{.State.ExitCode}}'),
        remove: ['rm', '--force', name],
      },
    ],
  ];
}

/** Of what may stay, only images and volumes: a container or a network of ours is a leftover like any other. */
function isCache(command: string): boolean {
  const isImage = command.startsWith(`docker image rm ${PREFIX}/`) && !command.includes('/anterior:');
  return isImage || command.startsWith(`docker volume rm ${PREFIX}-`);
}

function removeAll(name: string): void {
  for (const [, { remove }] of recipes(name).reverse()) tryRun(remove);
}

// An image is imported from an archive with nothing in it: two empty blocks.
const input = Buffer.alloc(1024);
const run = (args: readonly string[]) => dockerSync(args, { input });
const tryRun = (args: readonly string[]) => tryDockerSync(args, { input });
