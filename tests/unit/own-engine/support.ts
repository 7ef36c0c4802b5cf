/** Sessions as short as a line, for the tests of what may run on the reader's own engine. */

import { parseSession } from '../../../src/examples/session.ts';
import { type OwnEnginePlan, planOwnEngine } from '../../../src/own-engine/plan.ts';

/** Files of the folder of every session here. */
export const FILES: Record<string, string> = {
  Dockerfile: 'FROM busybox:1.37\nCOPY web /web\n',
  'web/index.html': 'hola',
  'sala.env': 'SALA=3\n',
};

/** The plan of a session with a step of these commands, each with its first line only preceded by `$`. */
export function planOf(commands: string[], files: Record<string, string> = FILES): OwnEnginePlan {
  const typed = commands.map((command) => `$ ${command.split('\n').join('\n> ')}`);
  return planOwnEngine(parseSession(`#! T\n\n# a\n${typed.join('\n')}\n`, 'sesion.console'), files);
}

/** Reasons to refuse them. */
export function reasons(commands: string[], files?: Record<string, string>): string[] {
  return planOf(commands, files).problems.map(({ reason }) => reason);
}
