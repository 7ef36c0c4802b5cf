/** The one list of what can alter the outcome of any proof, relative to the root; folders end in a slash. */
export const HARNESS: readonly string[] = [
  ...[
    'src/config/',
    'src/machine/',
    'src/examples/',
    'src/engine/',
    'src/images/',
    'src/hub/',
    'src/bench/',
    'src/run/',
  ],
  ...['src/proof/', 'tests/support/', 'tests/examples.test.ts', 'tests/claims.test.ts'],
  ...['vitest.config.ts', 'package-lock.json'],
];

/** What the images of the harness are made of. Their ids tell when they changed; before they are built, only this does. */
export const HARNESS_IMAGES: readonly string[] = [
  ...['banco', 'hub', 'motor', 'comun', 'debian', 'golang'].map((name) => `scripts/images/${name}/`),
  'scripts/vm/',
];

/** Whether a path belongs to one of the entries of a list as those above. */
export function isIn(path: string, entries: readonly string[]): boolean {
  return entries.some((entry) => (entry.endsWith('/') ? path.startsWith(entry) : path === entry));
}
