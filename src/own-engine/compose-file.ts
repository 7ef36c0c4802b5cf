/** A Compose file on the reader's own engine: a closed list of its keys. */
import { parseAllDocuments } from 'yaml';
import { checkContext } from './docker-build.ts';
import { checkEnvFile, checkInside, mount } from './docker-run.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

type Value = unknown;
type Tree = Record<string, Value>;

/** Keys whose value cannot reach out of the container. */
const PLAIN = [
  'depends_on',
  'expose',
  'init',
  'hostname',
  'working_dir',
  'user',
  'mem_limit',
  'cpus',
  'pids_limit',
  'read_only',
  'stop_grace_period',
  'stop_signal',
];

/**
 * Reads a project, and notes what it makes.
 * @throws Refusal at the first key or value that is not in the list
 */
export function readComposeFile(file: string, state: State): { name: string; services: string[] } {
  const documents = parseAllDocuments(state.folder.text(file), { prettyErrors: false });
  const [document, ...more] = Array.isArray(documents) ? documents : [];
  if (!document || more.length > 0 || document.errors.length > 0 || document.warnings.length > 0)
    throw new Refusal(`usa «${file}», que no se entiende`);
  const { name, services, networks, volumes, ...others } = tree(document.toJS({ maxAliasCount: 0 }), file);
  refuseOthers(others, file);
  if (typeof name !== 'string' || !/^[a-z0-9][a-z0-9_-]*$/.test(name))
    throw new Refusal(`usa «${file}», que no dice cómo se llama su proyecto (name)`);
  const own = {
    networks: topLevel(networks, ['internal'], `${file}: networks`),
    volumes: topLevel(volumes, [], `${file}: volumes`),
  };
  const all = tree(services, `${file}: services`);
  for (const [service, value] of Object.entries(all))
    checkService(tree(value, service), { service, name, ...own }, state);
  return { name, services: Object.keys(all) };
}

interface Place {
  service: string;
  /** Of the project. */
  name: string;
  networks: string[];
  volumes: string[];
}

function checkService(value: Tree, place: Place, state: State): void {
  const { image, build, environment, env_file, ports, volumes, networks, ...rest } = value;
  const { command, entrypoint, healthcheck, restart, container_name, tmpfs, ...others } = rest;
  const { service } = place;
  for (const key of PLAIN) refuseVariables(others[key], `${service}.${key}`);
  refuseOthers(Object.fromEntries(Object.entries(others).filter(([key]) => !PLAIN.includes(key))), service);
  if (build !== undefined) checkImageBuild(build, image, place, state);
  else state.useImage(text(image, `${service}.image`));
  checkEnvironment(environment, service);
  for (const path of list(env_file)) checkEnvFile(state.folder.text(text(path, `${service}.env_file`)));
  for (const port of list(ports)) state.publish(String(plain(port, `${service}.ports`)));
  for (const volume of list(volumes)) checkVolume(text(volume, `${service}.volumes`), place, state);
  for (const network of Array.isArray(networks) ? networks : Object.keys((networks ?? {}) as Tree))
    if (!place.networks.includes(network) && network !== 'default')
      throw new Refusal(`usa en «${service}» la red «${network}», que no declara`);
  if (!Array.isArray(networks))
    for (const options of Object.values((networks ?? {}) as Tree)) aliases(options, service);
  if (restart !== undefined && !/^(?:no|on-failure(?::\d+)?)$/.test(String(restart)))
    throw new Refusal(`pide en «${service}» volver a arrancar (${restart})`);
  for (const item of list(tmpfs))
    if (!/^\/[\w/.-]+$/.test(text(item, `${service}.tmpfs`)))
      throw new Refusal(`usa en «${service}» «tmpfs: ${item}»`);
  for (const part of [command, entrypoint, healthcheck]) {
    refuseVariables(part, `${service}.command`);
    checkInside([JSON.stringify(part ?? '')]);
  }
  if (container_name !== undefined)
    state.make('containers', text(container_name, `${service}.container_name`));
}

function checkImageBuild(build: Value, image: Value, { service, name }: Place, state: State): void {
  const { context, dockerfile, target, args, ...others } =
    typeof build === 'string' ? ({ context: build } as Tree) : tree(build, service);
  refuseOthers(others, `${service}.build`);
  refuseVariables([target, args], `${service}.build`);
  const path = text(context ?? '.', `${service}.build`);
  if (!/^\.(?:$|\/)/.test(path)) throw new Refusal(`construye «${service}» con «${path}»`);
  if (String(dockerfile ?? '').startsWith('/'))
    throw new Refusal(`construye «${service}» con «${dockerfile}»`);
  const recipe = dockerfile === undefined ? undefined : `${path}/${text(dockerfile, service)}`;
  checkContext(path, recipe, state);
  state.make('images', image === undefined ? `${name}-${service}` : text(image, service));
}

function checkVolume(value: string, { service, volumes }: Place, state: State): void {
  const [source = '', target, mode, ...more] = value.split(':');
  if (!target?.startsWith('/') || more.length > 0 || !['ro', 'rw', undefined].includes(mode))
    throw new Refusal(`monta en «${service}» «${value}»`);
  if (volumes.includes(source)) return;
  if (!source.startsWith('./')) throw new Refusal(`monta en «${service}» «${value}», que no es suyo`);
  mount(source, mode === 'ro', value, state);
}

/** Values with no variable, or with one whose value is there if the reader has none: it runs without the reader's. */
function checkEnvironment(value: Value, service: string): void {
  const items = Array.isArray(value)
    ? value.map((item) => /^([^=]+)=(.*)$/s.exec(text(item, service, false))?.slice(1) ?? [item, null])
    : Object.entries((value ?? {}) as Tree);
  for (const [key, item] of items) {
    const bare = String(item).replace(/\$\{[A-Z_]+:-[^${}]*\}/g, '');
    if (item === null || bare.replaceAll('$$', '').includes('$') || typeof item === 'object')
      throw new Refusal(`toma de tu equipo la variable «${key}» de «${service}»`);
  }
}

function topLevel(value: Value, keys: string[], where: string): string[] {
  const all = value === undefined || value === null ? {} : tree(value, where);
  for (const [name, options] of Object.entries(all)) {
    const given = options === null ? {} : tree(options, name);
    refuseOthers(
      Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key))),
      `${where}.${name}`,
    );
    refuseVariables([name, given], where);
  }
  return Object.keys(all);
}

function aliases(options: Value, service: string): void {
  if (options === null || options === undefined) return;
  const { aliases: names, ...others } = tree(options, service);
  refuseOthers(others, service);
  for (const name of list(names)) text(name, service);
}

function refuseOthers(others: Tree, where: string): void {
  const [key] = Object.keys(others);
  if (key !== undefined)
    throw new Refusal(`usa en «${where}» la clave «${key}», que no está entre las admitidas`);
}

function refuseVariables(value: Value, where: string): void {
  if (
    JSON.stringify(value ?? '')
      .replaceAll('$$', '')
      .includes('$')
  )
    throw new Refusal(`usa una variable en «${where}»`);
}

function tree(value: Value, where: string): Tree {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(`usa «${where}», que no se entiende`);
  return value as Tree;
}

function list(value: Value): Value[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function plain(value: Value, where: string): string | number {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new Refusal(`usa «${where}», que no se entiende`);
  return value;
}

function text(value: Value, where: string, exact = true): string {
  if (typeof value !== 'string') throw new Refusal(`usa «${where}», que no se entiende`);
  if (exact) refuseVariables(value, where);
  return value;
}
