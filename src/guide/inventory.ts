/** Reads the inventory of what the guide must tell and the table of claims, which live outside the repository. */
import type { Coverage } from './corpus.ts';

const PAGE = /^- \*\*`([^`]+)`\*\*/;
const ABSORBS = /^\s+- Absorbe: (.*)$/;
const CLAIM = /^#### (A-\d{3}) · `([^`]+)`/;
const ROW = /^\| (S\d-\d+) \|/;

/**
 * Item and claim ids with the pages that the inventory proposes for them.
 * @param inventory text of inventario.md
 * @param claims text of afirmaciones.md
 */
export function readInventory(inventory: string, claims: string): Coverage {
  const items: Coverage['items'] = {};
  let page = '';
  for (const line of inventory.split('\n')) {
    const row = ROW.exec(line)?.[1];
    if (row) items[row] ??= [];
    page = PAGE.exec(line)?.[1] ?? page;
    for (const id of ABSORBS.exec(line)?.[1]?.match(/S\d-\d+/g) ?? []) {
      items[id] ??= [];
      items[id].push(page);
    }
  }
  const pageOfClaim: Coverage['claims'] = {};
  for (const line of claims.split('\n')) {
    const [, id, proposed] = CLAIM.exec(line) ?? [];
    if (id && proposed) pageOfClaim[id] = proposed;
  }
  return { items, claims: pageOfClaim };
}
