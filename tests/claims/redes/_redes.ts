/** What claims of several pages share. */
import type { Run } from '../../support/claim.ts';

/** A public name that every machine with an engine resolves; in the bench, it is the hub. */
export const OUTSIDE = 'docker.io';

export const asks = (url: string) => `docker exec cliente wget -T 2 -qO- ${url}`;

/** A server of the host on every address of its own. */
export async function startHostService(run: Run): Promise<void> {
  await run.ok('docker run -d --name anfitrion --network host busybox:1.37 httpd -f -p 8000 -h /etc');
  await run.until('curl -sf http://localhost:8000/hostname');
}
