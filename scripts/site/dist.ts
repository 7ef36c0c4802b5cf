/** Reads the built site: pages, what each one loads at first, and what it links to. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { BASE, withBase } from '../../src/config/project.ts';
import { resolvePath } from '../setup/static-files.ts';

/** A built page. */
export interface BuiltPage {
  /** Path below the base: `/redes/dns/`. */
  path: string;
  html: string;
}

/** All HTML pages of a built site, sorted. */
export function readBuiltPages(dist: string): BuiltPage[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html'))
    .sort()
    .map((path) => ({
      path: `/${path.replace(/(^|\/)index\.html$/, '$1')}`,
      html: readFileSync(join(dist, path), 'utf8'),
    }));
}

/** File of the built site that answers to a path of the server, as the one that readers start would, if any. */
function fileFor(dist: string, path: string, base: string = BASE): string | undefined {
  const answer = resolvePath(dist, base, path);
  if (answer.kind === 'redirect') return fileFor(dist, answer.to, base);
  return answer.kind === 'file' ? answer.path : undefined;
}

/** What a page makes the browser fetch before anybody touches it. */
export interface Weight {
  path: string;
  /** Bytes of HTML, CSS and JavaScript as a server sends them (Brotli, quality 11). */
  bytes: number;
  requests: number;
  files: { path: string; bytes: number }[];
}

/** Weighs a page: its HTML, its style sheets for screens, its scripts and what these import statically. */
export function weigh(dist: string, page: BuiltPage): Weight {
  const wanted = [
    ...[...page.html.matchAll(/<link(?=[^>]*rel="stylesheet")(?![^>]*media="print")[^>]*href="([^"]+)"/g)],
    ...[...page.html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)],
    ...[...page.html.matchAll(/<link(?=[^>]*rel="modulepreload")[^>]*href="([^"]+)"/g)],
  ].map((match) => match[1] as string);
  const assets = new Set<string>();
  for (const path of wanted) addWithImports(dist, path, assets);
  const files = [...assets].map((path) => ({
    path,
    bytes: compressedFile(fileFor(dist, path) as string),
  }));
  files.unshift({ path: page.path, bytes: compressed(Buffer.from(page.html)) });
  return {
    path: page.path,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    requests: files.length,
    files,
  };
}

function addWithImports(dist: string, path: string, assets: Set<string>): void {
  const file = fileFor(dist, path);
  if (assets.has(path) || !file) return;
  assets.add(path);
  if (!path.endsWith('.js')) return;
  const source = readFileSync(file, 'utf8');
  for (const [, imported] of source.matchAll(
    /(?:^|[;}\s])(?:import|export)(?:[\w*{}\s,$]+from)?\s*["'](\.[^"']+)["']/g,
  )) {
    addWithImports(dist, posix.join(posix.dirname(path), imported as string), assets);
  }
}

const known = new Map<string, number>();

/** The same few files are loaded by all pages, and the best compression is slow. */
function compressedFile(file: string): number {
  const bytes = known.get(file) ?? compressed(readFileSync(file));
  known.set(file, bytes);
  return bytes;
}

function compressed(data: Buffer): number {
  return brotliCompressSync(data).length;
}

/** A link or reference to something of the same site. */
export interface Link {
  from: string;
  /** Path without the fragment. */
  path: string;
  fragment: string;
}

/** Internal links and resources of a page, resolved. */
function internalLinks(page: BuiltPage, base: string): Link[] {
  const from = new URL(withBase(page.path, base), 'http://sitio');
  const links: Link[] = [];
  for (const value of attributeValues(page.html, 'href|src')) {
    const url = URL.parse(value.replace(/&amp;/g, '&'), from);
    if (url?.host !== 'sitio' || !url.protocol.startsWith('http')) continue;
    links.push({ from: page.path, path: url.pathname, fragment: decodeURIComponent(url.hash.slice(1)) });
  }
  return links;
}

const TAG = /<[a-z][^\s>]*((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi;

/** Values of an attribute in the tags of a page: HTML that the page shows, or that a button copies, is text. */
function attributeValues(html: string, name: string): string[] {
  const attribute = new RegExp(`\\s(?:${name})="([^"]*)"`, 'g');
  return [...html.matchAll(TAG)].flatMap(([, attributes = '']) =>
    [...attributes.replace(/='[^']*'/g, '').matchAll(attribute)].map((match) => match[1] as string),
  );
}

/** Ids of the elements of a page. */
export function idsOf(html: string): string[] {
  return attributeValues(html, 'id').filter(Boolean);
}

/**
 * Links to pages, files or anchors that do not exist, as `from → target`.
 * @param base path under which the site was built to hang
 */
export function brokenLinks(dist: string, pages: BuiltPage[], base: string = BASE): string[] {
  const ids = new Map(
    pages.map((page) => [fileFor(dist, withBase(page.path, base), base), new Set(idsOf(page.html))]),
  );
  const broken = new Set<string>();
  for (const { from, path, fragment } of pages.flatMap((page) => internalLinks(page, base))) {
    const file = fileFor(dist, path, base);
    const hasAnchor = !fragment || !ids.has(file) || ids.get(file)?.has(fragment);
    if (!file || !hasAnchor) broken.add(`${from} → ${path}${fragment ? `#${fragment}` : ''}`);
  }
  return [...broken].sort();
}
