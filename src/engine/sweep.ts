/** What runs left that ended between creating something and starting it: nothing inside it could clean up. */

import { PREFIX } from '../config/paths.ts';
import { dockerCli, tryDockerCli } from './cli.ts';

// Younger ones may be those of a run that is just starting.
const AGE_SECONDS = 60;
const OURS = ['--filter', `label=${PREFIX}`, '--format'];

/**
 * Removes our containers that never ran or no longer do, hubs that start again and again because they cannot reach their
 * engine, and our networks in which nobody is.
 */
export async function sweep(): Promise<void> {
  for (const id of await list(['ps', '--all', ...notRunning(), ...OURS, '{{.ID}}'])) {
    const created = await tryDockerCli(['container', 'inspect', '--format', '{{.Created}}', id]);
    if (created && isOld(Date.parse(created) / 1000)) await tryDockerCli(['rm', '--force', '--volumes', id]);
  }
  for (const name of await list(['network', 'ls', ...OURS, '{{.Name}}'])) {
    const format = '{{len .Containers}} {{.Created.Unix}}';
    const facts = await tryDockerCli(['network', 'inspect', '--format', format, name]);
    const [containers, created] = (facts ?? '1 0').split(' ').map(Number) as [number, number];
    if (containers === 0 && isOld(created)) await tryDockerCli(['network', 'rm', name]);
  }
}

function notRunning(): string[] {
  return ['created', 'restarting', 'exited', 'dead'].flatMap((status) => ['--filter', `status=${status}`]);
}

function isOld(seconds: number): boolean {
  return Date.now() / 1000 - seconds > AGE_SECONDS;
}

async function list(args: readonly string[]): Promise<string[]> {
  return (await dockerCli(args)).split('\n').filter(Boolean);
}
