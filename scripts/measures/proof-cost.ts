/** What a proof costs beside the same commands in one warm engine, typed by a plain script that compares nothing. */
import { join } from 'node:path';
import type { EnvironmentInfo } from '../../src/bench/environment.ts';
import { Prefetch } from '../../src/bench/prefetch.ts';
import { Sandbox } from '../../src/bench/sandbox.ts';
import { ROOT } from '../../src/config/paths.ts';
import { engineApi } from '../../src/engine/api.ts';
import { type Example, readExample } from '../../src/examples/catalog.ts';
import { runExample } from '../../src/run/run-example.ts';
import { runSession } from '../../src/run/run-session.ts';
import { inLanes } from './lanes.ts';

const EXAMPLES = join(ROOT, 'examples');

/** Takes away what an example left; the images stay, as in an engine that somebody uses. */
const CLEAN = [
  'docker ps -aq | xargs -r docker rm -f -v',
  'docker volume ls -q | xargs -r docker volume rm -f',
  'docker network ls -q --filter type=custom | xargs -r docker network rm -f',
  'true',
].join('; ');

export interface Cost {
  id: string;
  /** Seconds from opening its engine until that is gone. */
  seconds: number;
  /** Seconds of processor that its machine took. */
  cpu: number;
}

/** Proves examples as `npm test` does, some at a time. Answers what each took, in the order in which they ended. */
export async function proveAll(
  info: EnvironmentInfo,
  ids: readonly string[],
  lanes: number,
): Promise<Cost[]> {
  const costs: Cost[] = [];
  // As the tests do it: the next engine starts while the present ones work.
  const sandboxes = new Prefetch(() => Sandbox.open(info));
  let left = ids.length;
  await inLanes(ids, lanes, async (id) => {
    const start = performance.now();
    left -= 1;
    const cpu = await proveOne(await sandboxes.take(left > 0), readExample(EXAMPLES, id));
    costs.push({ id, seconds: (performance.now() - start) / 1000, cpu });
  });
  return costs;
}

async function proveOne(opened: Sandbox, example: Example): Promise<number> {
  await using sandbox = opened;
  await enter(sandbox, example);
  await runExample(sandbox, example);
  return processorSeconds(sandbox.id);
}

async function processorSeconds(id: string): Promise<number> {
  const stats = await (await engineApi()).getContainer(id).stats({ stream: false, 'one-shot': true });
  return stats.cpu_stats.cpu_usage.total_usage / 1e9;
}

/**
 * The same commands in one engine that stays, one example after another.
 * @returns seconds, without opening the engine and without cleaning between one and the next, and the examples that
 *   count: in an engine that is not theirs alone, a few do not get to their end
 */
export async function typeAll(
  info: EnvironmentInfo,
  ids: readonly string[],
): Promise<{ seconds: number; ids: string[] }> {
  await using sandbox = await Sandbox.open(info);
  const typed = { seconds: 0, ids: [] as string[] };
  for (const id of ids) {
    const example = readExample(EXAMPLES, id);
    const start = performance.now();
    await enter(sandbox, example);
    const run = await runSession(sandbox, example.session).catch(() => undefined);
    if (run && !run.stoppedAt) {
      typed.seconds += (performance.now() - start) / 1000;
      typed.ids.push(id);
    }
    await sandbox.run(CLEAN, { terminal: 'limpieza' });
  }
  return typed;
}

function enter(sandbox: Sandbox, { dir, id }: Example): Promise<void> {
  return sandbox.enterFolder(dir, id.split('/').at(-1) as string);
}
