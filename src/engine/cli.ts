import { execFile, type SpawnOptions, spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { fullDisk } from './trouble.ts';

/** A `docker` command that failed, with what it printed. */
export class DockerError extends Error {
  // Not shown with the error: the message already has its end.
  readonly #stderr: string;

  constructor(args: readonly string[], stderr: string) {
    // A build prints hundreds of lines, and the end says why it failed.
    const end = stderr.trim().split('\n').slice(-30).join('\n');
    super(`«docker ${args.join(' ')}» falló:\n${fullDisk(end) ?? end}`);
    this.name = 'DockerError';
    this.#stderr = stderr;
  }

  /** All that the command printed as error. */
  get stderr(): string {
    return this.#stderr;
  }
}

/** How to run the `docker` command. */
export interface CliOptions {
  /** Milliseconds after which it is ended, and counts as failed. */
  timeout?: number;
  env?: NodeJS.ProcessEnv;
  /** Answers also what it printed as error, after the rest: the logs of a container come in both. */
  both?: boolean;
}

/** Runs the `docker` command and answers what it printed, without the final newline. */
export function dockerCli(args: readonly string[], options: CliOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'docker',
      [...args],
      { maxBuffer: 64 * 1024 * 1024, timeout: options.timeout ?? 0, env: options.env ?? process.env },
      (error, stdout, stderr) => {
        if (error) reject(new DockerError(args, stderr || error.message));
        else resolve((options.both ? stdout + stderr : stdout).trimEnd());
      },
    );
  });
}

/** Like {@link dockerCli}, but answers `undefined` when the command fails: for «is it there?» questions. */
export async function tryDockerCli(args: readonly string[]): Promise<string | undefined> {
  try {
    return await dockerCli(args);
  } catch {
    return undefined;
  }
}

/** One program of a pipeline: the file and its arguments. */
export type Command = readonly [file: string, args: readonly string[], options?: SpawnOptions];

/** Runs `first | second` without a shell. Both must succeed; answers what the second printed. */
export async function pipe(first: Command, second: Command): Promise<string> {
  const source = spawn(first[0], first[1], { ...first[2], stdio: ['ignore', 'pipe', 'pipe'] });
  const sink = spawn(second[0], second[1], { ...second[2], stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  // Decoded by the stream: a piece may end in the middle of a letter.
  sink.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  for (const stream of [source.stderr, sink.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
  }
  // Whoever ends early closes the pipe; its exit code tells the story, not the EPIPE. The other one must not be left
  // waiting for it, nor we for the other one.
  let cutShort = false;
  if (source.stdout && sink.stdin)
    pipeline(source.stdout, sink.stdin).catch(() => {
      cutShort = source.kill();
    });
  source.on('error', () => sink.kill());
  sink.on('error', () => source.kill());
  const [left, right] = await Promise.all([exitCode(source), exitCode(sink)]);
  // A reader that has what it wants need not read the padding at the end (tar), and so its writer is no failure.
  if (right !== 0 || (left !== 0 && !cutShort)) {
    const said = errors.trim();
    throw new Error(`«${first[0]} | ${second[0]}» falló (${left}, ${right}):\n${fullDisk(said) ?? said}`);
  }
  return output.trimEnd();
}

function exitCode(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
