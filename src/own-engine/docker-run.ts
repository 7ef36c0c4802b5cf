/** `docker run` and `docker create` on the reader's own engine. */
import { type OptionList, readOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

const NUMBER = /^\d+(?:\.\d+)?$/;
const SIZE = /^\d+[bkmg]?b?$/i;
const TIME = /^\d+(?:ms|s|m)?$/;
const ANY = /^/;
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/;

/** Limits, which `docker update` takes too. */
export const LIMITS: OptionList = {
  '-m,--memory': SIZE,
  '--memory-swap': /^-1$|^\d+[bkmg]?b?$/i,
  '--memory-reservation': SIZE,
  '--cpus': NUMBER,
  '--cpu-shares': NUMBER,
  '--cpuset-cpus': /^[\d,-]+$/,
  '--pids-limit': NUMBER,
};

const RUN: OptionList = {
  ...LIMITS,
  '-d,--detach': '',
  '--rm': '',
  '--init': '',
  '--read-only': '',
  '-P,--publish-all': '',
  '-q,--quiet': '',
  '--name': NAME,
  '*-p,--publish': ANY,
  '*--expose': /^\d+(?:\/(?:tcp|udp))?$/,
  // Without `=` it would take the reader's.
  '*-e,--env': /^[A-Za-z_]\w*=/,
  '*--env-file': ANY,
  '*-v,--volume': ANY,
  '*--mount': ANY,
  '*--tmpfs': /^\/[\w/.-]+(?::[\w=,]+)?$/,
  '*--network,--net': ANY,
  '*--network-alias': NAME,
  '-h,--hostname': NAME,
  '--ulimit': /^\w+=\d+(?::\d+)?$/,
  '--restart': /^(?:no|on-failure(?::\d+)?)$/,
  '-w,--workdir': /^\/[\w/.-]*$/,
  '-u,--user': /^[\w.-]+(?::[\w.-]+)?$/,
  '--entrypoint': ANY,
  '--shm-size': SIZE,
  '--stop-timeout': NUMBER,
  '--stop-signal': /^\w+$/,
  '*--cap-drop': /^\w+$/,
  '--health-cmd': ANY,
  '--health-interval': TIME,
  '--health-timeout': TIME,
  '--health-start-period': TIME,
  '--health-retries': NUMBER,
};

/** Addresses that mean the container itself, all of its own, or a place to try the way out. */
const OWN_ADDRESS = /^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|1\.1\.1\.1|255\.255\.255\.\d+)$/;

/**
 * Notes what a container of `docker run` or `docker create` makes and uses.
 * @throws Refusal when it may touch something that is not the session's
 */
export function checkRun(args: string[], creates: boolean, state: State): void {
  const { values, rest } = readOptions(args, RUN, true);
  const [image, ...command] = rest;
  if (!image) throw new Refusal('no dice qué imagen usa');
  const name = values.get('--name')?.[0];
  // In the background it would stay until somebody stops it, also with --rm.
  if (!name && (creates || !values.has('--rm') || values.has('-d')))
    throw new Refusal('crea un contenedor sin nombre (--name) que se queda');
  for (const network of values.get('--network') ?? []) checkNetwork(network, state);
  for (const volume of values.get('-v') ?? []) checkVolume(volume, state);
  for (const mount of values.get('--mount') ?? []) checkMount(mount, state);
  for (const file of values.get('--env-file') ?? []) checkEnvFile(state.folder.text(file));
  for (const port of values.get('-p') ?? []) state.publish(port);
  checkInside([...command, ...(values.get('--entrypoint') ?? []), ...(values.get('--health-cmd') ?? [])]);
  state.useImage(image);
  if (name) state.make('containers', name);
}

function checkNetwork(network: string, state: State): void {
  if (network === 'none' || network === 'bridge') return;
  const [, container] = /^container:(.+)$/.exec(network) ?? [];
  if (container) state.own('containers', container);
  else state.own('networks', network);
}

function checkVolume(text: string, state: State): void {
  const [source, target, mode, ...more] = text.split(':') as [string, string?, string?];
  if (!target?.startsWith('/') || more.length > 0 || !['ro', 'rw', undefined].includes(mode))
    throw new Refusal(`monta «${text}»`);
  mount(source, mode === 'ro', text, state);
}

function checkMount(text: string, state: State): void {
  const keys = new Map<string, string>();
  for (const part of text.split(',')) {
    const [key, value] = part.split('=') as [string, string?];
    const known = { source: 'src', target: 'dst', destination: 'dst', ro: 'readonly' }[key] ?? key;
    if (!['type', 'src', 'dst', 'readonly'].includes(known) || keys.has(known))
      throw new Refusal(`monta «${text}»`);
    keys.set(known, value ?? 'true');
  }
  const source = keys.get('src');
  const type = keys.get('type');
  if (!keys.get('dst')?.startsWith('/')) throw new Refusal(`monta «${text}»`);
  if (type === 'tmpfs' && !source) return;
  const isPath = source?.startsWith('./');
  if (!source || !(type === 'bind' ? isPath : type === 'volume' && !isPath))
    throw new Refusal(`monta «${text}»`);
  mount(source, keys.get('readonly') === 'true', text, state);
}

/** A volume of the session, or a path below its folder. */
export function mount(source: string, readOnly: boolean, text: string, state: State): void {
  if (!/[/~]/.test(source) && source !== '.' && source !== '..') {
    state.own('volumes', source);
    return;
  }
  if (!source.startsWith('./'))
    throw new Refusal(`monta «${text}», que está fuera de la carpeta del ejemplo`);
  const path = state.folder.existing(source);
  if (!readOnly) state.folder.lend(path);
}

/** Variables with a value of their own: a name alone would take the reader's. */
export function checkEnvFile(text: string): void {
  for (const line of text.split('\n'))
    if (line.trim() && !/^\s*#|^[A-Za-z_]\w*=[^$`]*$/.test(line))
      throw new Refusal(`toma de tu equipo una variable: «${line}»`);
}

/** What runs inside a container is its own business, but for the addresses of others. */
export function checkInside(command: string[]): void {
  for (const [address] of command.join(' ').matchAll(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g))
    if (!OWN_ADDRESS.test(address))
      throw new Refusal(`nombra la dirección ${address}, que en tu equipo puede ser de otro`);
  const outside = /\b(?:host\.docker\.internal|gateway\.docker\.internal|docker\.sock|169\.254)\b/.exec(
    command.join(' '),
  );
  if (outside) throw new Refusal(`habla con tu equipo («${outside[0]}»)`);
}
