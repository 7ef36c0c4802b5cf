/** Whatever a proof depends on, a change of it asks for the proof again; and nothing else does. */
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Proof } from '../../../src/proof/affected.ts';
import { proofFingerprint, type Surroundings } from '../../../src/proof/fingerprint.ts';
import { HARNESS } from '../../../src/proof/harness.ts';

const made: string[] = [];
afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

const SESSION = 'examples/redes/dns/sesion.console';
const DOCKERFILE = 'examples/redes/dns/Dockerfile';
const inside = (entry: string) => (entry.endsWith('/') ? `${entry}algo.ts` : entry);

/** A project of which only what matters is there; another one each time, as another clone would be. */
function project(): string {
  const root = mkdtempSync(join(tmpdir(), 'dap-huella-'));
  made.push(root);
  for (const path of [...HARNESS.map(inside), SESSION, DOCKERFILE, 'src/content/docs/redes/dns.mdx'])
    write(root, path, path);
  return root;
}

function write(root: string, path: string, text: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const PROOF: Proof = {
  files: [SESSION, DOCKERFILE],
  images: ['nginx:1.30', 'busybox:1.37'],
  virtualMachine: true,
};
const AROUND: Surroundings = {
  engine: 'actual',
  sandboxImage: 'sha256:banco',
  machine: '28.2.2 overlay2 cgroup1 cgroupfs 6.18 x86_64 2 CPU 1 bytes',
  images: { 'nginx:1.30': 'sha256:n', 'busybox:1.37': 'sha256:b', 'redis:8': 'sha256:r' },
  virtualMachine: 'sha256:vm',
};
const before = () => proofFingerprint(project(), 'ejemplo redes/dns', PROOF, AROUND);

interface Change {
  files?: (root: string) => void;
  proof?: Partial<Proof>;
  around?: Partial<Surroundings>;
  what?: string;
}

function after({ files, proof, around, what = 'ejemplo redes/dns' }: Change): string | undefined {
  const root = project();
  files?.(root);
  return proofFingerprint(root, what, { ...PROOF, ...proof }, { ...AROUND, ...around });
}

test.for<[string, Change]>([
  ['what is proved', { what: 'ejemplo redes/otro' }],
  ['the session, or its recording', { files: (root) => write(root, SESSION, 'otra') }],
  ['a file of the example', { files: (root) => write(root, DOCKERFILE, 'FROM otra') }],
  ['whether a file may be run', { files: (root) => chmodSync(join(root, DOCKERFILE), 0o755) }],
  [
    'a new file of the example',
    {
      files: (root) => write(root, 'examples/redes/dns/nuevo', ''),
      proof: { files: [...PROOF.files, 'examples/redes/dns/nuevo'] },
    },
  ],
  ['the digest of an image', { around: { images: { ...AROUND.images, 'nginx:1.30': 'sha256:otra' } } }],
  ['one image more', { proof: { images: [...PROOF.images, 'redis:8'] } }],
  ['the engine', { around: { engine: '28' } }],
  ['the image of the sandbox', { around: { sandboxImage: 'sha256:otro' } }],
  ['the virtual machine', { around: { virtualMachine: 'sha256:otra' } }],
  ['the kernel, or anything of the machine', { around: { machine: AROUND.machine.replace('6.18', '6.19') } }],
  ...HARNESS.map((entry): [string, Change] => [
    `the harness: ${entry}`,
    { files: (root) => write(root, inside(entry), 'cambiado') },
  ]),
  ...HARNESS.filter((entry) => entry.endsWith('/')).map((entry): [string, Change] => [
    `a new name in the harness: ${entry}`,
    { files: (root) => renameSync(join(root, inside(entry)), join(root, entry, 'otro.ts')) },
  ]),
])('asked for again when it changes: %s', ([, change]) => {
  expect(after(change)).toBeDefined();
  expect(after(change)).not.toBe(before());
});

test.for<[string, Change]>([
  ['another clone', {}],
  ['a page', { files: (root) => write(root, 'src/content/docs/redes/dns.mdx', 'otra') }],
  ['another example', { files: (root) => write(root, 'examples/redes/otro/sesion.console', 'otra') }],
  ['an image that it does not use', { around: { images: { ...AROUND.images, 'redis:8': 'sha256:otra' } } }],
  [
    'the order in which things are named',
    { proof: { files: [DOCKERFILE, SESSION], images: [...PROOF.images].reverse() } },
  ],
])('stands for it all the same: %s', ([, change]) => {
  expect(after(change)).toBe(before());
});

test.for<[string, Change]>([
  ['an image that comes from elsewhere and may change', { around: { images: { 'nginx:1.30': 'sha256:n' } } }],
  ['what says that it depends on the network', { proof: { volatile: 'pregunta a Internet' } }],
  ['a virtual machine that is not built yet', { around: { virtualMachine: undefined as never } }],
])('never reused: %s', ([, change]) => {
  expect(after(change)).toBeUndefined();
});

test('what does not open the virtual machine does not depend on it', () => {
  const without = { proof: { virtualMachine: false } };
  expect(after({ ...without, around: { virtualMachine: 'sha256:otra' } })).toBe(after(without));
});
