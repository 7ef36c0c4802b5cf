/** All the mutants of an example, in a fixed order: of its files, of what is typed, of what was recorded. Pure. */
import { compareSession } from '../examples/compare.ts';
import { type RuleContext, typedIn } from '../examples/redaction/rule.ts';
import type { Command, Session, Step } from '../examples/session.ts';
import { sessionText } from '../examples/typed.ts';
import { commandMutants } from './command.ts';
import { fileMutants } from './file.ts';
import { heredocMutants } from './heredocs.ts';
import { label, type Mutant, type TextMutant, withUniqueIds } from './mutant.ts';
import { answerMutants, FIGURE_RULES, ruleThatHides } from './recorded.ts';
import { dropLines } from './text-edit.ts';

export interface Source {
  session: Session;
  /** Texts of the reader's files, by path. */
  files: Record<string, string>;
  /** What it leaves in the engine, if that was recorded (remains.ts). */
  left?: readonly string[];
}

const SESSION = 'sesion.console';

/** Options that are typed everywhere and mean the same each time: one try an example is enough. */
const EVERYWHERE =
  /^(?:docker [\w ]+: sin -(?:[adfiqtv]|-detach|-rm|-quiet|-force|-wait)|(?:curl|wget|ping|apt-get|pip|tar|httpd): sin .*)$/;

export function exampleMutants({ session, files }: Source): Mutant[] {
  const ofFiles = Object.entries(files).flatMap(([file, text]) =>
    distinct(text, fileMutants(file, text)).map(
      (found): Mutant => ({
        id: `${file}: ${found.what}`,
        kind: 'archivos',
        at: `${file}:${found.line}`,
        change: { file, text: found.text, before: text },
      }),
    ),
  );
  // What is not shown proves nothing to anybody.
  const shown = session.steps.filter((step) => step.directives.hidden === undefined);
  const ofSteps = onceEverywhere(
    shown.flatMap((step) => [
      ...editMutants(step).map((mutant) => ({ mutant, telling: true })),
      ...step.commands.flatMap((command) => commandMutantsOf(step, command)),
    ]),
  );
  const typed = typedIn(`${sessionText(session)}\n${textOf(files)}`);
  const ofAnswers = shown.flatMap((step) =>
    step.commands.flatMap((command) => recordedMutants(step, command, typed)),
  );
  return withUniqueIds([...ofFiles, ...ofSteps, ...ofAnswers]);
}

/** A change of nothing is no change, and two that give the same text are one. */
function distinct(text: string, mutants: TextMutant[]): TextMutant[] {
  const seen = new Set([text]);
  return mutants.filter((mutant) => !seen.has(mutant.text) && seen.add(mutant.text));
}

interface Typed {
  mutant: Mutant;
  /** What was typed, as far as one try an example is enough. */
  common?: string;
  /** The command succeeds and its output is compared, so that a change in it may show. */
  telling: boolean;
}

function commandMutantsOf(step: Step, command: Command): Typed[] {
  const telling = command.exitCode === 0 && step.directives.variable === undefined;
  const heredocs = heredocMutants(command.text);
  const options = distinct(command.text, commandMutants(command.text));
  return [...heredocs, ...options].map((found) => {
    const isFile = heredocs.includes(found);
    const mutant: Mutant = {
      id: `${SESSION}:${step.id}: ${found.what}`,
      kind: isFile ? 'archivos' : 'ordenes',
      at: `${SESSION}:${command.line + found.line - 1}`,
      change: { command: command.line, text: found.text },
    };
    if (found.mayHang) mutant.mayHang = true;
    return EVERYWHERE.test(found.what) ? { mutant, telling, common: found.what } : { mutant, telling };
  });
}

/** Of what is typed everywhere, the first place where it could show, or else the first one. */
function onceEverywhere(all: Typed[]): Mutant[] {
  const chosen = new Map<string, Typed>();
  for (const typed of all) {
    if (typed.common === undefined) continue;
    const known = chosen.get(typed.common);
    if (!known || (typed.telling && !known.telling)) chosen.set(typed.common, typed);
  }
  return all
    .filter((typed) => typed.common === undefined || chosen.get(typed.common) === typed)
    .map(({ mutant }) => mutant);
}

/** Each line that an edit adds, left out. */
function editMutants(step: Step): Mutant[] {
  const { edit } = step;
  if (!edit) return [];
  return edit.hunk.flatMap((line, index): Mutant[] =>
    /^\+\s*[^\s}\])]/.test(line)
      ? [
          {
            id: `${SESSION}:${step.id}: ${edit.file} sin ${label(line.slice(1))}`,
            kind: 'archivos',
            at: `${SESSION}:${step.line + index + 1}`,
            change: {
              edit: step.id,
              hunk: dropLines(edit.hunk.join('\n'), index + 1, index + 1).split('\n'),
            },
          },
        ]
      : [],
  );
}

function recordedMutants(step: Step, command: Command, typed: RuleContext['typed']): Mutant[] {
  return answerMutants(command)
    .filter((mutant) => !mutant.number || isFigure({ command: command.text, typed }, command, mutant.output))
    .map(({ what, output, exitCode }) => ({
      id: `${SESSION}:${step.id}: salida ${what}`,
      kind: 'salidas',
      at: `${SESSION}:${command.line}`,
      change: { answer: command.line, output, exitCode },
    }));
}

/** Whether a changed number is one that a page may mean, and not one that is another each time. */
function isFigure(context: RuleContext, command: Command, changed: string): boolean {
  const rule = ruleThatHides(context, command.output, changed);
  return rule === undefined || FIGURE_RULES.includes(rule);
}

/** Whether the comparison of a session notices that a command answers something else. */
export function noticesAnswer(
  { session, files }: Source,
  change: { answer: number; output: string; exitCode: number },
): boolean {
  const answers = (_: Step, command: Command) => (command.line === change.answer ? change : command);
  return compareSession(session, answers, textOf(files)).length > 0;
}

/** All files of an example that are text, one after the other. */
export function textOf(files: Source['files']): string {
  return Object.values(files)
    .filter((text) => !text.includes('\0'))
    .join('\n');
}
