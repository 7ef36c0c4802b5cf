/** Asking the reader's engine. */
import { execFileSync } from 'node:child_process';

/** What a docker command prints, or undefined when it fails. */
export function ask(...args: string[]): string | undefined {
  try {
    return execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

/** The lines that a docker command prints; it must work. */
export function list(...args: string[]): string[] {
  return execFileSync('docker', args, { encoding: 'utf8' }).split('\n').filter(Boolean);
}
