/** A bash that stays: cd, exports, heredocs, background jobs and $? persist from command to command. */
import type { FrameReader } from './frame-reader.ts';

export interface RunResult {
  output: string;
  exitCode: number;
  ms: number;
}

const READY_MS = 15_000;
const GRACE_MS = 3000;

/** Thrown when a command exceeds its time; the sandbox is no longer in a known state. */
export class TimedOutError extends Error {
  constructor(command: string, timeoutMs: number, output: string) {
    super(`La orden no terminó en ${timeoutMs / 1000} s y se interrumpió: ${command}\n${output}`);
    this.name = 'TimedOutError';
  }
}

/** Where the agent runs: in a sandbox's container, or (see local-shell.ts) on the reader's own machine. */
export interface ShellTransport {
  stdin: NodeJS.WritableStream;
  frames: FrameReader;
  /** Sends a signal to everything that the process `pid` started. */
  killChildren(pid: string, signal: 'TERM' | 'KILL'): Promise<void>;
}

export class Shell {
  readonly #transport: ShellTransport;
  readonly #pid: string;
  #count = 0;
  /** Folder in which the shell stands after the last command. */
  cwd: string;

  private constructor(transport: ShellTransport, pid: string, cwd: string) {
    this.#transport = transport;
    this.#pid = pid;
    this.cwd = cwd;
  }

  /** Waits for an agent that was just started in `cwd` to say that it is ready. */
  static async over(transport: ShellTransport, cwd: string, readyMs = READY_MS): Promise<Shell> {
    const ready = await transport.frames.line(readyMs);
    return new Shell(transport, ready.split(' ')[1] as string, cwd);
  }

  /**
   * Runs one command, stdout and stderr together as on a terminal.
   * @param timeoutMs then TERM, later KILL, to everything the shell started
   * @throws {TimedOutError}
   */
  async run(command: string, timeoutMs = 60_000): Promise<RunResult> {
    this.#count += 1;
    this.#transport.stdin.write(`c${this.#count} ${Buffer.from(command).toString('base64')}\n`);
    const limit = this.#limit(timeoutMs);
    const header = await this.#transport.frames.line(timeoutMs + 2 * GRACE_MS).finally(limit.clear);
    const [, status, bytes, ms, ...cwd] = header.split(' ');
    const output = (await this.#transport.frames.bytes(Number(bytes), READY_MS)).toString();
    if (limit.exceeded()) throw new TimedOutError(command, timeoutMs, output);
    this.cwd = cwd.join(' ');
    return { output, exitCode: Number(status), ms: Number(ms) };
  }

  /** Ends what the shell started when its time is over: first politely, then not. */
  #limit(timeoutMs: number): { exceeded(): boolean; clear(): void } {
    let exceeded = false;
    // A sandbox that is gone needs no killing; whoever waits for the answer hears of it.
    const kill = (signal: 'TERM' | 'KILL') =>
      void this.#transport.killChildren(this.#pid, signal).catch(() => {});
    const timers = [
      setTimeout(() => {
        exceeded = true;
        kill('TERM');
      }, timeoutMs),
      setTimeout(() => kill('KILL'), timeoutMs + GRACE_MS),
    ];
    return { exceeded: () => exceeded, clear: () => timers.forEach(clearTimeout) };
  }
}
