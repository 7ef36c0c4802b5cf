/** What is told when the engine fails us in the middle of a run: it went away, or its disk is full. Pure. */

// Node's codes for an engine that does not listen, has just stopped, or has taken its socket away.
const NOT_LISTENING = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE']);

/**
 * Tells in words that something was lost or that the disk is full; any other error goes on as it is.
 * @param what the thing that we were opening or using: «El banco de pruebas»
 */
export function explainTrouble(what: string): (error: unknown) => never {
  return (error) => {
    const full = fullDisk(String((error as Error).message));
    if (full) throw new Error(full, { cause: error });
    if (isLoss(error)) throw new Error(lossOf(what), { cause: error });
    throw error;
  };
}

/** For who removes something: that it is gone already is what was wanted, and a stopped engine removes it when it starts. */
export function ignoreLoss(error: unknown): void {
  if (!isLoss(error)) throw error;
}

/** What to tell of something that was lost. */
export function lossOf(what: string): string {
  return (
    `${what} desapareció: alguien lo borró, o se reinició el motor. De lo que creó no queda nada.\n` +
    '  Cómo arreglarlo: mira con «docker info» que el motor responde, y repite la orden.'
  );
}

/** What to tell of an answer of the engine that speaks of a full disk; `undefined` of any other. */
export function fullDisk(answer: string): string | undefined {
  if (!/no space left on device|disk quota exceeded/i.test(answer)) return undefined;
  return (
    `El disco en el que el motor guarda sus datos está lleno:\n${answer.trim()}\n` +
    '  Cómo arreglarlo: mira qué ocupa con «docker system df»; «npm run limpiar» quita lo nuestro, y «docker system prune», ' +
    'lo tuyo que no uses.'
  );
}

function isLoss(error: unknown): boolean {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  // 404 gone already, 409 the engine is removing it.
  return statusCode === 404 || statusCode === 409 || (code !== undefined && NOT_LISTENING.has(code));
}
