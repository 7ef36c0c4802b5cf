/** Claims of the page redes/red-host. */

import { claim, expect } from '../../support/claim.ts';
import { STATUS } from '../../support/networks.ts';

claim('host-descarta-los-puertos', { proves: ['A-123'] }, async ({ run }) => {
  const warning = 'Published ports are discarded when using host network mode';
  const start = await run.ok('docker run -d --name web --network host -p 8080:80 nginx:1.30');
  expect(start).toContain(warning);
  await run.until('curl -s http://localhost:80');
  expect((await run(`${STATUS} http://localhost:8080`)).exitCode).toBe(7);
  expect(await run.ok('docker port web')).toBe('');
  expect(await run.ok('docker run -d --name otra -p 8080:80 nginx:1.30')).not.toContain(warning);
  await run.until('curl -s http://localhost:8080');
});
