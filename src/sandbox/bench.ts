import type { SessionHost } from './run-session.ts';

/** A machine on which an example of the guide runs: an ordinary sandbox, or the virtual machine. */
export interface Bench extends SessionHost, AsyncDisposable {
  /** Puts an example's files in `/root/<name>` as a reader would have them, and goes there. */
  enterFolder(dir: string, name: string): Promise<void>;
}
