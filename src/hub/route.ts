/** What a path of the registry protocol asks for. */
export type Route =
  | { kind: 'ping' }
  | { kind: 'tags'; repository: string }
  | { kind: 'manifest'; repository: string; reference: string }
  | { kind: 'blob'; repository: string; digest: string }
  | { kind: 'start-upload'; repository: string }
  | { kind: 'upload'; repository: string; id: string };

const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const NAME = `(${COMPONENT}(?:/${COMPONENT})*)`;
const PATTERNS: readonly [RegExp, (name: string, last: string) => Route][] = [
  [new RegExp(`^/v2/${NAME}/tags/list$`), (repository) => ({ kind: 'tags', repository })],
  [
    new RegExp(`^/v2/${NAME}/manifests/(\\w[\\w.-]{0,127}|sha256:[0-9a-f]{64})$`),
    (repository, reference) => ({ kind: 'manifest', repository, reference }),
  ],
  [
    new RegExp(`^/v2/${NAME}/blobs/(sha256:[0-9a-f]{64})$`),
    (repository, digest) => ({ kind: 'blob', repository, digest }),
  ],
  [new RegExp(`^/v2/${NAME}/blobs/uploads/?$`), (repository) => ({ kind: 'start-upload', repository })],
  [
    new RegExp(`^/v2/${NAME}/blobs/uploads/([\\w-]+)$`),
    (repository, id) => ({ kind: 'upload', repository, id }),
  ],
];

/** Reads a path. Only names that the protocol allows get through, so none can leave the store's folder. */
export function readRoute(path: string): Route | undefined {
  if (path === '/v2' || path === '/v2/') return { kind: 'ping' };
  for (const [pattern, make] of PATTERNS) {
    const match = pattern.exec(path);
    if (match) return make(String(match[1]), String(match[2]));
  }
  return undefined;
}

/** A part of a blob asked for with a `Range` header: `undefined` if the whole, `'invalid'` if there is no such part. */
export function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'invalid' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (!match[1] && !match[2])) return undefined;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start > end || start >= size ? 'invalid' : { start, end };
}

/** What a request asks for; `undefined` for what is no path, such as `//` or `//v2`, which would be another host's. */
export function addressOf(target = '/'): URL | undefined {
  const base = 'https://registry-1.docker.io';
  return !target.startsWith('//') && URL.canParse(target, base) ? new URL(target, base) : undefined;
}
