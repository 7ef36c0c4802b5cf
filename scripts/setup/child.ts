/** Long programs that we start, show and stop in an orderly way. */
import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();
const DEBOUNCE_MS = 1000;
let interruptions = 0;
let lastSignal = 0;

export interface ChildOptions {
  env?: Record<string, string>;
  /** Folder in which it runs, if not ours. */
  cwd?: string;
  /** Gather what it prints instead of showing it. */
  quiet?: boolean;
}

/** Exit code and, when quiet, what it printed. A signal counts as 128 + its usual number. */
export interface ChildEnd {
  code: number;
  output: string;
}

/**
 * Runs a program to its end. It gets a process group of its own: a Ctrl-C in the terminal reaches it once, from
 * us, and not a second time from the terminal, which many programs take for «at once, without cleaning up».
 */
export function runChild(
  file: string,
  args: readonly string[],
  options: ChildOptions = {},
): Promise<ChildEnd> {
  forwardSignals();
  return new Promise((resolve, reject) => {
    const child = spawn(file, [...args], {
      env: { ...process.env, ...options.env },
      cwd: options.cwd ?? process.cwd(),
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      stopForwarding();
      resolve({ code: code ?? 130, output });
    });
  });
}

/** Whether somebody asked to stop. */
export function isInterrupted(): boolean {
  return interruptions > 0;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function forwardSignals(): void {
  if (running.size > 0) return;
  for (const signal of SIGNALS) process.on(signal, interrupt);
}

/** With nothing running, a Ctrl-C is again what Node or the caller makes of it. */
function stopForwarding(): void {
  if (running.size > 0) return;
  for (const signal of SIGNALS) process.off(signal, interrupt);
}

function interrupt(signal: NodeJS.Signals): void {
  // npm repeats to us the Ctrl-C that the terminal has already sent.
  if (Date.now() - lastSignal < DEBOUNCE_MS) return;
  lastSignal = Date.now();
  interruptions += 1;
  if (interruptions === 1) {
    console.error(
      '\nInterrumpido: espero a que lo que está en marcha recoja lo suyo (otro Ctrl-C lo termina ya)…',
    );
    for (const child of running) child.kill(signal);
  } else {
    for (const child of running) killGroup(child);
  }
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It has ended in the meantime, or groups don't exist here.
    child.kill('SIGKILL');
  }
}
