import { ensureEngine } from './engine.ts';
import { ensureImageSource } from './images.ts';
import { SetupError } from './progress.ts';

/**
 * Does something for which an engine must answer: starts or installs it first, or says what to do.
 * What the bench throws already says in Spanish what happened, so it is told without a stack trace.
 */
export async function withEngine(action: () => Promise<void>): Promise<void> {
  await ensureEngine(console.log);
  await ensureImageSource(console.log);
  try {
    await action();
  } catch (error) {
    const cause = firstCause(error);
    throw cause instanceof Error ? new SetupError(cause.message, { cause }) : cause;
  }
}

/** When cleaning up fails too, what matters is what came before. */
function firstCause(error: unknown): unknown {
  return error instanceof SuppressedError ? firstCause(error.suppressed) : error;
}
