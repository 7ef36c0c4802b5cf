/** The one door to the `docker` command. */
import { type ChildProcessWithoutNullStreams, execFile, execFileSync, spawn } from 'node:child_process';
import { capture, type Outcome } from '../machine/command.ts';
import { fullDisk } from './trouble.ts';

/** Most bytes that a command may print. */
const LARGEST = 64 * 1024 * 1024;

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
      { maxBuffer: LARGEST, timeout: options.timeout ?? 0, env: options.env ?? process.env },
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

/** Like {@link dockerCli}, but never fails: for who wants to tell what the command said. */
export function captureDocker(args: readonly string[], options?: { timeout?: number }): Promise<Outcome> {
  return capture('docker', args, options);
}

/** Like {@link dockerCli}, and nothing else happens in this process meanwhile. */
export function dockerSync(args: readonly string[], { input }: { input?: Buffer } = {}): string {
  try {
    const options = { encoding: 'utf8', input: input ?? '', maxBuffer: LARGEST, stdio: 'pipe' } as const;
    return execFileSync('docker', [...args], options).trimEnd();
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new DockerError(args, stderr || message);
  }
}

/** Like {@link dockerSync}, but answers `undefined` when the command fails. */
export function tryDockerSync(args: readonly string[], options?: { input?: Buffer }): string | undefined {
  try {
    return dockerSync(args, options);
  } catch {
    return undefined;
  }
}

/**
 * Starts the `docker` command with its three streams in our hands. What is not read must be `resume`d.
 * @param options.detached in a process group of its own: Ctrl-C does not reach it
 */
export function spawnDocker(
  args: readonly string[],
  { detached = false } = {},
): ChildProcessWithoutNullStreams {
  return spawn('docker', [...args], { stdio: 'pipe', detached });
}

/** Runs the `docker` command with the streams of this process, for a person to type into; answers its exit code. */
export function dockerInHand(args: readonly string[]): Promise<number> {
  return inHand('docker', args);
}

/**
 * Runs a shell script that talks to the engine, with the streams of this process.
 * @returns its exit code; 127 when there is no `sh`
 */
export function runEngineScript(folder: string, file: string, args: readonly string[] = []): Promise<number> {
  return inHand('sh', [file, ...args], folder);
}

function inHand(program: string, args: readonly string[], cwd?: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: 'inherit', ...(cwd ? { cwd } : {}) });
    child.on('error', () => resolve(127));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
