/** The suites of `npm test`, in the order in which they run, and which of them somebody asked for: pure. */

export interface Suite {
  name: string;
  /** What it checks, for the help. */
  about: string;
  stage: 'estático' | 'este equipo' | 'motor' | 'construir' | 'sitio';
  needs: readonly ('engine' | 'browser' | 'build')[];
  /** Where its tests are, to tell a filter by file from a filter by name. */
  files?: string;
}

export const SUITES: readonly Suite[] = [
  { name: 'formato', about: 'formato y reglas del código (Biome)', stage: 'estático', needs: [] },
  { name: 'tipos', about: 'tipos de TypeScript', stage: 'estático', needs: [] },
  { name: 'unit', about: 'piezas sueltas, sin Docker', stage: 'este equipo', needs: [], files: 'tests/unit' },
  {
    name: 'imagenes',
    about: 'las imágenes cumplen el contrato de las oficiales',
    stage: 'motor',
    needs: ['engine'],
    files: 'tests/images',
  },
  {
    name: 'ejemplos',
    about: 'cada sesión grabada vuelve a dar lo mismo',
    stage: 'motor',
    needs: ['engine'],
    files: 'tests/examples.test.ts',
  },
  {
    name: 'afirmaciones',
    about: 'cada afirmación de la guía es cierta',
    stage: 'motor',
    needs: ['engine'],
    files: 'tests/claims.test.ts',
  },
  {
    name: 'ejercicios',
    about: 'cada ejercicio se resuelve, rechaza lo equivocado y se limpia',
    stage: 'motor',
    needs: ['engine'],
    files: 'tests/exercises.test.ts',
  },
  {
    name: 'banco',
    about: 'el banco de pruebas aísla y no deja nada detrás',
    stage: 'motor',
    needs: ['engine'],
    files: 'tests/bench',
  },
  { name: 'construir', about: 'construcción de producción del sitio', stage: 'construir', needs: ['build'] },
  {
    name: 'sitio',
    about: 'páginas construidas: enlaces, reglas y cobertura',
    stage: 'sitio',
    needs: ['build'],
    files: 'tests/site',
  },
  {
    name: 'lector',
    about: 'cada página, seguida por quien solo tiene lo que ella da',
    stage: 'sitio',
    needs: ['engine', 'build'],
    files: 'tests/reader',
  },
  {
    name: 'navegador',
    about: 'el sitio en un navegador de verdad',
    stage: 'sitio',
    needs: ['build', 'browser'],
    files: 'tests/e2e',
  },
];

/**
 * Chooses suites by name; all of them when none is named. A text filter leaves out those that have no tests to filter.
 * @throws Error in Spanish for a name that doesn't exist
 */
export function chooseSuites(only: string | undefined, hasFilter: boolean): Suite[] {
  const names = (only ?? '').split(',').filter(Boolean);
  const unknown = names.find((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown) {
    const known = SUITES.map(({ name }) => name).join(', ');
    throw new Error(`No hay ninguna suite «${unknown}».\n  Cómo arreglarlo: elige entre ${known}.`);
  }
  const chosen = names.length > 0 ? SUITES.filter(({ name }) => names.includes(name)) : SUITES;
  return chosen.filter(({ files }) => files || !hasFilter);
}

/** What a run needs of the machine. */
export function needs(suites: readonly Suite[], need: Suite['needs'][number]): boolean {
  return suites.some((suite) => suite.needs.includes(need));
}

/** One run of Vitest: some suites with the same way of filtering. */
export interface VitestRun {
  suites: string[];
  files: string[];
  name?: string;
}

/**
 * A text filters a suite by file when some of its files contains it, and by the name of the test otherwise:
 * `redes` is a file of claims and part of the names of examples.
 * @param filesOf paths of a suite's tests
 */
export function vitestRuns(
  suites: readonly Suite[],
  filter: string | undefined,
  filesOf: (suite: Suite) => string[],
): VitestRun[] {
  if (suites.length === 0) return [];
  if (!filter) return [{ suites: suites.map(({ name }) => name), files: [] }];
  const isByFile = (suite: Suite) => filesOf(suite).some((file) => file.includes(filter));
  const byFile = suites.filter(isByFile).map(({ name }) => name);
  const byName = suites.filter((suite) => !isByFile(suite)).map(({ name }) => name);
  return [
    ...(byFile.length > 0 ? [{ suites: byFile, files: [filter] }] : []),
    ...(byName.length > 0 ? [{ suites: byName, files: [], name: escapeRegExp(filter) }] : []),
  ];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
