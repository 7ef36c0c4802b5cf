/** Commands that want a terminal: run under a pseudo-terminal and typed at like a person would. */
import type { Duplex } from 'node:stream';
import type { DockerContainer } from '../engine/api.ts';
import type { Command } from '../examples/session.ts';
import { attachAgent } from './container-shell.ts';
import type { FrameReader } from './frame-reader.ts';
import { type RunResult, TimedOutError } from './shell.ts';
import { isControl, isTimeToType } from './typing.ts';

const POLL_MS = 50;
const ANSWER_MS = 15_000;
const SIZE = { h: 24, w: 80 };

/** Bytes of a typed line: `^X` is Control-X; anything else is text and the Enter key. */
export function keystrokes(input: string): string {
  if (isControl(input))
    return input.replace(/\^(.)/g, (_, letter: string) => String.fromCharCode(letter.charCodeAt(0) & 31));
  return `${input}\r`;
}

/** Runs one command of a `tty` step and types its inputs, each when the program waits for one. */
export async function runInTerminal(
  container: DockerContainer,
  cwd: string,
  command: Command,
  timeoutMs = 60_000,
): Promise<RunResult> {
  const ear = await Ear.open(container);
  try {
    const exec = await container.exec({
      Cmd: ['bash', '-c', command.text],
      Tty: true,
      // The reader's ^P^Q is for the inner client, not for this connection.
      DetachKeys: 'ctrl-^,ctrl-_,ctrl-^,ctrl-_',
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
      WorkingDir: cwd,
      Env: ['TERM=xterm', 'LANG=C.UTF-8', 'TZ=UTC', 'DOCKER_CLI_HINTS=false', 'HOME=/root'],
    });
    const started = performance.now();
    const stream: Duplex = await exec.start({ hijack: true, stdin: true, Tty: true });
    const conversation = converse(stream, ear, command, timeoutMs);
    // A command that has already ended has no terminal left to size.
    await exec.resize(SIZE).catch(() => {});
    const output = await conversation;
    return { output, exitCode: await exitCodeOf(exec), ms: Math.round(performance.now() - started) };
  } finally {
    ear.close();
  }
}

/** Knows whether a program of the terminal that is opened after it waits for a key (scripts/images/banco/sandbox-escucha). */
class Ear {
  readonly #stdin: NodeJS.WritableStream;
  readonly #frames: FrameReader;

  private constructor(stdin: NodeJS.WritableStream, frames: FrameReader) {
    this.#stdin = stdin;
    this.#frames = frames;
  }

  static async open(container: DockerContainer): Promise<Ear> {
    const { stdin, frames } = await attachAgent(container, ['sandbox-escucha']);
    await frames.line(ANSWER_MS);
    return new Ear(stdin, frames);
  }

  /** True, false, or undefined when it cannot be known. */
  async hears(): Promise<boolean | undefined> {
    this.#stdin.write('\n');
    const answer = await this.#frames.line(ANSWER_MS);
    return answer === '?' ? undefined : answer === '1';
  }

  close(): void {
    this.#stdin.end();
  }
}

/** The stream may end a moment before the engine knows the exit code. */
async function exitCodeOf(exec: {
  inspect(): Promise<{ Running: boolean; ExitCode: number | null }>;
}): Promise<number> {
  for (;;) {
    const { Running, ExitCode } = await exec.inspect();
    if (!Running && ExitCode !== null) return ExitCode;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function converse(stream: Duplex, ear: Ear, command: Command, timeoutMs: number): Promise<string> {
  const chunks: Buffer[] = [];
  const text = () => Buffer.concat(chunks).toString();
  let lastWrite = performance.now();
  let lastTyped = lastWrite;
  let typedAt = -1;
  const pending = [...command.inputs];
  const ended = new Promise<true>((resolve) => {
    for (const event of ['end', 'close', 'error']) stream.on(event, () => resolve(true));
  });
  stream.on('data', (chunk: Buffer) => {
    if (chunks.length === 0) lastTyped = performance.now();
    chunks.push(chunk);
    lastWrite = performance.now();
  });
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const over = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, POLL_MS))]);
    if (over) return text();
    const now = performance.now();
    if (now > deadline) {
      stream.destroy();
      throw new TimedOutError(command.text, timeoutMs, text());
    }
    const next = pending[0];
    if (next === undefined) continue;
    const output = text();
    const listening = await Promise.race([ear.hears(), ended]);
    if (
      !isTimeToType({
        input: next,
        output,
        answered: output.length !== typedAt,
        quiet: now - lastWrite,
        sinceTyped: now - lastTyped,
        listening,
      })
    )
      continue;
    pending.shift();
    typedAt = output.length;
    lastWrite = performance.now();
    lastTyped = lastWrite;
    stream.write(keystrokes(next));
  }
}
