/** The docker client on the reader's own engine: a closed list of its commands. */
import { checkBuild } from './docker-build.ts';
import { checkCompose } from './docker-compose.ts';
import { checkInside, checkRun, LIMITS } from './docker-run.ts';
import { type OptionList, readOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import type { ObjectKind, State } from './state.ts';

const FORMAT = /^/;
const SECONDS = /^\d+$/;
const LIST: OptionList = {
  '-a,--all': '',
  '-q,--quiet': '',
  '--no-trunc': '',
  '--format': FORMAT,
  '*-f,--filter': FORMAT,
};

type Checker = (args: string[], state: State) => void;

/** A command whose arguments are all objects of the session. */
function onOwn(kind: ObjectKind, list: OptionList, most = Number.POSITIVE_INFINITY): Checker {
  return (args, state) => {
    const { rest } = readOptions(args, list);
    if (rest.length === 0 || rest.length > most) throw new Refusal('no dice sobre qué actúa');
    for (const name of rest) state.own(kind, name);
  };
}

/** A list, of the session's objects only: of all, it would show the reader's, and not answer as on the page. */
function listing(kind: ObjectKind): Checker {
  return (args, state) => {
    const { values, rest } = readOptions(args, LIST);
    const named = (values.get('-f') ?? []).flatMap(
      (filter) => /^(?:name|reference)=\^?\/?(.+?)\$?$/.exec(filter)?.[1] ?? [],
    );
    const names = [...named, ...(kind === 'images' ? rest : [])];
    if (rest.length > 0 && kind !== 'images') throw new Refusal(`usa «${rest[0]}»`);
    const isOwn = (name: string) =>
      [...state.projects].some((project) => kind !== 'images' && name.startsWith(project)) ||
      [...state.made[kind]].some((own) => own === name || own.split(':')[0] === name);
    if (names.length === 0 || !names.every(isOwn))
      throw new Refusal('lista todo lo que tienes, también lo que no es de la sesión: filtra por nombre');
  };
}

const reading =
  (list: OptionList): Checker =>
  (args) => {
    const { rest } = readOptions(args, list);
    if (rest.length > 0) throw new Refusal(`usa «${rest[0]}»`);
  };

const exec: Checker = (args, state) => {
  const list: OptionList = {
    '-d,--detach': '',
    '*-e,--env': /^[A-Za-z_]\w*=/,
    '-u,--user': /^[\w.:-]+$/,
    '-w,--workdir': /^\//,
  };
  const [name, ...command] = readOptions(args, list, true).rest;
  state.own('containers', name ?? '');
  if (command.length === 0) throw new Refusal('no dice qué ejecuta');
  checkInside(command);
};

const port: Checker = (args, state) => {
  const [name, inner, ...more] = readOptions(args, {}).rest;
  state.own('containers', name ?? '');
  if (more.length > 0 || (inner && !/^\d+(?:\/(?:tcp|udp))?$/.test(inner)))
    throw new Refusal(`usa «${inner}»`);
};

const stats: Checker = (args, state) => {
  if (!args.includes('--no-stream')) throw new Refusal('no acaba nunca: usa --no-stream');
  onOwn('containers', { '--no-stream': '', '--format': FORMAT })(args, state);
};

const inspect: Checker = (args, state) => {
  const { rest, values } = readOptions(args, {
    '-f,--format': FORMAT,
    '--type': /^(?:container|image|network|volume)$/,
  });
  const kinds: ObjectKind[] = values.has('--type')
    ? [`${values.get('--type')?.[0]}s` as ObjectKind]
    : ['containers'];
  if (rest.length === 0) throw new Refusal('no dice sobre qué actúa');
  for (const name of rest) for (const kind of kinds) state.own(kind, name);
};

const pull: Checker = (args, state) => {
  const { rest } = readOptions(args, { '-q,--quiet': '' });
  if (rest.length !== 1) throw new Refusal('no dice qué descarga');
  // What the session made would be overwritten, and is no harm; what the reader had is put back.
  state.useImage(rest[0] as string);
};

const createNetwork: Checker = (args, state) => {
  const { rest } = readOptions(args, { '-d,--driver': /^bridge$/, '--internal': '' });
  if (rest.length !== 1) throw new Refusal('no dice qué red crea');
  state.make('networks', rest[0] as string);
};

const createVolume: Checker = (args, state) => {
  const { rest } = readOptions(args, {});
  if (rest.length !== 1) throw new Refusal('crea un volumen sin nombre');
  state.make('volumes', rest[0] as string);
};

const plug: Checker = (args, state) => {
  const { rest } = readOptions(args, { '*--alias': /^[\w.-]+$/, '-f,--force': '' });
  const [network, container, ...more] = rest as [string?, string?];
  if (!network || !container || more.length > 0) throw new Refusal('no dice qué red y qué contenedor');
  if (!['bridge', 'none'].includes(network)) state.own('networks', network);
  state.own('containers', container);
};

const copyName: Checker = (args, state) => {
  const { rest } = readOptions(args, {});
  if (rest.length !== 2) throw new Refusal('no dice qué nombre pone a qué imagen');
  state.useImage(rest[0] as string);
  state.make('images', rest[1] as string);
};

const commit: Checker = (args, state) => {
  const { rest } = readOptions(args, { '-m,--message': FORMAT });
  if (rest.length !== 2) throw new Refusal('no dice qué imagen crea');
  state.own('containers', rest[0] as string);
  state.make('images', rest[1] as string);
};

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
