/** Leaves the reader's engine as it was. */
import type { OwnEnginePlan } from '../../../src/own-engine/plan.ts';
import { ask, list } from './engine.ts';

/** The reader's images with the names that the example downloads, before it starts. */
export type Pinned = ReadonlyMap<string, string>;

/** Notes which image each name stands for: a download may move it to another. */
export function pinImages(plan: OwnEnginePlan): Pinned {
  const ids = plan.downloads.map((ref) => [ref, imageId(ref)] as const);
  return new Map(ids.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** Removes all that was created by name, and the unnamed volumes of those containers. */
export function removeCreated(plan: OwnEnginePlan, volumes: ReadonlySet<string>): void {
  const label = (project: string) => ['--quiet', '--filter', `label=com.docker.compose.project=${project}`];
  remove(['rm', '-f', '-v'], plan.containers);
  for (const project of plan.projects) {
    remove(['rm', '-f', '-v'], list('ps', '--all', ...label(project)));
    remove(['network', 'rm'], list('network', 'ls', ...label(project)));
    remove(['volume', 'rm'], list('volume', 'ls', ...label(project)));
  }
  remove(['network', 'rm'], plan.networks);
  remove(['volume', 'rm'], [...plan.volumes, ...volumes]);
  remove(['image', 'rm'], plan.images);
}

/** Puts back the names that a download moved; returns those that it could not. */
export function restoreImages(pinned: Pinned): string[] {
  const moved = [...pinned].filter(([ref, id]) => imageId(ref) !== id);
  return moved
    .filter(([ref, id]) => ask('tag', id, ref) === undefined)
    .map(([ref, id]) => `docker tag ${id} ${ref}`);
}

function imageId(ref: string): string | undefined {
  return ask('image', 'inspect', '--format', '{{.Id}}', ref);
}

/** One by one: what is not there any more was removed by the session itself. */
function remove(command: string[], names: Iterable<string>): void {
  for (const name of names) ask(...command, name);
}
