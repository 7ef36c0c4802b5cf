import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { FrameReader } from './frame-reader.ts';
import { Shell } from './shell.ts';

const AGENT = join(import.meta.dirname, '../../scripts/images/banco/sandbox-agent');

/** The sandbox's agent on this very machine: the reader's own shell and engine. */
export async function openLocalShell(cwd: string): Promise<{ shell: Shell; close(): void }> {
  const child = spawn('bash', [AGENT, cwd], {
    stdio: 'pipe',
    detached: true,
    env: { ...process.env, HOME: process.env.HOME },
  });
  const frames = new FrameReader(child.stdout, child.stderr);
  child.on('close', () => frames.end());
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid as number), signal);
    } catch {
      // Gone already.
    }
  };
  const shell = await Shell.over(
    { stdin: child.stdin, frames, killChildren: async (_, signal) => signalGroup(`SIG${signal}`) },
    cwd,
  );
  return { shell, close: () => signalGroup('SIGTERM') };
}
