/** Claims of the page redes/localhost-en-un-contenedor. */

import { claim, expect } from '../../support/claim.ts';
import { startHostService } from './_redes.ts';

claim('host-gateway-es-docker0', {}, async ({ run }) => {
  await run.ok('docker network create mi_red');
  const [bridge] = (await run.ok(`ip -4 -br addr show docker0 | awk '{print $3}'`)).split('/');
  const options = '--add-host anfitrion:host-gateway';
  for (const network of ['bridge', 'mi_red']) {
    const hosts = await run.ok(`docker run --rm --network ${network} ${options} busybox:1.37 cat /etc/hosts`);
    expect(hosts).toMatch(new RegExp(`^${bridge}\\s+anfitrion$`, 'm'));
  }
  // A service on every address answers there; one on the host's loop does not.
  await startHostService(run);
  await run.ok('docker run -d --network host busybox:1.37 httpd -f -p 127.0.0.1:8001 -h /etc');
  await run.until('curl -sf http://127.0.0.1:8001/hostname');
  const visit = (port: number) =>
    run(`docker run --rm ${options} busybox:1.37 wget -qO- http://anfitrion:${port}/hostname`);
  expect((await visit(8000)).output).toContain('docker');
  expect((await visit(8001)).output).toContain('Connection refused');
});
