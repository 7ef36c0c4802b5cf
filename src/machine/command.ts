import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What a program answered; code 127 when there is no such program and 124 when it took too long. */
export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a program without a shell and never rejects. */
export function capture(
  file: string,
  args: readonly string[],
  options: { timeout?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  const { timeout = 15_000, env = process.env } = options;
  return new Promise((resolve) => {
    const child = execFile(
      file,
      [...args],
      { timeout, env, maxBuffer: 64 * 1024 * 1024, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const missing = error?.code === 'ENOENT' || error?.code === 'EACCES';
        const code = missing ? 127 : error?.killed ? 124 : (child.exitCode ?? 1);
        resolve({ code, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() });
      },
    );
  });
}

/** Path of a program of the PATH, or of the folders where daemons live, which are not in everybody's PATH. */
export function which(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/sbin'];
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** Whether the path is a file that can be run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
