/** Compares a recorded session with what the engine answers now, step by step. Pure. */
import { Redactor, rulesThatApply } from './redaction/index.ts';
import type { Command, Session, Step } from './session.ts';

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
  kind: 'exit-code' | 'output';
  /** Redacted text that was recorded, or the exit code. */
  expected: string;
  got: string;
  /** What the engine printed, untouched. */
  raw: string;
  rules: string[];
}

// Docker answers these in an order that depends on timing.
const UNORDERED = [
  /\bdocker (?:compose (?:up|down|stop|start|restart|rm|kill|logs|create|pull)|diff|\w+ prune|events|rmi|image rm)\b/,
  // The answers for IPv4 and IPv6 race.
  /\bnslookup\b/,
];

/** True when Docker gives the lines of this command's output in no fixed order. */
export function isUnorderedCommand(command: string): boolean {
  return UNORDERED.some((pattern) => pattern.test(command));
}

/**
 * Compares command by command, with one redactor for each side so that identities hold across steps.
 * @param answer gives the new answer to a command of a step, or undefined when it was not run
 * @param without name of a redaction rule that is not applied, for a control
 */
export function compareSession(
  session: Session,
  answer: (step: Step, command: Command) => Answer | undefined,
  without?: string,
): Difference[] {
  const recorded = new Redactor(without);
  const current = new Redactor(without);
  const differences: Difference[] = [];
  for (const step of session.steps) {
    for (const command of step.commands) {
      const got = answer(step, command);
      if (!got) continue;
      const unordered = step.directives.unordered || isUnorderedCommand(command.text);
      const expected = recorded.redact(command.output, command.text, unordered);
      const actual = current.redact(got.output, command.text, unordered);
      const base = { step: step.id, command: command.text, line: command.line, raw: got.output };
      if (command.exitCode !== got.exitCode) {
        differences.push({
          ...base,
          kind: 'exit-code',
          expected: String(command.exitCode),
          got: String(got.exitCode),
          rules: [],
        });
      }
      const same = step.directives.variable ? (expected === '') === (actual === '') : expected === actual;
      if (!same)
        differences.push({
          ...base,
          kind: 'output',
          expected,
          got: actual,
          rules: rulesThatApply(got.output, command.text),
        });
    }
  }
  return differences;
}
