/** Mutants of a command that somebody types: without each of its options, and with other limits, ports and modes. */
import { type Option, optionsOf } from './command-options.ts';
import { label, type TextMutant } from './mutant.ts';
import { readShell } from './shell-words.ts';
import { blanksBefore, lineAt, splice } from './text-edit.ts';
import { biggerSize, longerDuration, otherPublications, writableMount } from './values.ts';

/** How long one waits for something to stop shows nowhere, and only takes time. */
const PATIENCE = /^--?(?:t|time|timeout|wait-timeout|stop-timeout|max-time|retry|W|w|m)$/;
const STOPS = /^docker(?: container| compose)? (?:stop|restart|down|up|rm)$/;
const DETACH = /^(?:-d|--detach)$/;
const RUNS_ON = /^docker(?: container| compose)? (?:run|up|exec|start)$/;

/**
 * @param text a shell command, as it is typed (no prompts), or a script
 * @returns one mutant for each option, in order, and those of its values
 */
export function commandMutants(text: string): TextMutant[] {
  const seen = new Set<string>();
  return readShell(text)
    .commands.flatMap((words) => optionsOf(text, words))
    .filter(({ from, to }) => !seen.has(`${from}-${to}`) && seen.add(`${from}-${to}`))
    .flatMap((option) => [
      ...(showsNowhere(option) ? [] : [without(text, option)]),
      ...otherValues(text, option),
    ]);
}

/** Options whose absence cannot show: a shorter wait for what is then killed, and the form that no terminal gives anyway. */
function showsNowhere({ program, name, value }: Option): boolean {
  if (name === '--progress') return value?.text === 'plain';
  return STOPS.test(program) && /^(?:-t|--time|--timeout)$/.test(name) && value?.text !== '0';
}

function without(text: string, option: Option): TextMutant {
  const from = option.letter ? option.from : blanksBefore(text, option.from);
  const value = option.value ? ` ${option.value.text}` : '';
  const written = option.letter ? `${option.name}${value}` : text.slice(option.from, option.to);
  const mutant: TextMutant = {
    what: `${option.program}: sin ${label(written)}`,
    line: lineAt(text, option.from),
    text: splice(text, from, option.to),
  };
  if (DETACH.test(option.name) && RUNS_ON.test(option.program)) mutant.mayHang = true;
  return mutant;
}

function otherValues(text: string, { program, name, value }: Option): TextMutant[] {
  if (!value) return [];
  return changed(program, name, value.text).map((other) => ({
    what: `${program}: ${name} ${label(value.text)} → ${label(other)}`,
    line: lineAt(text, value.from),
    text: splice(text, value.from, value.to, other),
  }));
}

function changed(program: string, name: string, value: string): string[] {
  if (program === 'mount' && name === '-o')
    return some(
      value.replace(/(?<=size=)\w+/, (size) => biggerSize(size) ?? size),
      value,
    );
  if (!program.startsWith('docker')) return [];
  if (name === '-p' || name === '--publish') return otherPublications(value);
  if (['-v', '--volume', '--mount', '--tmpfs'].includes(name)) return some(writableMount(value), value);
  if (/^--health-/.test(name)) return some(longerDuration(value), value);
  // An identity, not a limit.
  if (PATIENCE.test(name) && !/^docker(?: \w+)? (?:run|create|update)$/.test(program)) return [];
  if (name === '-u' || name === '--user' || name === '--name' || name === '-t') return [];
  return some(biggerSize(value), value);
}

function some(other: string | undefined, value: string): string[] {
  return other === undefined || other === value ? [] : [other];
}
