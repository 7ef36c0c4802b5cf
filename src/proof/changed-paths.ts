import { execFileSync } from 'node:child_process';

/** Paths, relative to the root, that differ from what the current branch started from; new files included. */
export function readChangedPaths(): string[] {
  return [...git('diff', '--name-only', base()), ...git('ls-files', '--others', '--exclude-standard')];
}

function base(): string {
  try {
    return git('merge-base', 'HEAD', 'origin/main')[0] ?? 'HEAD';
  } catch {
    // A clone without a remote: what is not committed is the change.
    return 'HEAD';
  }
}

function git(...args: string[]): string[] {
  return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    .split('\n')
    .filter(Boolean);
}
