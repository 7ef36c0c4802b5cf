/** How the rows of the verification pages are named and linked. */
import type { ClaimRow, ExampleRow } from '../results/verification.ts';

/** Id of a row in the page of its topic: that of the claim, or one that no claim has. */
export function rowAnchor(row: ClaimRow | ExampleRow): string {
  return isExample(row) ? `ejemplo-${row.id.replaceAll('/', '--')}` : row.id;
}

/** What a row proves, in words. */
export function rowName(row: ClaimRow | ExampleRow): string {
  return isExample(row) ? `Ejemplo ${row.id}: ${row.title}` : row.text;
}

function isExample(row: ClaimRow | ExampleRow): row is ExampleRow {
  return 'steps' in row;
}

/** The column says that they are engines. */
export function shortNames(names: readonly string[]): string {
  return names.map((name) => name.replace('Docker Engine ', '')).join(', ');
}
