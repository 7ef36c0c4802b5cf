/** Other patch versions of the same length, written over those that a file carries. Pure. */

/** Which way the versions are moved. */
export type Direction = 'anterior' | 'posterior';

/** Where a program says its version. */
export interface Place {
  program: string;
  /** Its files, by path inside the image. */
  files: RegExp;
  /** Finds the version (or the id of the build) in them: the first group. */
  find: RegExp;
}

/** What was changed in a file. */
export interface Change {
  program: string;
  path: string;
  from: string;
  to: string;
  times: number;
}

export const PLACES: readonly Place[] = [
  { program: 'curl', files: /\/libcurl[^/]*\.so/, find: /libcurl\/(\d+\.\d+\.\d+)/ },
  { program: 'curl', files: /^usr\/bin\/curl$/, find: /\bcurl (\d+\.\d+\.\d+) \(/ },
  {
    program: 'openssl',
    files: /\/lib(?:crypto|ssl)\.so|^usr\/bin\/openssl$/,
    find: /OpenSSL (3\.\d+\.\d+)\b/,
  },
  { program: 'nginx', files: /^usr\/sbin\/nginx$/, find: /nginx\/(\d+\.\d+\.\d+)/ },
  { program: 'httpd', files: /^usr\/sbin\/apache2$/, find: /Apache\/(\d+\.\d+\.\d+)/ },
  { program: 'redis', files: /^usr\/bin\/redis-[a-z-]+$/, find: /\0(\d+\.\d+\.\d+?)1\d{9}0{9}/ },
  { program: 'busybox', files: /^bin\/[^/]+$/, find: /BusyBox v(\d+\.\d+\.\d+) \(/ },
  { program: 'busybox', files: /^bin\/[^/]+$/, find: /BusyBox v\d+\.\d+\.\d+ \(Debian ([^)]+)\)/ },
  {
    program: 'node',
    files: /^usr\/local\/bin\/node$/,
    find: /\bnode(?:\.js)?[ /]v?(2\d\.\d+\.\d+)|\0v(2\d\.\d+\.\d+)\0/,
  },
  { program: 'npm', files: /node_modules\/npm\/package\.json$/, find: /^ {2}"version": "(\d+\.\d+\.\d+)"/m },
  { program: 'python', files: /^usr\/bin\/python3\.\d+$/, find: /\0(3\.1\d\.\d+)\0/ },
  { program: 'golang', files: /^usr\/lib\/go-1\.\d+\//, find: /go(1\.\d\d\.\d+)\b/ },
  { program: 'postgres', files: /^usr\/lib\/postgresql\/\d+\/bin\//, find: /\b(1\d\.\d+) \(Debian / },
  { program: 'postgres', files: /^usr\/lib\/postgresql\/\d+\/bin\//, find: /\(Debian (1\d\.\d+-[^)]+)\)/ },
  { program: 'mariadb', files: /^usr\/s?bin\/mariadb/, find: /\b(1\d\.\d+\.\d+)-MariaDB/ },
  { program: 'registry', files: /^usr\/bin\/docker-registry$/, find: /\b(2\.\d\.\d+\+[\w.]+)/ },
  { program: 'engine', files: /^usr\/(?:local\/)?bin\/docker(?:d|-proxy)?$/, find: /(29\.\d+\.\d+)/ },
  {
    program: 'build',
    files: /^usr\/(?:local\/)?bin\/dockerd$/,
    find: /github\.com\/moby\/moby\/v2\t(v2\.\d+\.\d+-beta\.\d+)/,
  },
  {
    program: 'compose',
    files: /cli-plugins\/docker-compose$/,
    find: /github\.com\/docker\/compose\/v5\tv(5\.\d+\.\d+)/,
  },
  {
    program: 'buildx',
    files: /cli-plugins\/docker-buildx$/,
    find: /github\.com\/docker\/buildx\tv(0\.\d+\.\d+)/,
  },
  {
    program: 'containerd',
    files: /^usr\/(?:local\/)?bin\/(?:containerd(?:-shim-runc-v2)?|ctr)$/,
    find: /github\.com\/containerd\/containerd\/v2\tv(2\.\d+\.\d+)/,
  },
  {
    program: 'runc',
    files: /^usr\/(?:local\/)?bin\/runc$/,
    find: /github\.com\/opencontainers\/runc\tv(1\.\d+\.\d+)/,
  },
  { program: 'docker-init', files: /^usr\/bin\/tini-static$/, find: /(0\.\d+\.\d+)/ },
  { program: 'git', files: /^usr\/bin\/git$/, find: /\0(2\.\d+\.\d+)\0/ },
  { program: 'jq', files: /^usr\/bin\/jq$|\/libjq\.so/, find: /\0(1\.\d+(?:\.\d+)?)\0/ },
  { program: 'iptables', files: /^usr\/sbin\/xtables-/, find: /\0v?(1\.\d+\.\d+)\0/ },
  { program: 'glibc', files: /\/libc\.so\.6$/, find: /Debian GLIBC (\d+\.\d+-[\w+.~]+)\)/ },
  { program: 'debian', files: /^etc\/debian_version$/, find: /^(\d+\.\d+)$/m },
  { program: 'debian', files: /^usr\/lib\/os-release$/, find: /DEBIAN_VERSION_FULL=(\d+\.\d+)/ },
];

/**
 * Another version of the same length: the last digit of the upstream patch and, if there is one, that of the packager.
 * Where no older one has that length (1.37.0) a newer one serves: what matters is that it is another.
 */
export function otherVersion(version: string, direction: Direction): string {
  if (/^[0-9a-f]{40}$/.test(version)) {
    const shift = direction === 'anterior' ? 1 : 2;
    return [...version].map((digit) => ((Number.parseInt(digit, 16) + shift) % 16).toString(16)).join('');
  }
  const [, upstream = version, packager = ''] = /^((?:\d+:)?\d+(?:\.\d+)*)(.*)$/.exec(version) ?? [];
  return moveLastDigit(upstream, direction) + moveLastDigit(packager, direction);
}

function moveLastDigit(text: string, direction: Direction): string {
  return text.replace(/\d(?=\D*$)/, (digit) => {
    const older = direction === 'anterior' ? digit !== '0' : digit === '9';
    return String(older ? Number(digit) - 1 : direction === 'anterior' ? 1 : 9);
  });
}

/** Writes other versions over those that a file carries, in place; answers what was changed. */
export function substitute(path: string, content: Buffer, direction: Direction): Change[] {
  const places = PLACES.filter(({ files }) => files.test(path));
  if (places.length === 0) return [];
  const text = content.toString('latin1');
  const versions = new Map<string, string>();
  for (const { program, find } of places)
    for (const match of text.matchAll(new RegExp(find, `${find.flags}g`))) {
      const version = match.slice(1).find(Boolean);
      if (version) versions.set(version, program);
    }
  // The longest first: 17.6-0+deb13u1 before 17.6, of which it would be a part.
  return [...versions]
    .sort(([one], [other]) => other.length - one.length)
    .map(([from, program]) => {
      const to = otherVersion(from, direction);
      return { program, path, from, to, times: overwrite(content, from, to) };
    });
}

function overwrite(content: Buffer, from: string, to: string): number {
  const bytes = Buffer.from(to, 'latin1');
  let times = 0;
  for (let at = content.indexOf(from); at >= 0; at = content.indexOf(from, at + from.length)) {
    if (!isWhole(content, at, from.length)) continue;
    bytes.copy(content, at);
    times += 1;
  }
  return times;
}

/** Go keeps its texts one after the other, so only digits and dots can tell that a version is part of another. */
function isWhole(content: Buffer, at: number, length: number): boolean {
  const version = content.toString('latin1', at, at + length);
  // Long or with a mark of its own, it cannot be a part of anything else.
  if (/[+-]|[0-9a-f]{40}/.test(version)) return true;
  const around =
    content.toString('latin1', Math.max(0, at - 1), at) +
    content.toString('latin1', at + length, at + length + 1);
  return !/[\d.]/.test(around);
}
