/** How a drawing is told from others in a page. */

/** Prefix of everything that a diagram names in a page. */
export function svgId(id: string): string {
  return `dg-${id.replace(/[^a-z0-9]+/g, '-')}`;
}
