const OPENING = /<<(?!<)(-?)\s*(['"]?)([A-Za-z_][A-Za-z0-9_]*)\2/g;

/**
 * Finds a here-document that a shell command opens and never closes.
 * @returns its delimiter, or undefined when all are closed
 */
export function unclosedHeredoc(command: string): string | undefined {
  const lines = command.split('\n');
  for (const [index, line] of lines.entries()) {
    for (const [, dash, , delimiter] of line.matchAll(OPENING)) {
      const closed = lines
        .slice(index + 1)
        .some((later) => (dash ? later.replace(/^\t+/, '') : later) === delimiter);
      if (!closed) return delimiter;
    }
  }
  return undefined;
}
