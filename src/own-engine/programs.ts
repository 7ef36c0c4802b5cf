/** The programs of the host that a session may run on the reader's own engine, each with a closed list of its options. */
import { checkCurl } from './curl.ts';
import { checkDocker } from './docker.ts';
import { Refusal } from './refusal.ts';
import type { State } from './state.ts';
import { EXIT_CODE, type Pipeline, type SimpleCommand } from './words.ts';

interface Program {
  /** Options, each written in one word. */
  options: RegExp;
  /** Options whose value is the next word. */
  withValue?: RegExp;
  /** How many arguments are text and not files. */
  texts: number;
  /** Whether what follows them are files to read. */
  files: boolean;
  /** Whether it only makes sense behind a pipe when it has no files. */
  reads: boolean;
}

const PROGRAMS: Record<string, Program> = {
  cat: { options: /^-n$/, texts: 0, files: true, reads: true },
  grep: { options: /^-(?:[cEFivwxoqn]+|[ABCm]\d+)$/, texts: 1, files: true, reads: true },
  head: { options: /^-\d+$/, withValue: /^-[nc]$/, texts: 0, files: true, reads: true },
  tail: { options: /^-\d+$/, withValue: /^-[nc]$/, texts: 0, files: true, reads: true },
  wc: { options: /^-[lcwm]+$/, texts: 0, files: true, reads: true },
  cut: { options: /^-(?:d.|[fc][\d,-]+)$/, withValue: /^-[dfc]$/, texts: 0, files: true, reads: true },
  sort: {
    options: /^-(?:[bfnruV]+|k\d+(?:,\d+)?)$/,
    withValue: /^-[kt]$/,
    texts: 0,
    files: true,
    reads: true,
  },
  uniq: { options: /^-[cdu]+$/, texts: 0, files: false, reads: true },
  tr: { options: /^-[ds]$/, texts: 2, files: false, reads: true },
  jq: { options: /^-[rcSM]+$/, texts: 1, files: false, reads: true },
  ls: { options: /^-[1aFlpAhR]+$/, texts: 0, files: true, reads: false },
  echo: { options: /^-n$/, texts: Number.POSITIVE_INFINITY, files: false, reads: false },
  true: { options: /^$/, texts: 0, files: false, reads: false },
  false: { options: /^$/, texts: 0, files: false, reads: false },
};

/** Words of jq that read something else than what it is given. */
const JQ_REACHES_OUT = /\b(?:import|include|env|ENV|input_filename|inputs?|debug)\b/;

/** Checks every program of a line; what it makes is noted. */
export function checkPipeline(pipeline: Pipeline, state: State): void {
  for (const [at, command] of pipeline.entries()) {
    if (at > 0 && !isReader(command)) throw new Refusal(`pasa lo que sale a «${command.words[0] ?? ''}»`);
    checkProgram(command, at > 0, state);
    for (const { file } of command.redirections)
      if (file !== undefined && file !== '/dev/null') state.folder.make(file);
  }
}

function isReader({ words: [name = ''] }: SimpleCommand): boolean {
  return Object.hasOwn(PROGRAMS, name) && (PROGRAMS[name]?.reads ?? false);
}

function checkProgram({ words }: SimpleCommand, piped: boolean, state: State): void {
  const [name = '', ...args] = words;
  if (name !== 'echo' && words.some((word) => word.includes(EXIT_CODE)))
    throw new Refusal('usa «$?» fuera de un echo');
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined;
  const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : undefined;
  if (special) special(args, state);
  else if (program) checkKnown(name, args, program, piped, state);
  else throw new Refusal(`ejecuta «${name}» en tu equipo`);
}

const SPECIAL: Record<string, (args: string[], state: State) => void> = {
  docker: checkDocker,
  curl: checkCurl,
  printf: ([format]) => {
    if (format?.startsWith('-') ?? true) throw new Refusal(`usa «printf ${format ?? ''}»`);
  },
  mkdir: (args, state) => checkMaking('mkdir', args, state),
  touch: (args, state) => checkMaking('touch', args, state),
  rm: checkRemoving,
};

function checkKnown(name: string, args: string[], program: Program, piped: boolean, state: State): void {
  const rest = readArguments(name, args, program);
  if (name === 'jq' && JQ_REACHES_OUT.test(rest[0] ?? '')) throw new Refusal(`usa «jq ${rest[0]}»`);
  const files = rest.slice(program.texts);
  if (files.length > 0 && !program.files) throw new Refusal(`usa «${name} ${files[0]}»`);
  if (files.length === 0 && program.reads && !piped)
    throw new Refusal(`espera en «${name}» a que alguien teclee`);
  for (const file of files) state.folder.existing(file);
}

function readArguments(name: string, args: string[], { options, withValue }: Program): string[] {
  const rest: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (!arg.startsWith('-') || name === 'echo') rest.push(arg);
    else if (withValue?.test(arg)) at += 1;
    else if (!options.test(arg))
      throw new Refusal(`usa «${name} ${arg}», que no está entre las opciones admitidas`);
  }
  return rest;
}

function checkMaking(name: string, args: string[], state: State): void {
  const files = args.filter((arg) => !(name === 'mkdir' && arg === '-p'));
  if (files.length === 0 || files.some((file) => file.startsWith('-')))
    throw new Refusal(`usa «${[name, ...args].join(' ')}»`);
  for (const file of files) state.folder.make(file);
}

function checkRemoving(args: string[], state: State): void {
  const files = args.filter((arg) => !/^-(?:r|f|rf|fr)$/.test(arg));
  if (files.length === 0 || files.some((file) => file.startsWith('-')))
    throw new Refusal(`usa «${['rm', ...args].join(' ')}»`);
  for (const file of files)
    if (state.folder.existing(file) === '.') throw new Refusal(`borra «${file}», la carpeta entera`);
}
