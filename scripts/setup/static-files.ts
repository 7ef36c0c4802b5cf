/** Which file of dist/ answers a request: no network here. */
import { existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.zip': 'application/zip',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

export type Answer =
  | { kind: 'file'; path: string; type: string }
  | { kind: 'redirect'; to: string }
  | { kind: 'missing' };

/** Media type of a file by its extension; Pagefind's own extensions are plain bytes. */
export function mediaType(path: string): string {
  return TYPES[extname(path)] ?? 'application/octet-stream';
}

/**
 * Finds what a path means, as a static host does: folders answer with their index and end in a slash.
 * @param root folder that is served
 * @param base path under which it hangs, with a slash at both ends
 */
export function resolvePath(root: string, base: string, pathname: string): Answer {
  const path = decode(pathname);
  if (path === base.slice(0, -1)) return { kind: 'redirect', to: base };
  if (path === undefined || !path.startsWith(base)) return { kind: 'missing' };
  // Normalising an absolute path cannot climb above its root; names with a leading dot are never published.
  const inside = normalize(`/${path.slice(base.length)}`);
  if (inside.includes('\0') || /\/\.(?!well-known)/.test(inside)) return { kind: 'missing' };
  const file = join(root, inside);
  if (!existsSync(file)) return { kind: 'missing' };
  if (!statSync(file).isDirectory()) return { kind: 'file', path: file, type: mediaType(file) };
  const index = join(file, 'index.html');
  if (!existsSync(index)) return { kind: 'missing' };
  if (!pathname.endsWith('/')) return { kind: 'redirect', to: `${pathname}/` };
  return { kind: 'file', path: index, type: mediaType(index) };
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}
