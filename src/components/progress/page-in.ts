/** Address of a page without the base nor slashes at its ends: `/guia/redes/dns/` → `redes/dns`. Safe in a browser. */
export function pageIn(pathname: string, base: string): string {
  const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return path.replace(/^\/+|\/+$/g, '');
}
