import { scanShell } from './shell-scan.ts';

/**
 * Finds a here-document that a shell command opens and never closes.
 * @returns its delimiter, or undefined when all are closed
 */
export function unclosedHeredoc(command: string): string | undefined {
  return scanShell(command).heredocs.find(({ closed }) => !closed)?.delimiter;
}
