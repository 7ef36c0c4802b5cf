import { describe, expect, it } from 'vitest';
import { isSuitableNode, nodePackageFor } from '../../../scripts/setup/node-version.mjs';
import tools from '../../../tools/node/package.json' with { type: 'json' };

describe('isSuitableNode', () => {
  it.each(['22.22.0', 'v22.23.2', '24.0.0', 'v24.21.0', '26.0.0', '30.1.0'])('accepts %s', (version) => {
    expect(isSuitableNode(version)).toBe(true);
  });

  it.each(['18.19.1', 'v20.20.2', '22.3.0', '22.21.1', '23.11.0', '25.9.0'])('rejects %s', (version) => {
    expect(isSuitableNode(version)).toBe(false);
  });
});

describe('the Node of tools/node', () => {
  it('is suitable on every platform', () => {
    const versions = Object.values(tools.optionalDependencies);
    expect(versions.filter((version) => !isSuitableNode(version))).toEqual([]);
  });

  it('comes from packages that are pinned there', () => {
    const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
    const names = platforms.map((platform) => nodePackageFor(...(platform.split('-') as [string, string])));
    expect(names.sort()).toEqual(Object.keys(tools.optionalDependencies).sort());
  });

  it('does not exist where there is no package', () => {
    expect(nodePackageFor('win32', 'x64')).toBeUndefined();
    expect(nodePackageFor('linux', 'riscv64')).toBeUndefined();
  });
});
