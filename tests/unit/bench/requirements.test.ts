import { expect, test } from 'vitest';
import {
  chooseBench,
  needsKernel,
  needsNetwork,
  probeNetwork,
  UnmetError,
} from '../../../src/bench/requirements.ts';
import { withShell } from './local.ts';

test('a session without requirements runs in an ordinary sandbox', () => {
  expect(needsKernel([])).toBe(false);
  expect(chooseBench([], [])).toBe('sandbox');
});

test('what needs Internet runs where there is one, and elsewhere says why it does not', () => {
  expect(needsKernel(['online'])).toBe(false);
  expect([needsNetwork(['online']), needsNetwork(['cgroup2'])]).toEqual([true, false]);
  expect(chooseBench(['online'], ['online'])).toBe('sandbox');
  expect(() => chooseBench(['online'], [])).toThrow(UnmetError);
  expect(() => chooseBench(['online'], ['cgroup2'])).toThrow('necesita Internet');
  expect(chooseBench(['online', 'cgroup2'], ['online'])).toBe('vm');
});

/** Asks a shell of this machine whose `docker` answers so. */
const askedOf = (docker: string) =>
  withShell(async (shell) => {
    await shell.run(`docker() { ${docker}; }`);
    return probeNetwork({ run: (command) => shell.run(command), type: () => Promise.reject() });
  });

test('there is Internet when the three answer', async () => {
  expect(await askedOf('true')).toEqual(['online']);
  for (const missing of ['*apt-get*', '*npm*', '*pip*'])
    expect(await askedOf(`case "$*" in ${missing}) return 22;; esac`), missing).toEqual([]);
});

test('the virtual machine is used for what the kernel lacks, and for nothing else', () => {
  expect(needsKernel(['cgroup2'])).toBe(true);
  expect(chooseBench(['cgroup2'], [])).toBe('vm');
  expect(chooseBench(['cgroup2'], ['cgroup2'])).toBe('sandbox');
  expect(chooseBench(['cgroup2', 'ipvs'], ['cgroup2'])).toBe('vm');
  expect(chooseBench(['cgroup2', 'ipvs'], ['cgroup2', 'ipvs'])).toBe('sandbox');
});

test('what is about a virtual machine runs in one, whatever the kernel has', () => {
  expect(needsKernel(['vm'])).toBe(true);
  expect(chooseBench(['vm'], ['cgroup2', 'systemd', 'apparmor', 'ipvs'])).toBe('vm');
});

test('what was recorded on cgroup v1 runs only there', () => {
  expect(chooseBench(['cgroup1'], ['cgroup1'])).toBe('sandbox');
  expect(() => chooseBench(['cgroup1'], ['cgroup2'])).toThrow('necesita cgroup v1');
});
