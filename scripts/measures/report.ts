/** Tables of what proofs took. Pure. */

/** Something that took seconds, told by its topic. */
export interface Timed {
  topic: string;
  name: string;
  seconds: number;
}

/** `tema  cuántos  total  mediana  p90  máx.` for each topic, and the whole. */
export function topicTable(all: readonly Timed[]): string {
  const topics = [...new Set(all.map(({ topic }) => topic))].sort();
  const rows = topics.map((topic) =>
    row(
      topic,
      all.filter((one) => one.topic === topic),
    ),
  );
  const head = ['', 'cuántos', 'total', 'mediana', 'p90', 'máx.'];
  return table([head, ...rows, row('todo', all)]);
}

/** The slowest, with their seconds. */
export function slowest(all: readonly Timed[], count: number): string {
  const first = all.toSorted((a, b) => b.seconds - a.seconds).slice(0, count);
  return table(first.map(({ name, seconds }) => [name, `${seconds.toFixed(1)} s`]));
}

/** Columns wide enough; all but the first to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return rows
    .map((cells) =>
      cells.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[0] ?? 0))),
    )
    .map((cells) => `  ${cells.join('  ').trimEnd()}`)
    .join('\n');
}

function row(name: string, all: readonly Timed[]): string[] {
  const sorted = all.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const at = (part: number) =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)} s`;
  const total = sorted.reduce((sum, seconds) => sum + seconds, 0);
  return [
    name,
    String(all.length),
    `${total.toFixed(0)} s`,
    at(0.5),
    at(0.9),
    `${(sorted.at(-1) ?? 0).toFixed(1)} s`,
  ];
}
