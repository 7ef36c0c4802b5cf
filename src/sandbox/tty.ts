/** Commands that want a terminal: run under a pseudo-terminal and typed at like a person would. */
import type { Duplex } from 'node:stream';
import type { Command } from '../examples/session.ts';
import type { DockerContainer } from './runtime.ts';
import { type RunResult, TimedOutError } from './shell.ts';

// A person types when the program has stopped writing and shows a prompt, or has been silent for long.
const PROMPT = /(?:[#$>%?:])\s*$/;
const QUIET_AT_PROMPT_MS = 250;
const QUIET_MS = 1500;
// A program that never stops writing is interrupted after a while.
const IMPATIENT_MS = 2500;
// Longest wait for the first words of a program that may have none.
const PATIENT_MS = 10_000;
const POLL_MS = 50;
const SIZE = { h: 24, w: 80 };

/** Bytes of a typed line: `^X` is Control-X; anything else is text and the Enter key. */
export function keystrokes(input: string): string {
  if (isControl(input))
    return input.replace(/\^(.)/g, (_, letter: string) => String.fromCharCode(letter.charCodeAt(0) & 31));
  return `${input}\r`;
}

const isControl = (input: string) => /^(?:\^[A-Z\]\\])+$/.test(input);

/** Runs one command of a `tty` step and types its inputs, each when the program waits for one. */
export async function runInTerminal(
  container: DockerContainer,
  cwd: string,
  command: Command,
  timeoutMs = 60_000,
): Promise<RunResult> {
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
  await exec.resize(SIZE);
  const output = await converse(stream, command, timeoutMs);
  return { output, exitCode: await exitCodeOf(exec), ms: Math.round(performance.now() - started) };
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

function converse(stream: Duplex, command: Command, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let lastWrite = performance.now();
    let lastTyped = 0;
    let typedAt = -1;
    const pending = [...command.inputs];
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
      lastWrite = performance.now();
      lastTyped ||= lastWrite;
    });
    const poll = setInterval(() => {
      const quiet = performance.now() - lastWrite;
      const atPrompt = PROMPT.test(output) && output.length !== typedAt;
      const next = pending[0];
      // A program that has written nothing yet is not ready to be typed at.
      if (next === undefined || (output === '' && quiet < PATIENT_MS)) return;
      const impatient = isControl(next) && performance.now() - lastTyped > IMPATIENT_MS;
      if (!impatient && quiet < (atPrompt ? QUIET_AT_PROMPT_MS : QUIET_MS)) return;
      pending.shift();
      typedAt = output.length;
      lastWrite = performance.now();
      lastTyped = lastWrite;
      stream.write(keystrokes(next));
    }, POLL_MS);
    const timer = setTimeout(() => {
      clearInterval(poll);
      stream.destroy();
      reject(new TimedOutError(command.text, timeoutMs, output));
    }, timeoutMs);
    const finish = () => {
      clearInterval(poll);
      clearTimeout(timer);
      resolve(output);
    };
    stream.on('end', finish);
    stream.on('close', finish);
  });
}
