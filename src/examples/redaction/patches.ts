import { PROGRAMS, type Program } from './programs.ts';
import type { Rule } from './rule.ts';

/** What stands for the rest of a version. */
const REST = '.<…>';
/** Not the tail of another word, of an address, nor of a tag that somebody typed (`nginx:1.30.6`). */
const START = '(?<![\\w.:=@-])';
/** Nor the beginning of an address: 10.0.5 is not the version in `nginx 10.0.5.7`. */
const END = '(?!\\.?\\d)';
/** `+dfsg4`, `-0+deb13u1`, `-MariaDB-ubu2404`: what packagers add. */
const PACKAGER = '(?:[-+~][\\w.+~:-]*\\w)?';
/** `, build 9cc6dea`, `(Debian 17.6-1)`, `(2025-10-11 …)`: what is said of the build. */
const BUILD = [
  ',? build (?:[0-9a-f]{7,40}\\b|v\\d+(?:\\.\\d+)+(?:-[\\w.]+)?)',
  ' \\((?:Debian|Ubuntu|Unix|Alpine)\\b[^()\\n]*\\)',
  ' \\(\\d{4}-\\d\\d-\\d\\d[^()\\n]*\\)',
  ' \\([0-9a-f]{8}/\\d\\)',
  ', bits=\\d+, commit=[0-9a-f]+, modified=\\d',
  ' sha=[0-9a-f]+:\\d',
  '(?: mariadb\\.org binary distribution| from Debian)(?: source revision [0-9a-f]*)?',
].join('|');

type Replacement = [pattern: RegExp, replacement: string];

const NAMED: readonly Replacement[] = PROGRAMS.map((program) => [
  new RegExp(`${START}(${leadOf(program)})${versionOf(program)}`, 'g'),
  `$1$2${REST}`,
]);

const IN_VARIABLES: readonly Replacement[] = PROGRAMS.filter(({ variables }) => variables).map((program) => [
  new RegExp(
    `\\b((?:${program.variables?.join('|')})(?:=|: ?| )['"]?)(?:\\d+:)?${versionOf({ ...program, short: true })}`,
    'g',
  ),
  `$1$2${REST}`,
]);

/** Shapes of one program each, or of nobody's version in particular. */
const OTHERS: readonly Replacement[] = [
  // Debian's own packages wherever they are named: 20.19.2+dfsg-1+deb13u3. After «=» somebody chose it.
  [/(?<![\w.:=+~@-])(?:\d+:)?(\d+)\.[\w.+~]*(?:[+~-](?:dfsg|ds\d)|deb\d+u\d)[\w.+~:-]*/g, `$1${REST}`],
  [/(?<![\w.-])(?:\d+:)?(\d+\.\d+)\.\d+(?:-MariaDB|\+maria~)[\w.+~:-]*/g, `$1${REST}`],
  [/(\.<…>)(?: mariadb\.org binary distribution| from Debian)?(?: source revision [0-9a-f]*)?/g, '$1'],
  [/\b(Debian GLIBC )(\d+)\.\d+\S*\) \d+\.\d+/g, `$1$2${REST})`],
  [/\b(gcc )\((?:Debian|Ubuntu|GCC)[^()\n]*\) (\d+)\.\d+\.\d+/g, `$1$2${REST}`],
  [/\b((?:redis|gcc)_version:\d+)\.\d+\.\d+/g, `$1${REST}`],
  [/\b(redis_(?:git_sha1|build_id):)[0-9a-f]+/g, '$1<…>'],
  [/(?<![\w.])(\d+)\.\d+\.\d+ \([0-9a-f]{8}\/\d\)/g, `$1${REST}`],
  // The plug-in adds the commit, or Debian's version.
  [/(\bbuildx \d+\.<…>) (?:[0-9a-f]{40}|\d+\.(?:\d\S*|<…>))/g, '$1'],
  [/(com\.docker\.compose\.version["']?[=:] ?["']?\d+)\.\d+\.\d+(?:[-+~][\w.+~-]*)?/g, `$1${REST}`],
  // What a client says of itself to a registry.
  [/\b(git-commit\/)[0-9a-f]+/g, '$1<…>'],
  [/\b(kernel\/)\d[\w.+-]*/g, '$1<…>'],
  [/\b(DEBIAN_VERSION_FULL=["']?\d+)\.\d+/g, `$1${REST}`],
];

/** Commands that answer with a version and nothing else, and how many of its numbers stay. */
const BARE: readonly (readonly [...Replacement, asks: RegExp])[] = [
  [
    /(?<![\w.:=@-])v?(\d+)\.\d+\.\d+(?:[-+~][\w.+~-]*)?(?:, build [0-9a-f]{7,40})?(?!\.?\d)/g,
    `$1${REST}`,
    /\bdocker (?:compose |buildx )?(?:version|info|system info)\b/,
  ],
  [/^v?(\d+)\.\d+\.\d+$/gm, `$1${REST}`, /\b(?:node|npm|npx|yarn|corepack|pnpm)\b[^|;&]* (?:-v|--version)\b/],
  [/^(\d+)\.\d+$/gm, `$1${REST}`, /\bdebian_version\b/],
];

/**
 * Patch versions and builds of the programs that Debian and official images renew by themselves. What the tag promises
 * stays: `redis-cli 8.0.2` is `redis-cli 8.<…>`, and another 9 would show.
 */
export const patches: Rule = {
  name: 'parches',
  apply(text, { command, typed }) {
    const bare = BARE.filter(([, , asks]) => asks.test(command));
    return [...IN_VARIABLES, ...NAMED, ...OTHERS, ...bare].reduce<string>(
      (result, [pattern, replacement]) =>
        result.replace(pattern, (match: string, ...groups: unknown[]) => {
          const version = VERSION.exec(match)?.[0];
          return version && typed(version) ? match : fill(replacement, groups);
        }),
      text,
    );
  },
};

/** The version in what a pattern found: what an author wrote in a command or a file is no news. */
const VERSION = /\d+(?:\.\d+)+(?:[+~-][\w.+~-]*\w)?/;

/** Puts the groups of a match in the place of `$1`, `$2`. */
function fill(replacement: string, groups: readonly unknown[]): string {
  return replacement.replace(/\$(\d)/g, (_, index) => String(groups[Number(index) - 1] ?? ''));
}

/** A name with what programs write between it and their version. */
function leadOf({ names, plain }: Program): string {
  const between = '(?:/| |-| version:? | version=| v=| \\()';
  const tagged = '(?:/| (?=v)| version:? )';
  return names.map((name) => name + (name.endsWith('go') ? '' : plain ? tagged : between)).join('|');
}

/** A version of which `keep` numbers are captured, with what packagers and builds add. */
function versionOf({ keep, short }: Pick<Program, 'keep' | 'short'>): string {
  const numbers =
    keep === 2 ? '(\\d+\\.\\d+)\\.\\d+' : short ? '(\\d+)\\.\\d+(?:\\.\\d+)?' : '(\\d+)\\.\\d+\\.\\d+';
  return `v?${numbers}${PACKAGER}${END}(?:${BUILD})?`;
}
