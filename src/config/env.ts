/**
 * The environment variables of the project: all of them, with what each is for. docs/variables.md shows the same table
 * (tests/unit/config/env.test.ts holds both together).
 */
export const VARIABLES = {
  DAP_SITIO_URL: 'Dónde se publica el sitio, sin ruta. Si no se dice, `https://docker-a-prueba.github.io`.',
  DAP_BASE: 'Ruta de la que cuelga el sitio. Si no se dice, `/`.',
  DAP_REPOSITORIO: 'Dirección del repositorio público, para los enlaces a los archivos.',
  DAP_RAMA: 'Rama del repositorio a la que van esos enlaces. Si no se dice, `main`.',
  DAP_BORRADOR:
    '`1`: al construir, lo que falta se enseña como un aviso en lugar de detener la construcción.',
  DAP_PERMITIR_FALLOS:
    '`1`: se construye el sitio aunque la última comprobación fallara o no la haya. No publiques ese sitio.',
  DAP_DIST: 'Otro sitio construido, en lugar de `dist/`, para las pruebas del sitio.',
  DAP_PREFIJO:
    'Nombre de lo que el proyecto pone en tu motor. Otro distinto de `docker-a-prueba` es una segunda instalación, aparte.',
  DAP_HUB: '`si` o `no`: dar por hecho que Docker Hub responde, o que no, sin preguntárselo.',
  DAP_MOTOR: 'Motor de los bancos; lo pone `npm test -- --motor`.',
  DAP_CAMBIADOS: '`1`: solo lo que afecta el cambio; lo pone `npm test -- --cambiados`.',
  DAP_SIN_REUSAR: '`1`: se repite también lo ya probado con todo igual; lo pone `npm test -- --sin-reusar`.',
  DAP_PARTE: '`2/6`: solo esa parte de los ejemplos y las afirmaciones; lo pone `npm test -- --parte`.',
} as const;

export type Variable = keyof typeof VARIABLES;

/** Those that decide what the built site says. */
export const SITE_VARIABLES: readonly Variable[] = [
  'DAP_SITIO_URL',
  'DAP_BASE',
  'DAP_REPOSITORIO',
  'DAP_RAMA',
  'DAP_BORRADOR',
];

/** What a variable of ours says now; undefined also in a browser, where there are none. */
export function readVariable(name: Variable): string | undefined {
  return typeof process === 'undefined' ? undefined : process.env[name];
}
