/** What there is in the reader's engine, to tell afterwards what has come. */
import { dockerSync } from '../../src/engine/cli.ts';

/** What removes a thing, by the thing: `docker rm -f web`. */
export type Snapshot = ReadonlySet<string>;

const LISTS: [string[], string][] = [
  [['ps', '--all', '--format', '{{.Names}}'], 'docker rm -f'],
  [['network', 'ls', '--format', '{{.Name}}'], 'docker network rm'],
  [['volume', 'ls', '--format', '{{.Name}}'], 'docker volume rm'],
  [['image', 'ls', '--filter', 'dangling=false', '--format', '{{.Repository}}:{{.Tag}}'], 'docker image rm'],
  [['image', 'ls', '--filter', 'dangling=true', '--quiet'], 'docker image rm'],
];

/** Lists containers, networks, volumes and images, each as the command that would remove it. */
export function takeSnapshot(): Snapshot {
  const commands = LISTS.flatMap(([args, remove]) =>
    dockerSync(args)
      .split('\n')
      .filter(Boolean)
      .map((name) => `${remove} ${name}`),
  );
  return new Set(commands);
}

/** Commands that would remove what has come since, but for some images that are meant to stay. */
export function newSince(before: Snapshot, now: Snapshot, stay: readonly string[]): string[] {
  return [...now].filter(
    (command) => !before.has(command) && !stay.some((ref) => command.endsWith(` ${ref}`)),
  );
}
