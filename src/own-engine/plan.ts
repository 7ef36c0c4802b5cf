/** Whether a session may run on the reader's own engine, and what it would make there. Pure: nothing is run. */
import type { Session, Step } from '../examples/session.ts';
import { Folder } from './paths.ts';
import { checkPipeline } from './programs.ts';
import { Refusal } from './refusal.ts';
import { KINDS, type ObjectKind, State } from './state.ts';
import { readPipelines } from './words.ts';

/** A reason not to run a session there, with its place. */
export interface OwnEngineProblem {
  line: number;
  /** The command, its first line only; absent when it is the session itself. */
  command?: string;
  reason: string;
}

export interface OwnEnginePlan extends Record<ObjectKind, string[]> {
  /** Empty when it may run. */
  problems: OwnEngineProblem[];
  /** Images that it downloads if they are not there. */
  downloads: string[];
  /** Compose's projects that it starts. */
  projects: string[];
  /** Ports of the host that it publishes. */
  ports: number[];
}

/**
 * Checks a session command by command: what is not known to be harmless is refused.
 * @param files text of the files of its folder, by their path
 */
export function planOwnEngine(session: Session, files: Record<string, string>): OwnEnginePlan {
  const state = new State(new Folder(files));
  const problems: OwnEngineProblem[] = [];
  const { exclusive, requires } = session.directives;
  // A reader who has the guide at hand has Internet, or is told what does not answer.
  if (exclusive || requires.some((requirement) => requirement !== 'online'))
    problems.push({ line: 1, reason: 'la sesión necesita una máquina con requisitos especiales' });
  for (const step of session.steps) problems.push(...checkStep(step, state));
  const sorted = (names: Iterable<string>) => [...names].sort();
  return {
    problems,
    ...(Object.fromEntries(KINDS.map((kind) => [kind, sorted(state.made[kind])])) as Record<
      ObjectKind,
      string[]
    >),
    downloads: sorted(state.used),
    projects: sorted(state.projects),
    ports: [...state.ports].sort((a, b) => a - b),
  };
}

function checkStep(step: Step, state: State): OwnEngineProblem[] {
  const { tty, waitFor } = step.directives;
  const problems: OwnEngineProblem[] = [];
  const attempt = (line: number, command: string, check: () => void) => {
    const reason = reasonOf(check);
    if (reason) problems.push({ line, command: command.split('\n')[0] as string, reason });
  };
  if (tty) problems.push({ line: step.line, reason: 'el paso teclea en una terminal interactiva' });
  const run = (text: string) => {
    for (const pipeline of readPipelines(text)) checkPipeline(pipeline, state);
  };
  if (waitFor) attempt(step.line, waitFor, () => run(waitFor));
  const { edit } = step;
  if (edit) attempt(step.line, `(cambia ${edit.file})`, () => state.folder.edit(edit.file, edit.hunk));
  for (const command of step.commands) attempt(command.line, command.text, () => run(command.text));
  return problems;
}

function reasonOf(check: () => void): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    // A fault of the checker must not open the door.
    return error instanceof Refusal ? error.message : `no se entiende (${(error as Error).message})`;
  }
}

/** A problem as a line for people: place, command and reason. */
export function explainProblem(file: string, { line, command, reason }: OwnEngineProblem): string {
  return `${file}:${line}: ${command ? `«${command}» ${reason}` : reason}`;
}
