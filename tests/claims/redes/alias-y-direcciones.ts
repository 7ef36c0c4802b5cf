/** Claims of the page redes/alias-y-direcciones. */

import { claim, expect, type Run } from '../../support/claim.ts';
import { addressOf, SLEEP, startWeb } from '../../support/networks.ts';

/** Starts several containers under one alias in a network of theirs. */
async function startAliased(run: Run, names: string[]): Promise<void> {
  await run.ok('docker network create mi_red');
  for (const name of names)
    await run.ok(`docker run -d --name ${name} --network mi_red --network-alias api ${SLEEP}`);
}

/** Addresses of the alias, in the order of one answer for each of some questions. */
async function answersOfAlias(run: Run, questions = 1): Promise<string[][]> {
  const text = await run.ok(
    `docker run --rm --network mi_red busybox:1.37 sh -c 'for n in $(seq ${questions}); do nslookup -type=a api; done'`,
  );
  return text
    .split(/^Server:/m)
    .slice(1)
    .map((answer) =>
      [...answer.matchAll(/^Address: (\d+(?:\.\d+){3})$/gm)].map(([, address]) => address as string),
    );
}

claim('alias-compartido-da-todas-las-ip', { proves: ['A-195'] }, async ({ run }) => {
  const names = ['api1', 'api2', 'api3'];
  await startAliased(run, names);
  const answers = await answersOfAlias(run, 60);
  expect(answers).toHaveLength(60);
  for (const name of names) {
    const address = await addressOf(run, name, 'mi_red');
    expect(answers.every((answer) => answer.length === 3 && answer.includes(address))).toBe(true);
    // Each of them is the first in a good part of the answers.
    expect(answers.filter(([first]) => first === address).length).toBeGreaterThan(4);
  }
});

claim('parado-sale-del-dns', { proves: ['A-195'] }, async ({ run }) => {
  await startAliased(run, ['api1', 'api2']);
  const stopped = await addressOf(run, 'api1', 'mi_red');
  const [before] = await answersOfAlias(run);
  expect(before).toContain(stopped);
  await run.ok('docker stop -t 0 api1');
  expect(await answersOfAlias(run)).toEqual([[await addressOf(run, 'api2', 'mi_red')]]);
});

claim('ip-no-es-estable', { proves: ['A-196'] }, async ({ run }) => {
  await run.ok('docker network create mi_red');
  await startWeb(run, '--network mi_red');
  const before = await addressOf(run, 'web', 'mi_red');
  await run.ok('docker stop web');
  await run.ok(`docker run -d --name otro --network mi_red ${SLEEP}`);
  expect(await addressOf(run, 'otro', 'mi_red')).toBe(before);
  await run.ok('docker start web');
  expect(await addressOf(run, 'web', 'mi_red')).not.toBe(before);
  await run.until('docker exec otro wget -qO- http://web');
});
