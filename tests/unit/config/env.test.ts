/** One prefix and one table of environment variables, the same in the code and in docs/variables.md. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { VARIABLES } from '../../../src/config/env.ts';
import { ROOT } from '../../../src/config/paths.ts';

/** Other people's, that Node, npm, Docker or the system define. Those of our images are set by their recipes. */
const FOREIGN = [
  ...[
    'CI',
    'CHROME_PATH',
    'DOCKER_HOST',
    'GOPROXY',
    'HOME',
    'PATH',
    'PLAYWRIGHT_BROWSERS_PATH',
    'npm_execpath',
  ],
  ...['TESTCONTAINERS_HOST_OVERRIDE', 'TESTCONTAINERS_RYUK_DISABLED'],
];
const IN_IMAGES = ['HUELLA', 'FUENTE', 'HUB_NETWORK', 'HUB_UPSTREAM'];

const HERE = 'tests/unit/config/env.test.ts';
const PLACES = [
  'src',
  'scripts',
  'tests',
  '.github',
  '.ci',
  'astro.config.mjs',
  'ec.config.mjs',
  'package.json',
];

function textsBelow(path: string): [path: string, text: string][] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [[path, readFileSync(join(ROOT, path), 'utf8')]];
  return readdirSync(join(ROOT, path)).flatMap((name) => textsBelow(`${path}/${name}`));
}

const code = PLACES.flatMap(textsBelow).filter(
  ([path]) => path !== HERE && /(?:^|\/)run$|\.(?:ts|mjs|astro|ya?ml|json|sh)$/.test(path),
);

/** Names of our own variables in a text, and where the environment is read, of any. */
function namesIn(text: string): string[] {
  return [
    ...[...text.matchAll(/\bDAP_[A-Z_]+\b/g)].map(([name]) => name),
    ...[...text.matchAll(/\bprocess\.env(?:\.(\w+)|\[['"](\w+)['"]\])/g)].map(
      ([, dotted, quoted]) => (dotted ?? quoted) as string,
    ),
  ];
}

const strangers = (text: string) =>
  namesIn(text).filter((name) => !(name in VARIABLES) && ![...FOREIGN, ...IN_IMAGES].includes(name));

test('the code reads no variable of ours that is not in the table', () => {
  const found = code.flatMap(([path, text]) => strangers(text).map((name) => `${path}: ${name}`));
  expect(found, 'añádela a src/config/env.ts y a docs/variables.md, con el prefijo DAP_').toEqual([]);
});

test('one without the prefix, or not in the table, is found', () => {
  expect(strangers("process.env.SITIO_URL ?? process.env['RAMA']; process.env.PATH")).toEqual([
    'SITIO_URL',
    'RAMA',
  ]);
  expect(strangers('DAP_OTRA=1 npm test')).toEqual(['DAP_OTRA']);
});

test('each of the table is used', () => {
  const used = new Set(
    code.filter(([path]) => path !== 'src/config/env.ts').flatMap(([, text]) => namesIn(text)),
  );
  expect(Object.keys(VARIABLES).filter((name) => !used.has(name))).toEqual([]);
});

test('docs/variables.md has the same table', () => {
  const rows = readFileSync(join(ROOT, 'docs/variables.md'), 'utf8').matchAll(
    /^\| `(DAP_\w+)` \| (.+) \|$/gm,
  );
  expect(Object.fromEntries([...rows].map(([, name, about]) => [name, about]))).toEqual(VARIABLES);
});
