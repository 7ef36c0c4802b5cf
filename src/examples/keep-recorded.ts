/**
 * Merges a new run into a recording with the smallest change: what answers the same keeps its recorded text, dates and
 * identifiers included, and what changed speaks of the identifiers that stay.
 */
import { type Answer, compareSession } from './compare.ts';
import type { Command, Session } from './session.ts';

const IDENTIFIER = /\b[0-9a-f]{64}\b|\b[0-9a-f]{12}\b/g;

export interface Merge {
  /** Ids of the steps that changed. */
  changed: string[];
  /** What each command of the session must show now. */
  answers: Map<Command, Answer>;
}

/**
 * @param answers complete answers of a new run
 * @param untouched the recording is as it was written: its outputs belong to its commands. Otherwise an output that is
 * not compared to the letter may be another command's, and is taken anew.
 */
export function keepRecorded(session: Session, answers: Map<Command, Answer>, untouched = true): Merge {
  const differing = new Set(
    compareSession(session, (_, command) => answers.get(command)).map(({ line }) => line),
  );
  if (!untouched) for (const line of uncomparedLines(session)) differing.add(line);
  const commands = session.steps.flatMap((step) => step.commands);
  const unchanged = commands.filter((command) => !differing.has(command.line));
  const recordedFor = pairIdentifiers(unchanged, answers);
  const merged = new Map<Command, Answer>();
  for (const command of commands) {
    const answer = answers.get(command) as Answer;
    merged.set(
      command,
      differing.has(command.line)
        ? { ...answer, output: translate(answer.output, recordedFor) }
        : { output: command.output, exitCode: command.exitCode },
    );
  }
  const changed = session.steps.filter((step) => step.commands.some(({ line }) => differing.has(line)));
  return { changed: changed.map((step) => step.id), answers: merged };
}

function uncomparedLines(session: Session): number[] {
  return session.steps
    .filter((step) => step.directives.variable)
    .flatMap((step) => step.commands.map(({ line }) => line));
}

/** New identifier → recorded one, read from the outputs that are equal but for them. */
function pairIdentifiers(unchanged: Command[], answers: Map<Command, Answer>): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const command of unchanged) {
    const recorded = command.output.match(IDENTIFIER) ?? [];
    const current = answers.get(command)?.output.match(IDENTIFIER) ?? [];
    // Lines that come in any order pair nothing reliably.
    if (recorded.length !== current.length) continue;
    for (const [index, id] of current.entries()) {
      const old = recorded[index] as string;
      if (old.length !== id.length) continue;
      pairs.set(id, old);
      if (id.length === 64) pairs.set(id.slice(0, 12), old.slice(0, 12));
    }
  }
  return pairs;
}

function translate(output: string, recordedFor: Map<string, string>): string {
  return output.replace(IDENTIFIER, (id) => recordedFor.get(id) ?? id);
}
