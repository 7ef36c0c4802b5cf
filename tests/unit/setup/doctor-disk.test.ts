import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isHere } from '../../../scripts/doctor/engine.ts';
import { examineDisk } from '../../../scripts/doctor/machine.ts';

const HERE = { name: 'portatil', kernel: '6.12.9-arm64' };

test.each([
  ['the one of this machine', { Name: 'portatil', KernelVersion: '6.12.9-arm64' }, true],
  ['Docker Desktop', { Name: 'docker-desktop', KernelVersion: '6.12.9-linuxkit' }, false],
  ['another machine with the same kernel', { Name: 'servidor', KernelVersion: '6.12.9-arm64' }, false],
])('%s', (_, engine, here) => {
  expect(isHere(engine, HERE)).toBe(here);
});

test('the disk is that of the folders of the engine, the fullest of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dap-disco-'));
  try {
    expect(examineDisk([folder])[0]?.detail).toMatch(/ libres$/);
    expect(examineDisk([folder, join(folder, 'no-hay')])).toEqual(examineDisk([folder]));
    // A file system without room: what it says is what counts.
    expect(examineDisk([folder, '/proc'])[0]).toMatchObject({ status: 'missing' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  ['an engine that does not answer', undefined],
  ['one whose folders are not seen', ['/no-hay']],
])('%s hinders nothing, and says where to look', (_, folders) => {
  expect(examineDisk(folders)).toEqual([
    expect.objectContaining({ status: 'absent', detail: expect.stringContaining('docker system df') }),
  ]);
});
