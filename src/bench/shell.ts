/** A bash that stays: cd, exports, heredocs, background jobs and $? persist from command to command. */
import type { FrameReader } from './frame-reader.ts';
import { endedMessage } from './shell-end.ts';
import { inStableOrder, redefinesDocker } from './stream-order.ts';

export interface RunResult {
  /** stdout and stderr together, as on a terminal, and before them what jobs had printed meanwhile. */
  output: string;
  exitCode: number;
  ms: number;
  /** The command ended the shell itself (`exit`, `exec`, `set -e`…): nothing more can be run in it. */
  ended?: boolean;
}

const READY_MS = 15_000;
// The agent ends a command by itself, politely and then not; this much later it must have answered.
const ANSWER_MS = 15_000;
const HEADER = /^(c\d+) (\d{1,3}) (\d+) (\d+) (-|plazo|fin) (.*)$/;

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
  /** Where the program that puts outputs in a stable order stands (stream-order.ts). */
  orderer: string;
}

export class Shell {
  readonly #transport: ShellTransport;
  #count = 0;
  #endedBy: string | undefined;
  /** The session has made `docker` something of its own. */
  #plain = false;
  /** Folder in which the shell stands after the last command. */
  cwd: string;

  private constructor(transport: ShellTransport, cwd: string) {
    this.#transport = transport;
    this.cwd = cwd;
  }

  /** Waits for an agent that was just started in `cwd` to say that it is ready. */
  static async over(transport: ShellTransport, cwd: string, readyMs = READY_MS): Promise<Shell> {
    const ready = await transport.frames.line(readyMs);
    if (!/^ready \d+$/.test(ready)) throw new Error(outOfStep('ready', ready));
    return new Shell(transport, cwd);
  }

  /**
   * Runs one command, stdout and stderr together as on a terminal.
   * @param timeoutMs then TERM, later KILL, to everything the shell started, and to the shell if that is not enough
   * @param aside run it in a subshell, with only its own output, and keep `$?` and what jobs print for the next command
   * @throws {TimedOutError} and Error in Spanish when an earlier command ended the shell
   */
  async run(command: string, timeoutMs = 60_000, aside = false): Promise<RunResult> {
    if (this.#endedBy !== undefined) throw new Error(endedMessage(this.#endedBy));
    this.#count += 1;
    const id = `c${this.#count}`;
    const { stdin, frames, orderer } = this.#transport;
    this.#plain ||= redefinesDocker(command);
    const text = Buffer.from(this.#plain ? command : inStableOrder(command, orderer));
    const kind = aside ? 'aparte' : 'orden';
    stdin.write(Buffer.concat([Buffer.from(`${id} ${kind} ${Math.ceil(timeoutMs)} ${text.length}\n`), text]));
    const header = await frames.line(timeoutMs + ANSWER_MS);
    const match = HEADER.exec(header);
    if (match?.[1] !== id) throw new Error(outOfStep(id, header));
    const [, , status, bytes, ms, flag, cwd] = match;
    const output = (await frames.bytes(Number(bytes), READY_MS))
      .toString()
      // `set -x` shows it; nobody typed it.
      .replaceAll(`${orderer} `, '');
    this.cwd = cwd as string;
    if (flag === 'plazo') throw new TimedOutError(command, timeoutMs, output);
    const result = { output, exitCode: Number(status), ms: Number(ms) };
    if (flag !== 'fin') return result;
    this.#endedBy = command;
    return { ...result, ended: true };
  }
}

function outOfStep(expected: string, got: string): string {
  return (
    `Agente desincronizado: se esperaba la respuesta «${expected}» y llegó «${got.slice(0, 200)}».\n` +
    '  Cómo arreglarlo: repite la orden; si vuelve a pasar, es un fallo de scripts/images/banco/sandbox-agent.'
  );
}
