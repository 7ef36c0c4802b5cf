/** Cutting all proofs into parts of about the same size, that several machines make at the same time. Pure. */
import { createHash } from 'node:crypto';

/** One of `of` parts; the first is 1. */
export interface Part {
  number: number;
  of: number;
}

/**
 * Reads `2/6`.
 * @returns undefined when no part is asked for
 * @throws Error in Spanish when it says something else
 */
export function readPart(text: string | undefined): Part | undefined {
  if (!text) return undefined;
  const [, number, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (number && of && number <= of) return { number, of };
  throw new Error(
    `«${text}» no dice ninguna parte.\n  Cómo arreglarlo: escribe --parte 2/6 para la segunda de seis.`,
  );
}

/** Whether a proof belongs to a part: by its id, so that it stays there when others come and go. */
export function isInPart(id: string, part: Part | undefined): boolean {
  if (!part) return true;
  const number = createHash('sha256').update(id).digest().readUInt32BE(0);
  return number % part.of === part.number - 1;
}
