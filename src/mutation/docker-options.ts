/** What the options of the docker client take: its long ones a value unless they are here, its short ones by command. */
import type { Program } from './programs.ts';

const BOOLEAN = new Set(
  (
    'abort-on-container-exit all all-resources always-recreate-deps archive attachable build check compress config-only ' +
    'debug detach details disable-content-trust dry-run follow follow-link force force-recreate help ingress init ' +
    'insecure interactive internal ipv6 latest link live-restore load no-build no-cache no-color no-deps no-healthcheck ' +
    'no-log-prefix no-start no-stream no-trunc oom-kill-disable orphans prefix privileged prune publish-all push quiet quiet-pull ' +
    'raw read-only remove-orphans renew-anon-volumes resolve-image-names rm service-ports services sig-proxy size squash ' +
    'timestamps tls tlsverify tty use-aliases verbose version volumes wait with-registry-auth'
  )
    .split(' ')
    .map((name) => `--${name}`),
);

/** Options whose value is a template or a file name of what is shown, by command where it depends on it. */
const FORMATS = new Set(['--format']);

const RUN = 'acehlmpuvw';
const SHORT: Readonly<Record<string, string>> = {
  run: RUN,
  create: RUN,
  exec: 'euw',
  build: 'fot',
  stop: 'st',
  restart: 'st',
  kill: 's',
  ps: 'fn',
  images: 'f',
  ls: 'f',
  prune: '',
  inspect: 'f',
  info: 'f',
  version: 'f',
  events: 'f',
  logs: 'n',
  save: 'o',
  export: 'o',
  load: 'i',
  import: 'cm',
  commit: 'acm',
  update: 'cm',
  push: '',
  pull: '',
  search: 'f',
  init: '',
  deploy: 'c',
  'network create': 'do',
  'volume create': 'do',
  'secret create': 'dl',
  'config create': 'l',
  'service create': 'elpuwm',
  'service update': 'u',
  'compose exec': 'euw',
  'compose run': 'eluvpw',
  'compose up': 't',
  'compose down': 't',
  'compose config': 'o',
  'compose ps': '',
  'compose logs': 'n',
};

const GROUPS = new Set(
  'builder buildx compose config container context image manifest network node plugin secret service stack swarm system trust volume'.split(
    ' ',
  ),
);

const RUNS_A_COMMAND = new Set(['run', 'create', 'exec']);

/** Options before the subcommand. */
export const GLOBAL: Program = {
  short: 'cHl',
  long: ['--config', '--context', '--host', '--log-level'],
  runsAfter: 0,
};

/** Options between `compose` and its subcommand. */
export const COMPOSE_GLOBAL: Program = {
  short: 'fp',
  long: [
    '--ansi',
    '--env-file',
    '--file',
    '--parallel',
    '--profile',
    '--project-directory',
    '--project-name',
  ],
  runsAfter: 0,
};

/** Whether a word opens a group of subcommands (`network`, `compose`). */
export function isGroup(word: string): boolean {
  return GROUPS.has(word);
}

/** How the options of a subcommand read: `run`, `network create`, `compose exec`. */
export function dockerProgram(
  group: string | undefined,
  name: string,
): Program & { takesValue(long: string): boolean } {
  const key =
    group === undefined || group === 'container' || group === 'image' || group === 'buildx'
      ? name
      : `${group} ${name}`;
  const pullIsBoolean = name === 'build';
  const runs = RUNS_A_COMMAND.has(name) && (group === undefined || ['container', 'compose'].includes(group));
  return {
    short: SHORT[key] ?? SHORT[name] ?? '',
    ...(runs ? { runsAfter: 1 } : {}),
    takesValue: (long) => !BOOLEAN.has(long) && !(pullIsBoolean && long === '--pull'),
  };
}

/** Whether an option only gives form to what is shown. */
export function isFormat(name: string, value: string | undefined): boolean {
  return FORMATS.has(name) || (name === '-f' && value !== undefined && value.includes('{{'));
}
