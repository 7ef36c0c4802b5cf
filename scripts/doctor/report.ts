/** What the doctor says: pure. */

/** `ok`: it is there · `missing`: `npm test` needs it · `absent`: not there, and not needed. */
export type Status = 'ok' | 'missing' | 'absent';

export interface Finding {
  id: string;
  name: string;
  status: Status;
  detail: string;
  /** How to mend it. */
  remedy?: string;
}

const MARKS: Record<Status, string> = { ok: '✔', missing: '✘', absent: '–' };

/** Whether `npm test` has all that it needs. */
export function isEnough(findings: readonly Finding[]): boolean {
  return findings.every(({ status }) => status !== 'missing');
}

/** A table for people, with the remedies under what is missing. */
export function renderTable(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length)) + 2;
  const rows = findings.flatMap(({ status, name, detail, remedy }) => [
    `${MARKS[status]} ${name.padEnd(width)}${detail}`,
    ...(remedy
      ? remedy.split('\n').map((line, index) => `  ${''.padEnd(width)}${index === 0 ? '→' : ' '} ${line}`)
      : []),
  ]);
  const end = isEnough(findings)
    ? '«npm test» tiene todo lo que necesita.'
    : 'A «npm test» le falta lo marcado con ✘.';
  return `${rows.join('\n')}\n\n${end}`;
}

/** The same for programs. */
export function renderJson(findings: readonly Finding[]): string {
  return JSON.stringify({ suficiente: isEnough(findings), hallazgos: findings }, null, 2);
}

/** Bytes as «12,3 GB». */
export function formatGigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`;
}
