/** Docker's commands on objects: all of them the session's own, by name. */
import { checkInside } from './docker-run.ts';
import { type OptionList, readOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import type { ObjectKind, State } from './state.ts';

export const FORMAT = /^/;
export const SECONDS = /^\d+$/;
const LIST: OptionList = {
  '-a,--all': '',
  '-q,--quiet': '',
  '--no-trunc': '',
  '--format': FORMAT,
  '*-f,--filter': FORMAT,
};

export type Checker = (args: string[], state: State) => void;

/** A command whose arguments are all objects of the session. */
export function onOwn(kind: ObjectKind, list: OptionList, most = Number.POSITIVE_INFINITY): Checker {
  return (args, state) => {
    const { rest } = readOptions(args, list);
    if (rest.length === 0 || rest.length > most) throw new Refusal('no dice sobre qué actúa');
    for (const name of rest) state.own(kind, name);
  };
}

/** A list, of the session's objects only: of all, it would show the reader's, and not answer as on the page. */
export function listing(kind: ObjectKind): Checker {
  return (args, state) => {
    const { values, rest } = readOptions(args, LIST);
    const named = (values.get('-f') ?? []).flatMap(
      (filter) => /^(?:name|reference)=\^?\/?(.+?)\$?$/.exec(filter)?.[1] ?? [],
    );
    const names = [...named, ...(kind === 'images' ? rest : [])];
    if (rest.length > 0 && kind !== 'images') throw new Refusal(`usa «${rest[0]}»`);
    const isOwn = (name: string) =>
      [...state.projects].some((project) => kind !== 'images' && name.startsWith(project)) ||
      [...state.made[kind]].some(
        (own) => own === name || own.split(':')[0] === name || (name.length > 2 && own.startsWith(name)),
      );
    if (names.length === 0 || !names.every(isOwn))
      throw new Refusal('lista todo lo que tienes, también lo que no es de la sesión: filtra por nombre');
  };
}

export const reading =
  (list: OptionList): Checker =>
  (args) => {
    const { rest } = readOptions(args, list);
    if (rest.length > 0) throw new Refusal(`usa «${rest[0]}»`);
  };

export const exec: Checker = (args, state) => {
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

export const port: Checker = (args, state) => {
  const [name, inner, ...more] = readOptions(args, {}).rest;
  state.own('containers', name ?? '');
  if (more.length > 0 || (inner && !/^\d+(?:\/(?:tcp|udp))?$/.test(inner)))
    throw new Refusal(`usa «${inner}»`);
};

export const stats: Checker = (args, state) => {
  if (!args.includes('--no-stream')) throw new Refusal('no acaba nunca: usa --no-stream');
  onOwn('containers', { '--no-stream': '', '--format': FORMAT })(args, state);
};

export const inspect: Checker = (args, state) => {
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

export const pull: Checker = (args, state) => {
  const { rest } = readOptions(args, { '-q,--quiet': '' });
  if (rest.length !== 1) throw new Refusal('no dice qué descarga');
  // What the session made would be overwritten, and is no harm; what the reader had is put back.
  state.useImage(rest[0] as string);
};

export const createNetwork: Checker = (args, state) => {
  const { rest } = readOptions(args, { '-d,--driver': /^bridge$/, '--internal': '' });
  if (rest.length !== 1) throw new Refusal('no dice qué red crea');
  state.make('networks', rest[0] as string);
};

export const createVolume: Checker = (args, state) => {
  const { rest } = readOptions(args, {});
  if (rest.length !== 1) throw new Refusal('crea un volumen sin nombre');
  state.make('volumes', rest[0] as string);
};

export const plug: Checker = (args, state) => {
  const { rest } = readOptions(args, { '*--alias': /^[\w.-]+$/, '-f,--force': '' });
  const [network, container, ...more] = rest as [string?, string?];
  if (!network || !container || more.length > 0) throw new Refusal('no dice qué red y qué contenedor');
  if (!['bridge', 'none'].includes(network)) state.own('networks', network);
  state.own('containers', container);
};

export const copyName: Checker = (args, state) => {
  const { rest } = readOptions(args, {});
  if (rest.length !== 2) throw new Refusal('no dice qué nombre pone a qué imagen');
  state.useImage(rest[0] as string);
  state.make('images', rest[1] as string);
};

export const commit: Checker = (args, state) => {
  const { rest } = readOptions(args, { '-m,--message': FORMAT });
  if (rest.length !== 2) throw new Refusal('no dice qué imagen crea');
  state.own('containers', rest[0] as string);
  state.make('images', rest[1] as string);
};
