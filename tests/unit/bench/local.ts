/** The sandbox's agent on this machine, without Docker. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionHost } from '../../../src/bench/bench.ts';
import { openLocalShell } from '../../../src/bench/local-shell.ts';
import type { RunResult, Shell } from '../../../src/bench/shell.ts';
import { parseSession } from '../../../src/examples/session.ts';
import { runSession } from '../../../src/run/run-session.ts';

/** Lends a shell in an empty folder. */
export async function withShell<T>(use: (shell: Shell, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'dap-agente-'));
  const { shell, close } = await openLocalShell(folder);
  try {
    return await use(shell, folder);
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs commands one after another in one shell. */
export function runAll(commands: string[]): Promise<RunResult[]> {
  return withShell(async (shell) => {
    const results: RunResult[] = [];
    for (const command of commands) results.push(await shell.run(command, 5000));
    return results;
  });
}

/** Runs a session (without its title) on this machine, with as many terminals as it names; answers as «output [code]». */
export function runText(text: string): Promise<string[]> {
  return withShell(async (first, folder) => {
    const terminals = new Map([['', { shell: first, close: () => {} }]]);
    const host: SessionHost = {
      async run(command, { terminal = '', timeoutMs, aside } = {}) {
        const known = terminals.get(terminal) ?? (await openLocalShell(folder));
        terminals.set(terminal, known);
        return known.shell.run(command, timeoutMs, aside);
      },
      type: () => Promise.reject(new Error('sin terminal')),
    };
    try {
      const { answers } = await runSession(host, parseSession(`#! T\n${text}`, 'sesion.console'));
      return [...answers.values()].map(({ output, exitCode }) =>
        exitCode ? `${output} [${exitCode}]` : output,
      );
    } finally {
      for (const { close } of terminals.values()) close();
    }
  });
}
