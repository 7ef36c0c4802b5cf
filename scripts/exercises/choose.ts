/** What somebody asks of an exercise. Pure. */
import { SetupError } from '../setup/progress.ts';

const ACTIONS = ['comprueba', 'pista', 'solucion', 'limpia', 'banco'] as const;

export type Action = (typeof ACTIONS)[number] | 'prepara';

/**
 * The one thing that the options ask for; to prepare it, when they ask for none.
 * @throws SetupError in Spanish when they ask for two
 */
export function chooseAction(options: Partial<Record<(typeof ACTIONS)[number], unknown>>): Action {
  const asked = ACTIONS.filter((name) => options[name] !== undefined);
  if (asked.length > 1)
    throw new SetupError(
      `Pides varias cosas a la vez: ${asked.map((name) => `--${name}`).join(' y ')}.\n  Cómo arreglarlo: una cada vez.`,
    );
  return asked[0] ?? 'prepara';
}

/** Number of a hint. @throws SetupError in Spanish when there is no such hint */
export function readHintLevel(text: string | undefined): number {
  if (text !== undefined && /^[123]$/.test(text)) return Number(text);
  throw new SetupError(
    `No hay ninguna pista «${text ?? ''}».\n  Cómo arreglarlo: --pista 1, --pista 2 o --pista 3, de menos a más.`,
  );
}
