/** Asking the reader's engine. */
import { dockerSync, tryDockerSync } from '../../../src/engine/cli.ts';

/** What a docker command prints, or undefined when it fails. */
export function ask(...args: string[]): string | undefined {
  return tryDockerSync(args);
}

/** The lines that a docker command prints; it must work. */
export function list(...args: string[]): string[] {
  return dockerSync(args).split('\n').filter(Boolean);
}
