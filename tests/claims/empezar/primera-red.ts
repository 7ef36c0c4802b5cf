/** Claims of the page empezar/primera-red. */
import { claim, expect } from '../../support/claim.ts';

claim('nombre-no-sale-de-la-red', {}, async ({ run }) => {
  await run.ok('docker network create mi_red && docker run -d --name web --network mi_red nginx:1.30');
  await run.until('docker run --rm --network mi_red busybox:1.37 wget -qO- http://web');
  expect((await run('curl -s http://web')).exitCode).toBe(6);
  await run.ok('docker network create otra_red');
  for (const network of ['bridge', 'otra_red']) {
    const visit = await run(`docker run --rm --network ${network} busybox:1.37 wget -qO- http://web`);
    expect(visit.output).toContain("bad address 'web'");
  }
  // Once in that other network too, its name is known there.
  await run.ok('docker network connect otra_red web');
  await run.ok('docker run --rm --network otra_red busybox:1.37 wget -qO- http://web');
});
