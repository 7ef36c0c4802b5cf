/** Compares a recorded session with what the engine answers now, step by step. Pure. */
import { Pairing } from './pairing.ts';
import { redact, rulesThatApply } from './redaction/index.ts';
import { type RuleContext, typedIn } from './redaction/rule.ts';
import { REMAINS } from './remains.ts';
import type { Command, Session, Step } from './session.ts';
import { setAside } from './tolerance.ts';
import { sessionText } from './typed.ts';

/** What one command really answered. */
export interface Answer {
  output: string;
  exitCode: number;
}

export interface Difference {
  step: string;
  command: string;
  /** Line of the command in the session file. */
  line: number;
  kind: 'exit-code' | 'output' | 'remains';
  /** Redacted text that was recorded, or the exit code. */
  expected: string;
  got: string;
  /** What the engine printed, untouched. */
  raw: string;
  /** Names of the rules that set something aside. */
  rules: string[];
}

// Docker answers these in an order that depends on timing.
const UNORDERED = [
  /\bdocker (?:compose (?:up|down|stop|start|restart|rm|kill|logs|create|pull)|diff|\w+ prune|events|rmi|image rm)\b/,
  // The answers for IPv4 and IPv6 race.
  /\bnslookup\b/,
];

export interface CompareOptions {
  without?: string;
  remains?: Remains;
}

interface Remains {
  recorded: readonly string[];
  current: readonly string[];
}

/** True when Docker gives the lines of this command's output in no fixed order. */
export function isUnorderedCommand(command: string): boolean {
  return UNORDERED.some((pattern) => pattern.test(command));
}

/**
 * Compares command by command. What names one thing in several steps must name one thing in all of them now.
 * @param answer gives the new answer to a command of a step, or undefined when it was not run
 * @param files what the example's files say (typed.ts): a value that stands there was not drawn by the machine
 * @param options.without name of a redaction rule that is not applied, for the control of a measure
 * @param options.remains what the session left in the engine, when it was recorded and now (remains.ts)
 */
export function compareSession(
  session: Session,
  answer: (step: Step, command: Command) => Answer | undefined,
  files = '',
  { without, remains }: CompareOptions = {},
): Difference[] {
  const typed = typedIn(`${sessionText(session)}\n${files}`);
  const pairing = new Pairing();
  const differences: Difference[] = [];
  for (const step of session.steps) {
    for (const command of step.commands) {
      const got = answer(step, command);
      if (!got) continue;
      const context = { command: command.text, typed, ...(without ? { without } : {}) };
      const clean = (output: string) => redact(setAside(output, step.directives), context);
      const base = { step: step.id, command: command.text, line: command.line, raw: got.output };
      if (command.exitCode !== got.exitCode) {
        const [expected, now] = [String(command.exitCode), String(got.exitCode)];
        differences.push({ ...base, kind: 'exit-code', expected, got: now, rules: [] });
      }
      const [recorded, current] = [clean(command.output), clean(got.output)];
      if (isSame(pairing, step, command, recorded, current)) continue;
      const [expected, now] = pairing.names(recorded, current);
      const rules = rulesThatApply(got.output, context).map(({ rule }) => rule);
      differences.push({ ...base, kind: 'output', expected, got: now, rules });
    }
  }
  const left = remains && compareRemains(remains, pairing, typed, session);
  return left ? [...differences, left] : differences;
}

/** What is left is a set: it comes in no order. */
function compareRemains(
  { recorded, current }: Remains,
  pairing: Pairing,
  typed: RuleContext['typed'],
  session: Session,
): Difference | undefined {
  const context = { command: 'docker inspect', typed };
  const [before, now] = [recorded, current].map((lines) => redact(lines.join('\n'), context)) as [
    string,
    string,
  ];
  if (pairing.agreeUnordered(before, now)) return undefined;
  const [expected, got] = pairing.names(before, now);
  const line = session.steps.at(-1)?.line ?? 1;
  return {
    step: REMAINS,
    command: '',
    line,
    kind: 'remains',
    expected,
    got,
    raw: current.join('\n'),
    rules: [],
  };
}

function isSame(pairing: Pairing, step: Step, command: Command, recorded: string, current: string): boolean {
  const unordered = step.directives.unordered || isUnorderedCommand(command.text);
  if (!step.directives.variable)
    return unordered ? pairing.agreeUnordered(recorded, current) : pairing.agree(recorded, current);
  if ((recorded === '') !== (current === '')) return false;
  // Whatever else varies, a thing that both name is the same thing as in other steps.
  return unordered || pairing.compatible(recorded, current);
}
