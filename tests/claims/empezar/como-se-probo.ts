/** Claims of the page empezar/como-se-probo. */

import { claim, expect } from '../../support/claim.ts';
import { SLEEP } from '../../support/networks.ts';

claim('ejemplo-en-motor-nuevo', {}, async ({ run }) => {
  const lists = ['docker ps -aq', 'docker images -aq', 'docker volume ls -q'];
  for (const list of lists) expect(await run.ok(list)).toBe('');
  await run.ok(`docker run -d -v notas:/notas ${SLEEP}`);
  for (const list of lists) expect(await run.ok(list)).not.toBe('');
});
