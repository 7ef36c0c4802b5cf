/** How to ask the main program of each image, and the tools of the bench, what version they are. Pure. */

/** Shell command that prints the version of an image's main program, by name of the image. */
const IMAGE_PROGRAMS: Readonly<Record<string, string>> = {
  debian: 'cat /etc/debian_version',
  busybox: 'busybox | head -n 1',
  nginx: 'nginx -v',
  httpd: 'httpd -v',
  redis: 'redis-cli --version',
  node: 'node --version',
  python: 'python3 --version',
  golang: 'go version',
  postgres: 'postgres --version',
  mariadb: 'mariadbd --version',
  registry: 'registry --version',
  docker: 'docker --version',
};

/** Shell commands that print the versions of the bench's tools, by the name under which they are stated. */
export const BENCH_TOOLS: Readonly<Record<string, string>> = {
  curl: 'curl --version',
  openssl: "curl --version | grep -o 'OpenSSL/[0-9.]*'",
  containerd: 'containerd --version',
  runc: 'runc --version',
  'docker-init': 'docker-init --version',
  git: 'git --version',
  jq: 'jq --version',
  iptables: 'iptables --version',
};

/**
 * The command that asks an image for its program's version.
 * @param ref such as `nginx:1.30` or `docker-a-prueba/nginx:1.30`
 * @returns arguments of `docker`, or `undefined` for an image with nothing to ask (hello-world, somebody's own)
 */
export function versionQuestion(ref: string): string[] | undefined {
  const name = /([^/:@]+)(?:[:@][^/]*)?$/.exec(ref)?.[1] ?? '';
  const ask = IMAGE_PROGRAMS[name];
  if (!ask) return undefined;
  return ['run', '--rm', '--network', 'none', '--entrypoint', 'sh', ref, '-c', `(${ask}) 2>&1`];
}

/** The first version in what a program says of itself, without what packagers add: `2.4.66`, `17.6`, `13.8`. */
export function readVersion(text: string): string | undefined {
  return /\d+(?:\.\d+){1,2}/.exec(text)?.[0];
}
