import { expect, test } from 'vitest';
import { chooseBench, needsKernel } from '../../../src/bench/requirements.ts';

test('a session without requirements runs in an ordinary sandbox', () => {
  expect(needsKernel([])).toBe(false);
  expect(chooseBench([], [])).toBe('sandbox');
});

test('being online has nothing to do with the kernel', () => {
  expect(needsKernel(['online'])).toBe(false);
  expect(chooseBench(['online'], [])).toBe('sandbox');
});

test('the virtual machine is used for what the kernel lacks, and for nothing else', () => {
  expect(needsKernel(['cgroup2'])).toBe(true);
  expect(chooseBench(['cgroup2'], [])).toBe('vm');
  expect(chooseBench(['cgroup2'], ['cgroup2'])).toBe('sandbox');
  expect(chooseBench(['cgroup2', 'ipvs'], ['cgroup2'])).toBe('vm');
  expect(chooseBench(['cgroup2', 'ipvs'], ['cgroup2', 'ipvs'])).toBe('sandbox');
});

test('what was recorded on cgroup v1 runs only there', () => {
  expect(chooseBench(['cgroup1'], ['cgroup1'])).toBe('sandbox');
  expect(() => chooseBench(['cgroup1'], ['cgroup2'])).toThrow('necesita cgroup v1');
});
