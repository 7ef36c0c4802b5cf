import { execFileSync } from 'node:child_process';

/** Paths, relative to the root, that differ from what the current branch started from; new files included. */
export function readChangedPaths(): string[] {
  return [...git('diff', '--name-only', base()), ...git('ls-files', '--others', '--exclude-standard')];
}

function base(): string {
  try {
    return git('merge-base', 'HEAD', 'origin/main')[0] ?? 'HEAD';
  } catch {
    // A clone without a remote: what is not committed is the change. Where nobody edits, that would be nothing at all.
    if (!process.env.CI) return 'HEAD';
    throw new Error(
      'No se sabe de dónde salió este cambio: falta la rama origin/main.\n' +
        '  Cómo arreglarlo: descarga toda la historia («fetch-depth: 0»), o ejecuta npm test sin --cambiados.',
    );
  }
}

function git(...args: string[]): string[] {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .filter(Boolean);
}
