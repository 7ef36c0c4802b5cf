/** The docker client on the reader's own engine: a closed list of its commands. */
import { checkBuild } from './docker-build.ts';
import { checkCompose } from './docker-compose.ts';
import {
  type Checker,
  commit,
  copyName,
  createNetwork,
  createVolume,
  exec,
  FORMAT,
  inspect,
  listing,
  onOwn,
  plug,
  port,
  pull,
  reading,
  SECONDS,
  stats,
} from './docker-objects.ts';
import { checkRun, LIMITS } from './docker-run.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

const CONTAINER: Record<string, Checker> = {
  run: (args, state) => checkRun(args, false, state),
  create: (args, state) => checkRun(args, true, state),
  start: onOwn('containers', {}),
  stop: onOwn('containers', { '-t,--timeout,--time': SECONDS, '-s,--signal': /^\w+$/ }),
  restart: onOwn('containers', { '-t,--timeout,--time': SECONDS }),
  kill: onOwn('containers', { '-s,--signal': /^\w+$/ }),
  pause: onOwn('containers', {}),
  unpause: onOwn('containers', {}),
  wait: onOwn('containers', {}),
  rm: onOwn('containers', { '-f,--force': '', '-v,--volumes': '' }),
  logs: onOwn('containers', { '-t,--timestamps': '', '-n,--tail': /^(?:\d+|all)$/ }, 1),
  top: onOwn('containers', {}, 1),
  diff: onOwn('containers', {}, 1),
  update: onOwn('containers', LIMITS),
  exec,
  port,
  stats,
  commit,
};

const IMAGE: Record<string, Checker> = {
  build: checkBuild,
  pull,
  tag: copyName,
  history: onOwn('images', { '--format': FORMAT, '--no-trunc': '', '-q,--quiet': '' }, 1),
};

const COMMANDS: Record<string, Checker> = {
  compose: checkCompose,
  ...CONTAINER,
  ...IMAGE,
  inspect,
  ps: listing('containers'),
  images: listing('images'),
  rmi: onOwn('images', { '-f,--force': '' }),
  version: reading({ '--format,-f': FORMAT }),
  info: reading({ '--format,-f': FORMAT }),
};

const GROUPS: Record<string, Record<string, Checker>> = {
  container: { ...CONTAINER, ls: listing('containers'), ps: listing('containers'), inspect },
  image: {
    ...IMAGE,
    ls: listing('images'),
    rm: onOwn('images', { '-f,--force': '' }),
    inspect: onOwn('images', { '-f,--format': FORMAT }),
  },
  network: {
    create: createNetwork,
    rm: onOwn('networks', { '-f,--force': '' }),
    inspect: onOwn('networks', { '-f,--format': FORMAT }),
    ls: listing('networks'),
    connect: plug,
    disconnect: plug,
  },
  volume: {
    create: createVolume,
    rm: onOwn('volumes', { '-f,--force': '' }),
    inspect: onOwn('volumes', { '-f,--format': FORMAT }),
    ls: listing('volumes'),
  },
};

/** @throws Refusal when the command is not in the list, or acts on what the session did not make */
export function checkDocker([command = '', ...args]: string[], state: State): void {
  const group = Object.hasOwn(GROUPS, command) ? GROUPS[command] : undefined;
  const [table, name, rest] = group ? [group, args[0] ?? '', args.slice(1)] : [COMMANDS, command, args];
  const check = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!check)
    throw new Refusal(
      `usa «docker ${[...(group ? [command] : []), name].join(' ')}», que no está entre las órdenes admitidas`,
    );
  check(rest, state);
}
