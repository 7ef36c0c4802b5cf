/** `docker compose` on the reader's own engine: one project, of a file that is read first. */
import { readComposeFile } from './compose-file.ts';
import { checkInside } from './docker-run.ts';
import { type OptionList, readOptions } from './options.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';

const FORMAT = /^/;
const OWN_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

const COMMANDS: Record<string, OptionList> = {
  up: { '-d,--detach': '', '--wait': '', '--build': '', '--force-recreate': '', '--quiet-pull': '' },
  down: { '-v,--volumes': '', '--rmi': /^local$/, '-t,--timeout': /^\d+$/ },
  ps: { '-a,--all': '', '-q,--quiet': '', '--format': FORMAT },
  logs: { '--no-color': '', '--no-log-prefix': '', '-n,--tail': /^\d+$/ },
  start: {},
  stop: { '-t,--timeout': /^\d+$/ },
  restart: { '-t,--timeout': /^\d+$/ },
  config: { '-q,--quiet': '', '--services': '' },
  exec: { '-T,--no-tty': '', '-u,--user': /^[\w.:-]+$/, '-w,--workdir': /^\// },
};

/** @throws Refusal when the command or the file asks for more than a project of the session's folder */
export function checkCompose(args: string[], state: State): void {
  const { values, rest } = readOptions(args, { '*-f,--file': /./ }, true);
  const [command = '', ...more] = rest;
  const list = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!list) throw new Refusal(`usa «docker compose ${command}», que no está entre las órdenes admitidas`);
  const given = readOptions(more, list, command === 'exec');
  const file = composeFile(values.get('-f') ?? [], state);
  // It reads the file and does nothing with it: also one that is wrong.
  if (command === 'config') return;
  const project = readComposeFile(file, state);
  if (command === 'up') {
    if (!given.values.has('-d') && !given.values.has('--wait')) throw new Refusal('no acaba nunca: usa -d');
    state.projects.add(project.name);
  } else if (!state.projects.has(project.name)) {
    throw new Refusal(`actúa sobre el proyecto «${project.name}», que no ha levantado esta sesión`);
  }
  const [service] = given.rest;
  const services = command === 'exec' ? [service ?? ''] : given.rest;
  const stranger = services.find((name) => !project.services.includes(name));
  if (stranger !== undefined)
    throw new Refusal(`nombra el servicio «${stranger}», que no está en el archivo`);
  if (command === 'exec') checkInside(given.rest.slice(1));
}

function composeFile(given: string[], state: State): string {
  const files = [...state.folder.files.keys()];
  if (files.includes('.env')) throw new Refusal('lee variables de un archivo .env, que puede cambiarlo todo');
  if (given.length > 1) throw new Refusal('junta varios archivos de Compose');
  if (given[0]) return given[0];
  const candidates = files.filter((file) => /^(?:docker-)?compose(?:\.override)?\.ya?ml$/.test(file));
  const [only, ...others] = candidates;
  if (!only || others.length > 0 || !OWN_NAMES.includes(only))
    throw new Refusal('no tiene un solo archivo de Compose en su carpeta');
  return only;
}
