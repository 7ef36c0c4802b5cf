/** Apt's lists of sources: those of this machine, and how they are read and written. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One stanza: where packages of some suites come from. */
export interface AptSource {
  uris: string[];
  suites: string[];
  components: string[];
  /** Signed-By, Architectures, Trusted…, with the names of the deb822 format. */
  options: Record<string, string>;
}

// Options of the one-line format whose name differs in deb822.
const ONE_LINE_OPTIONS: Record<string, string> = {
  arch: 'Architectures',
  'signed-by': 'Signed-By',
  trusted: 'Trusted',
  'check-valid-until': 'Check-Valid-Until',
};
const STRUCTURE = ['types', 'uris', 'suites', 'components', 'enabled'];

/** Parses a `.sources` file (deb822): binary sources that are not disabled. */
export function parseDeb822(text: string): AptSource[] {
  const sources: AptSource[] = [];
  for (const stanza of text.replaceAll(/^#.*\n?/gm, '').split(/\n\s*\n/)) {
    const fields = stanzaFields(stanza);
    const words = (name: string) => (fields.get(name) ?? '').split(/\s+/).filter(Boolean);
    if (!words('types').includes('deb') || /^(no|false|off|0)$/i.test(fields.get('enabled') ?? '')) continue;
    const options = Object.fromEntries([...fields].filter(([name]) => !STRUCTURE.includes(name)));
    sources.push({ uris: words('uris'), suites: words('suites'), components: words('components'), options });
  }
  return sources;
}

function stanzaFields(stanza: string): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of stanza.split('\n')) {
    const match = /^([\w-]+):\s*(.*)$/.exec(line);
    if (match?.[1]) {
      name = match[1].toLowerCase();
      fields.set(name, (match[2] ?? '').trim());
    } else if (name && line.trim()) fields.set(name, `${fields.get(name)}\n ${line.trim()}`);
  }
  return fields;
}

/** Parses a `.list` file: lines such as `deb [signed-by=…] http://… bookworm main`. */
export function parseOneLine(text: string): AptSource[] {
  const sources: AptSource[] = [];
  for (const line of text.split('\n')) {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)([^#]*)/.exec(line);
    if (!match?.[2] || !match[3]) continue;
    const options: Record<string, string> = {};
    for (const option of (match[1] ?? '').split(/\s+/).filter(Boolean)) {
      const [key = '', ...value] = option.split('=');
      options[ONE_LINE_OPTIONS[key] ?? key] = value.join('=').replaceAll(',', ' ');
    }
    const components = (match[4] ?? '').split(/\s+/).filter(Boolean);
    sources.push({ uris: [match[2]], suites: [match[3]], components, options });
  }
  return sources;
}

/** Only Debian's own suites for a codename: other vendors' sources may fail and have nothing for us. */
export function debianSources(sources: readonly AptSource[], codename: string): AptSource[] {
  const isOurs = (suite: string) => suite === codename || suite.startsWith(`${codename}-`);
  return sources
    .filter(({ components }) => components.includes('main'))
    .map((source) => ({
      ...source,
      uris: source.uris.filter((uri) => !uri.startsWith('cdrom:')),
      suites: source.suites.filter(isOurs),
    }))
    .filter(({ uris, suites }) => uris.length > 0 && suites.length > 0);
}

/** A source for testing on the machine's own mirror, or undefined when the main suite has no source. */
export function testingSource(sources: readonly AptSource[], codename: string): AptSource | undefined {
  const main = sources.find(({ suites }) => suites.includes(codename));
  if (!main) return undefined;
  // A mirror that is a snapshot keeps an expired Release file for testing, and only for testing we accept it.
  const options = { ...withoutKey(main.options, 'check-valid-until'), 'Check-Valid-Until': 'no' };
  return { uris: main.uris, suites: ['testing'], components: ['main'], options };
}

function withoutKey(record: Record<string, string>, unwanted: string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key.toLowerCase() !== unwanted));
}

/** Writes sources in the deb822 format. */
export function renderSources(sources: readonly AptSource[]): string {
  const stanza = ({ uris, suites, components, options }: AptSource) =>
    [
      'Types: deb',
      `URIs: ${uris.join(' ')}`,
      `Suites: ${suites.join(' ')}`,
      `Components: ${components.join(' ')}`,
      ...Object.entries(options).map(([name, value]) => `${name}: ${value}`),
    ].join('\n');
  return sources.map((source) => `${stanza(source)}\n`).join('\n');
}

/** Where a machine gets Debian from. */
export interface Mirror {
  archive: string;
  security: string;
}

/** The archive of Debian and that of its security updates among some sources; undefined when there is no archive. */
export function findMirror(sources: readonly AptSource[]): Mirror | undefined {
  const addresses = sources
    .flatMap(({ uris }) => uris)
    .filter((uri) => /^https?:/.test(uri))
    .map((uri) => uri.replace(/\/$/, ''));
  const archive = addresses.find((address) => address.endsWith('/debian'));
  if (!archive) return undefined;
  const security = addresses.find((address) => address.endsWith('/debian-security'));
  return { archive, security: security ?? `${archive}-security` };
}

/** The sources that a machine's apt uses, by the folder of its configuration. */
export function readSources(folder = '/etc/apt'): AptSource[] {
  const parts = join(folder, 'sources.list.d');
  const lists = existsSync(parts) ? readdirSync(parts).sort() : [];
  const files = [join(folder, 'sources.list'), ...lists.map((name) => join(parts, name))];
  return files.filter(existsSync).flatMap((file) => {
    if (file.endsWith('.sources')) return parseDeb822(readFileSync(file, 'utf8'));
    return file.endsWith('.list') ? parseOneLine(readFileSync(file, 'utf8')) : [];
  });
}
