/** The list of packages in the fingerprint of an equivalent is that of what it really has. */
import { expect, test } from 'vitest';
import { dockerCli } from '../../src/engine/cli.ts';
import { CATALOGUE, TOOLS } from '../../src/images/catalogue.ts';
import { hubAnswers } from '../../src/images/online.ts';
import { installsOf } from '../../src/images/packages.ts';
import { closureKey, queryVersions } from '../../src/images/versions.ts';

/** They are made in another stage, whose packages stay there. */
const FROM_SCRATCH = ['hello-world', 'busybox'];

const bases = (await hubAnswers()) ? [] : CATALOGUE;
const images = [...bases, ...TOOLS].filter(
  ({ folder }) => folder !== 'debian' && !FROM_SCRATCH.includes(folder),
);

test.each(images.map((entry) => [entry.ref, entry] as const))('%s', async (_, entry) => {
  const versions = await queryVersions([entry], 'any');
  const expected = String(versions[closureKey(installsOf(entry))]).split(/\s+/);
  const table = await dockerCli([
    ...['run', '--rm', '--network', 'none', '--entrypoint', 'dpkg-query', entry.localRef, '--show'],
  ]);
  const there = new Set(table.split('\n').map((row) => row.replace(/(?::\w+)?\t/, '=')));
  expect(expected.filter((name) => !there.has(name))).toEqual([]);
});
