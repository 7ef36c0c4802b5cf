/**
 * Finds a recording that contradicts itself: a container, a process or a namespace that has two names. One run cannot
 * give that; lines of two runs, put together, do. Pure: reads what is recorded, runs nothing.
 */
import { subjectOf, Variables } from './process-subject.ts';
import type { Command, Session } from './session.ts';

export interface Contradiction {
  /** Line of the command whose output contradicts an earlier one. */
  line: number;
  /** What has two names, in Spanish: «el contenedor «web»». */
  thing: string;
  first: { line: number; value: string };
  second: string;
}

const NAMED = /\bdocker (?:container )?(?:run|create)\b.*?--name[= ]['"]?([\w.-]+)/s;
const ENDS = /\bdocker (?:container )?(?:rm|restart|start|stop|kill|rename)\b|\bdocker compose\b|\bprune\b/;
const EXEC = /\bdocker (?:container )?exec (?:-\S+ )*([\w.-]+) (?:readlink|ls -l)\b/;
const LONG_ID = /^[0-9a-f]{64}$/m;
const NAMESPACE = /\b(mnt|pid|net|uts|ipc|user|cgroup|time):\[(\d+)\]/g;
const STATUS = /^(?:NSpid|Pid|Tgid):\s*(\d+)/gm;
const PARENT = /^PPid:\s*(\d+)/gm;

/** Every contradiction of a session's recording, in its order. */
export function findContradictions(session: Session): Contradiction[] {
  const facts = new Facts();
  const variables = new Variables();
  for (const command of session.steps.flatMap((step) => step.commands)) {
    if (ENDS.test(command.text)) facts.forgetProcesses();
    created(command, facts);
    listed(command, facts);
    const exec = EXEC.exec(command.text)?.[1];
    if (exec) namespaces(command, exec, facts);
    const subject = subjectOf(command.text, variables);
    if (subject) process(command, subject, facts);
    variables.learn(command.text);
  }
  return facts.contradictions;
}

/** `docker run -d --name web` prints the identifier of «web», and whatever had that name is gone. */
function created(command: Command, facts: Facts): void {
  const name = NAMED.exec(command.text)?.[1];
  if (!name || command.exitCode !== 0) return;
  facts.forget(name);
  const id = LONG_ID.exec(command.output)?.[0];
  if (id) facts.say(`el contenedor «${name}»`, id.slice(0, 12), command.line);
}

/** A table of `docker ps`: identifier in the first column, name in the last. */
function listed(command: Command, facts: Facts): void {
  if (!/^CONTAINER ID\b.*\bNAMES$/m.test(command.output)) return;
  for (const line of command.output.split('\n')) {
    const [id, ...rest] = line.trim().split(/\s+/);
    if (id && /^[0-9a-f]{12}$/.test(id)) facts.say(`el contenedor «${rest.at(-1)}»`, id, command.line);
  }
}

function namespaces(command: Command, container: string, facts: Facts): void {
  for (const [, type, inode] of command.output.matchAll(NAMESPACE))
    facts.say(`el espacio ${type} de «${container}»`, inode as string, command.line);
}

/** The output of a command about one process: that of a container, or its parent. */
function process(command: Command, subject: { container: string; isParent: boolean }, facts: Facts): void {
  const { container, isParent } = subject;
  const own = `el proceso de «${container}»`;
  const parent = `el padre del proceso de «${container}»`;
  const rows = tableRows(command.output).filter((row) => Number(row.PID) >= 100);
  const ids = new Set([
    ...rows.map((row) => row.PID as string),
    ...[...command.output.matchAll(STATUS)].map(([, id]) => id as string),
    ...(/^\d{3,}$/.test(command.output) ? [command.output] : []),
  ]);
  if (ids.size === 1) facts.say(isParent ? parent : own, [...ids][0] as string, command.line);
  if (isParent) return;
  for (const [, id] of command.output.matchAll(PARENT)) facts.say(parent, id as string, command.line);
  if (rows.length === 1 && rows[0]?.PPID) facts.say(parent, rows[0].PPID, command.line);
  for (const row of rows)
    if (row.NS && row.TYPE) facts.say(`el espacio ${row.TYPE} de «${container}»`, row.NS, command.line);
  namespaces(command, container, facts);
}

/** Rows of a table with a column PID, by the name of the column. */
function tableRows(output: string): Record<string, string>[] {
  let header: string[] | undefined;
  const rows: Record<string, string>[] = [];
  for (const line of output.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (words.includes('PID')) header = words;
    else if (header && words.length >= header.length)
      rows.push(Object.fromEntries(header.map((name, at) => [name, words[at] as string])));
  }
  return rows;
}

class Facts {
  readonly contradictions: Contradiction[] = [];
  readonly #known = new Map<string, { line: number; value: string }>();

  say(thing: string, value: string, line: number): void {
    const first = this.#known.get(thing);
    if (!first) this.#known.set(thing, { line, value });
    else if (first.value !== value) this.contradictions.push({ line, thing, first, second: value });
  }

  /** All that is known of a container. */
  forget(name: string): void {
    for (const thing of this.#known.keys()) if (thing.includes(`«${name}»`)) this.#known.delete(thing);
  }

  /** What a container that starts again gets anew, and which containers there are. */
  forgetProcesses(): void {
    this.#known.clear();
  }
}
