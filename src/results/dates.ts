const LONG = new Intl.DateTimeFormat('es', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-11-21` or an ISO date and time → `21 nov 2026`. */
export function spanishDate(iso: string): string {
  return LONG.format(new Date(iso)).replace(/\bde /g, '').replace('.', '');
}
