/** A bash that stays: cd, exports, heredocs, background jobs and $? persist from command to command. */
import { PassThrough } from 'node:stream';
import { FrameReader } from './frame-reader.ts';
import { type DockerContainer, docker } from './runtime.ts';

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

export class Shell {
  readonly #container: DockerContainer;
  readonly #stdin: NodeJS.WritableStream;
  readonly #frames: FrameReader;
  readonly #pid: string;
  #count = 0;
  /** Folder in which the shell stands after the last command. */
  cwd: string;

  private constructor(
    container: DockerContainer,
    stdin: NodeJS.WritableStream,
    frames: FrameReader,
    pid: string,
    cwd: string,
  ) {
    this.#container = container;
    this.#stdin = stdin;
    this.#frames = frames;
    this.#pid = pid;
    this.cwd = cwd;
  }

  /** Opens a shell of the sandbox's agent in a folder that exists. */
  static async open(container: DockerContainer, cwd: string): Promise<Shell> {
    const exec = await container.exec({
      Cmd: ['sandbox-agent', cwd],
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
    });
    const stream = await exec.start({ hijack: true, stdin: true });
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    (await docker()).modem.demuxStream(stream, stdout, stderr);
    const frames = new FrameReader(stdout, stderr);
    stream.on('close', () => frames.end());
    stream.on('end', () => frames.end());
    const ready = await frames.line(READY_MS);
    return new Shell(container, stream, frames, ready.split(' ')[1] as string, cwd);
  }

  /**
   * Runs one command, stdout and stderr together as on a terminal.
   * @param timeoutMs then TERM, later KILL, to everything the shell started
   * @throws {TimedOutError}
   */
  async run(command: string, timeoutMs = 60_000): Promise<RunResult> {
    this.#count += 1;
    this.#stdin.write(`c${this.#count} ${Buffer.from(command).toString('base64')}\n`);
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      void this.#killChildren('TERM');
      setTimeout(() => void this.#killChildren('KILL'), GRACE_MS).unref();
    }, timeoutMs);
    const header = await this.#frames.line(timeoutMs + 2 * GRACE_MS).finally(() => clearTimeout(timer));
    const [, status, bytes, ms, ...cwd] = header.split(' ');
    const output = (await this.#frames.bytes(Number(bytes), READY_MS)).toString();
    if (timedOut) throw new TimedOutError(command, timeoutMs, output);
    this.cwd = cwd.join(' ');
    return { output, exitCode: Number(status), ms: Number(ms) };
  }

  async #killChildren(signal: 'TERM' | 'KILL'): Promise<void> {
    const script = `kids() { for k in $(cat /proc/$1/task/*/children 2>/dev/null); do kids $k; echo $k; done; }; kill -${signal} $(kids ${this.#pid})`;
    const exec = await this.#container.exec({ Cmd: ['sh', '-c', script] });
    await exec.start({});
  }
}
