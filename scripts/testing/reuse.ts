/**
 * The suites of the foundations (images, bench) are proofs too, one each: the same code, on the same images and
 * machine, needs no second one. Examples and claims are reused one by one (tests/support/decide.ts).
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PREFIX } from '../../src/config/paths.ts';
import { tryDockerSync } from '../../src/engine/cli.ts';
import { filesBelow } from '../../src/machine/files-below.ts';
import { HARNESS } from '../../src/proof/harness.ts';
import { machineStore } from '../../src/proof/store.ts';
import type { Suite } from './suites.ts';

const REUSABLE = ['imagenes', 'banco'];

/** What they run beside the harness: orders of the project, and the examples that these are tried with. */
const SOURCES = [
  ...['scripts/', 'src/classroom/', 'src/own-engine/', 'tests/fixtures/bench/', 'package.json'],
  ...['examples/redes/ip-que-cambia/', 'examples/redes/compose-dos-redes/', 'examples/empezar/instalar/'],
];

const MACHINE =
  '{{.ServerVersion}} {{.Driver}} {{.CgroupVersion}} {{.KernelVersion}} {{.Architecture}} {{.NCPU}} {{.MemTotal}}';

/** An earlier run of a whole suite, of exactly what there is now. */
export interface EarlierRun {
  passed: number;
  /** ISO date and time. */
  date: string;
}

/** What a suite proves: its sources are those of before it runs. */
export interface SuiteProof {
  /** The earlier run that stands for a new one. */
  earlier?: EarlierRun;
  /** Call when all of it passed, with how many tests that were. */
  proved(passed: number, ms: number): void;
}

/** Looks for an earlier run of a suite. Undefined for those that are not reused as a whole. */
export function proofOfSuite(suite: Suite, root: string): SuiteProof | undefined {
  if (!REUSABLE.includes(suite.name)) return undefined;
  const store = machineStore();
  const sources = hashSources(root, [...HARNESS, ...SOURCES, `${suite.files}/`]);
  const fingerprint = () => hash([suite.name, sources, machineAndImages()].join('\0'));
  const found = store.find(fingerprint());
  return {
    ...(found ? { earlier: { passed: Number(found.meta.passed), date: found.date } } : {}),
    proved(passed, ms) {
      // Its images may have been built for this very run; its sources must not have changed meanwhile.
      if (hashSources(root, [...HARNESS, ...SOURCES, `${suite.files}/`]) !== sources) return;
      const what = `suite ${suite.name}`;
      store.keep(fingerprint(), { what, date: new Date().toISOString(), ms, meta: { passed } });
    },
  };
}

function hashSources(root: string, entries: readonly string[]): string {
  const files = entries.flatMap((entry) => filesBelow(join(root, entry)));
  return hash([...new Set(files)].map((file) => hash(readFileSync(file))).join('\0'));
}

/** Ids of our images; those that were replaced and are only being removed do not count. */
function machineAndImages(): string {
  const images = tryDockerSync([
    ...['image', 'ls', '--no-trunc', '--filter', `reference=${PREFIX}/*`],
    ...['--format', '{{.Repository}}:{{.Tag}} {{.ID}}'],
  ]);
  const named = (images ?? '').split('\n').filter((line) => !line.includes('/anterior:'));
  return [tryDockerSync(['info', '--format', MACHINE]) ?? '', ...named.sort()].join('\n');
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
