/** What a run tells of the earlier proofs that it took. Pure. */
import type { Proof } from './collect-results.ts';

const HOUR_MS = 3600 * 1000;

/** How many proofs were taken from earlier runs and how old they are; nothing when none was. */
export function tellReused(
  proofs: readonly Pick<Proof, 'state' | 'reused'>[],
  now = Date.now(),
): string | undefined {
  const dates = proofs.flatMap(({ reused }) => (reused ? [reused] : [])).sort();
  if (!dates[0]) return undefined;
  const made = proofs.filter(({ state, reused }) => state !== 'skipped' && !reused).length;
  return (
    `\nSe reutilizan ${dates.length} pruebas ya hechas en este equipo con todo igual; la más antigua, de hace ` +
    `${ageOf(now - Date.parse(dates[0]))}. Hechas ahora: ${made}. ` +
    'Para repetirlas todas: npm test -- --sin-reusar'
  );
}

function ageOf(ms: number): string {
  const hours = ms / HOUR_MS;
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} min`;
  return hours < 48 ? `${Math.round(hours)} h` : `${Math.floor(hours / 24)} días`;
}
