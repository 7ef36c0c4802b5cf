/** The proofs of the guide topic by topic: the verification page has one page a topic. */
import { SECTIONS } from '../guide/sections.ts';
import { type ProofSummary, summarizeProofs } from './proof-summary.ts';
import type { ClaimRow, ExampleRow } from './verification.ts';

/** What is proved of one topic. */
export interface TopicProofs {
  /** Folder of the topic: `redes`. */
  id: string;
  label: string;
  examples: ExampleRow[];
  claims: ClaimRow[];
  summary: ProofSummary;
}

/** Topics that prove something, in the order of the guide; those that it does not know, last. */
export function groupByTopic(examples: ExampleRow[], claims: ClaimRow[]): TopicProofs[] {
  const order = SECTIONS.map(({ directory }): string => directory);
  const place = (id: string) => (order.indexOf(id) + 1 || order.length + 1).toString().padStart(2, '0') + id;
  const examplesOf = Map.groupBy(examples, ({ topic }) => topic);
  const claimsOf = Map.groupBy(claims, ({ topic }) => topic);
  return [...new Set([...examplesOf.keys(), ...claimsOf.keys()])]
    .sort((a, b) => place(a).localeCompare(place(b)))
    .map((id) => {
      const rows = { examples: examplesOf.get(id) ?? [], claims: claimsOf.get(id) ?? [] };
      const label = SECTIONS.find(({ directory }) => directory === id)?.label ?? id;
      return { id, label, ...rows, summary: summarizeProofs([...rows.examples, ...rows.claims]) };
    });
}

/** Claims under the page that makes them, in the order of `slugs`; what fails comes first on each. */
export function groupByPage(claims: ClaimRow[], slugs: readonly string[]) {
  const rank = { failed: 0, unknown: 1, passed: 2 };
  const place = (slug: string) => slugs.indexOf(slug) + 1 || slugs.length + 1;
  return [...Map.groupBy(claims, ({ pages }) => pages[0]?.slug ?? '')]
    .sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b))
    .map(([slug, rows]) => ({
      page: rows[0]?.pages.find((page) => page.slug === slug),
      claims: [...rows].sort((a, b) => rank[a.status] - rank[b.status]),
    }));
}
