import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { FrameReader } from './frame-reader.ts';
import { Shell } from './shell.ts';

const AGENT = join(import.meta.dirname, '../../scripts/images/banco/sandbox-agent');

/** What of the reader's environment a session needs: nothing else may change what its commands do. */
const KEPT = /^(?:HOME|USER|LOGNAME|XDG_RUNTIME_DIR|DOCKER_(?:HOST|CONTEXT|CONFIG|TLS_VERIFY|CERT_PATH))$/;

/** The environment of a session on the reader's machine, without functions, start files nor Compose's variables. */
export function sessionEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => KEPT.test(name));
  const path = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return { ...Object.fromEntries(kept), PATH: path.join(':') };
}

/** The sandbox's agent on this very machine: the reader's own shell and engine. */
export async function openLocalShell(cwd: string): Promise<{ shell: Shell; close(): void }> {
  const child = spawn('bash', [AGENT, cwd], {
    stdio: 'pipe',
    detached: true,
    env: sessionEnvironment(process.env),
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
