/** How the set-up tells what it does. */

/** Receives one line for the person who waits. */
export type Progress = (line: string) => void;

/** A failure whose message already says what happened and how to mend it: shown without a stack trace. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/** A duration as people read it: «0,4 s», «1 min 05 s». */
export function formatDuration(ms: number): string {
  const total = Math.round(ms / 1000);
  if (total < 60) return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
  return `${Math.floor(total / 60)} min ${String(total % 60).padStart(2, '0')} s`;
}

/**
 * Runs one step and tells when it starts, that it is still alive every ten seconds, and how long it took.
 * @param text what is done and how long it usually takes
 */
export async function step<T>(progress: Progress, text: string, action: () => Promise<T>): Promise<T> {
  const start = Date.now();
  progress(`· ${text}…`);
  const timer = setInterval(() => progress(`  sigo en ello (${formatDuration(Date.now() - start)})`), 10_000);
  try {
    const result = await action();
    progress(`  hecho en ${formatDuration(Date.now() - start)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}
