/** The headers that the site is published with, read from public/_headers: pure. */

/** Headers for the paths that a pattern matches. */
export interface HeaderRule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

/** Parses the format of Netlify and Cloudflare Pages: a path per block and indented `Name: value` lines. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    const header = /^\s+([\w-]+):\s*(.*)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? '', (header[2] ?? '').trim()]);
    else rules.push({ pattern: pathPattern(line.trim()), headers: [] });
  }
  return rules;
}

function pathPattern(path: string): RegExp {
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replace(/:\w+/g, '[^/]+')}$`);
}

/** Headers for a path: all the rules that match, the later ones over the earlier. */
export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  return Object.fromEntries(
    rules.filter(({ pattern }) => pattern.test(path)).flatMap(({ headers }) => headers),
  );
}
