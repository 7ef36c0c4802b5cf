/** Claims of the page redes/red-none. */

import { claim, expect } from '../../support/claim.ts';

claim('none-solo-bucle', { proves: ['A-124'] }, async ({ run }) => {
  // Interfaces that are up: a kernel with modules of tunnels gives every network namespace one of each, switched off.
  const up = async (network: string) => {
    const list = await run.ok(`docker run --rm --network ${network} busybox:1.37 ip -o link`);
    return [...list.matchAll(/^\d+: ([^:@]+)[^<]*<([^>]*)>/gm)]
      .filter(([, , flags]) => flags?.split(',').includes('UP'))
      .map(([, name]) => name);
  };
  const routes = (network: string) =>
    run.ok(`docker run --rm --network ${network} busybox:1.37 sh -c 'ip route; ip -6 route'`);
  expect(await up('none')).toEqual(['lo']);
  expect(await routes('none')).toBe('');
  expect(await up('bridge')).toEqual(['lo', 'eth0']);
  expect(await routes('bridge')).toContain('default');
});
