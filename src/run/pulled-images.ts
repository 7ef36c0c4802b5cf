import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionHost } from '../bench/bench.ts';
import { withTag } from '../examples/image-ref.ts';

const PULLS = `docker events --since 2h --until 0s --filter type=image --filter event=pull --format '{{.Actor.ID}}'`;

/**
 * Images that came from outside during a session: those the engine pulled (it remembers even what a prune deleted)
 * and the bases of the example's Dockerfiles, which BuildKit fetches without an event.
 * @returns references with tag, sorted
 */
export async function listPulledImages(sandbox: SessionHost, dir: string): Promise<string[]> {
  const { output } = await sandbox.run(PULLS, { terminal: 'procedencia' });
  const pulled = output.split('\n').filter(Boolean);
  const bases = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)Dockerfile[^/]*$/.test(path))
    .flatMap((path) => baseImages(readFileSync(join(dir, path), 'utf8')));
  return [...new Set([...pulled, ...bases].map(withTag))].sort();
}

/** Images named by FROM, without stages of the same file and `scratch`. */
export function baseImages(dockerfile: string): string[] {
  const stages = new Set<string>(['scratch']);
  const bases: string[] = [];
  for (const [, image, stage] of dockerfile.matchAll(
    /^FROM\s+(?:--platform=\S+\s+)?(\S+)(?:\s+AS\s+(\S+))?/gim,
  )) {
    if (image && !stages.has(image) && !image.includes('$')) bases.push(image);
    if (stage) stages.add(stage);
  }
  return bases;
}
