import type { Command } from '../examples/session.ts';
import type { RunResult } from './shell.ts';

/** What a session needs of the machine it runs on: a sandbox, or the reader's own. */
export interface SessionHost {
  /** How many times longer than usual everything may take here; absent, no longer. */
  readonly slowness?: number;
  run(command: string, options?: RunOptions): Promise<RunResult>;
  /** Runs a command under a pseudo-terminal and types its inputs. */
  type(command: Command, options: RunOptions): Promise<RunResult>;
}

export interface RunOptions {
  timeoutMs?: number;
  terminal?: string | undefined;
  /** Not part of the session: what it prints is its own, and `$?` and what jobs print wait for the next command. */
  aside?: boolean;
}

/** A machine on which an example of the guide runs: an ordinary sandbox, or the virtual machine. */
export interface Bench extends SessionHost, AsyncDisposable {
  /** Puts an example's files in `/root/<name>` as a reader would have them, and goes there. */
  enterFolder(dir: string, name: string): Promise<void>;
}
