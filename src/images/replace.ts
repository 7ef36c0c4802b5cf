import { PREFIX } from '../config/paths.ts';
import { tryDockerCli } from '../engine/cli.ts';

/**
 * Builds an image under a name that another may have, and removes that other one: an engine would keep it without a
 * name, where neither the contributor nor `npm run limpiar` would know whose it is.
 * @param localRef such as `docker-a-prueba/nginx:1.30`
 */
export async function replaceImage(localRef: string, build: () => Promise<unknown>): Promise<void> {
  const before = await tryDockerCli(['image', 'inspect', '--format', '{{.Id}}', localRef]);
  if (!before) {
    await build();
    return;
  }
  // By a name of ours and not by its id: what somebody else has tagged, or runs, stays.
  const former = `${PREFIX}/anterior:${before.replace('sha256:', '').slice(0, 12)}`;
  await tryDockerCli(['tag', before, former]);
  try {
    await build();
  } finally {
    await tryDockerCli(['image', 'rm', former]);
  }
}
