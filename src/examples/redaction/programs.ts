/**
 * Programs of the bench and of the guide's images whose patch versions move with nobody touching the guide, and how
 * much of a version their tag promises. A closed list: the version of anything else is compared to the letter.
 */
export interface Program {
  /** What the program calls itself before its version: sources of a regular expression, case included. */
  names: readonly string[];
  /** Leading numbers that stay: 2 keeps `1.30` of `1.30.6`. */
  keep: 1 | 2;
  /** Its versions may have two numbers (PostgreSQL 17.6). */
  short?: true;
  /** The names are repositories too, so that «redis 8.0.2» may be a tag that somebody typed. */
  plain?: true;
  /** Variables of the environment in which official images state it. */
  variables?: readonly string[];
}

export const PROGRAMS: readonly Program[] = [
  { names: ['nginx'], keep: 2, plain: true, variables: ['NGINX_VERSION'] },
  { names: ['njs'], keep: 1, variables: ['NJS_VERSION', 'ACME_VERSION'] },
  { names: ['Apache'], keep: 2, variables: ['HTTPD_VERSION'] },
  { names: ['redis'], keep: 1, plain: true, variables: ['REDIS_VERSION'] },
  { names: ['redis-(?:cli|server|benchmark|sentinel)', 'Redis(?: server)?'], keep: 1 },
  { names: ['BusyBox'], keep: 2 },
  { names: ['MariaDB(?: Server)?', 'mariadb from', 'Distrib'], keep: 2, variables: ['MARIADB_VERSION'] },
  { names: ['\\(?PostgreSQL\\)?', 'psql'], keep: 1, short: true, variables: ['PG_VERSION'] },
  {
    names: ['node', 'npm', 'yarn', 'corepack'],
    keep: 1,
    plain: true,
    variables: ['NODE_VERSION', 'YARN_VERSION'],
  },
  { names: ['Node\\.js'], keep: 1 },
  { names: ['python', 'CPython'], keep: 2, plain: true, variables: ['PYTHON_VERSION'] },
  { names: ['Python'], keep: 2 },
  { names: ['pip', 'setuptools'], keep: 1, short: true, variables: ['PYTHON_PIP_VERSION'] },
  { names: ['go'], keep: 2, variables: ['GOLANG_VERSION'] },
  { names: ['registry', 'docker', 'containerd', 'buildkit'], keep: 1, plain: true },
  {
    names: ['Docker', 'Docker-Client', 'Engine', 'dockerd', 'docker-init'],
    keep: 1,
    variables: ['DOCKER_VERSION'],
  },
  { names: ['(?:Docker )?Compose', 'compose'], keep: 1, variables: ['DOCKER_COMPOSE_VERSION'] },
  { names: ['(?<=/|\\b)buildx'], keep: 1, variables: ['DOCKER_BUILDX_VERSION'] },
  { names: ['containerd(?:\\.io)?', 'runc', 'BuildKit', 'tini'], keep: 1 },
  { names: ['curl', 'libcurl', '(?:GNU )?Wget'], keep: 1 },
  { names: ['OpenSSL', 'GnuTLS', 'OpenSSH', 'zlib', 'nghttp2', 'brotli', 'zstd'], keep: 1 },
  { names: ['jq'], keep: 1, short: true },
  { names: ['git', 'iptables', 'GNU nano', 'util-linux'], keep: 1 },
  { names: ['gcc', 'GNU bash,', 'DiG', 'apt'], keep: 1, variables: ['GOSU_VERSION'] },
];
