import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { FrameReader } from './frame-reader.ts';
import { Shell } from './shell.ts';

const PROGRAMS = join(import.meta.dirname, '../../scripts/images/banco');

/** What of the reader's environment a session needs: nothing else may change what its commands do. */
const KEPT = /^(?:HOME|USER|LOGNAME|XDG_RUNTIME_DIR|DOCKER_(?:HOST|CONTEXT|CONFIG|TLS_VERIFY|CERT_PATH))$/;

/** The environment of a session on the reader's machine, without functions, start files nor Compose's variables. */
export function sessionEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => KEPT.test(name));
  const path = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return { ...Object.fromEntries(kept), PATH: path.join(':') };
}

/**
 * The sandbox's agent on this very machine: the reader's own shell and engine.
 * @throws Error in Spanish when the machine lacks what the agent is written in
 */
export async function openLocalShell(cwd: string): Promise<{ shell: Shell; close(): void }> {
  const child = spawn('perl', [join(PROGRAMS, 'sandbox-agent'), cwd], {
    stdio: 'pipe',
    detached: true,
    env: sessionEnvironment(process.env),
  });
  const missing = new Promise<never>((_, reject) => {
    child.on('error', (error) =>
      reject(
        new Error(
          'En este equipo falta perl, con el que se manejan las órdenes.\n  Cómo arreglarlo: instálalo.',
          {
            cause: error,
          },
        ),
      ),
    );
  });
  const frames = new FrameReader(child.stdout, child.stderr);
  child.stdin.on('error', () => {});
  child.on('close', () => frames.end());
  const close = () => {
    try {
      process.kill(-(child.pid as number), 'SIGTERM');
    } catch {
      // Gone already.
    }
  };
  const transport = { stdin: child.stdin, frames, orderer: join(PROGRAMS, 'sandbox-orden') };
  const shell = await Promise.race([Shell.over(transport, cwd), missing]);
  return { shell, close };
}
