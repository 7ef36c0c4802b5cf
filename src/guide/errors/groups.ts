/** Under which heading a reader looks for a message. */

export const ERROR_GROUPS = {
  motor: 'Hablar con el motor',
  construir: 'Construir una imagen',
  imagenes: 'Imágenes y registros',
  compose: 'Compose',
  red: 'Redes y puertos',
  datos: 'Volúmenes y montajes',
  contenedor: 'Crear, arrancar y borrar contenedores',
  dentro: 'Lo dice un programa, dentro de un contenedor',
} as const;

export type ErrorGroup = keyof typeof ERROR_GROUPS;

interface Rule {
  group: ErrorGroup;
  message?: RegExp;
  command?: RegExp;
}

/** The first that fits; a message says more than the command that provoked it. */
const RULES: Rule[] = [
  {
    group: 'motor',
    message: /docker daemon|docker API|client version|HTTPS server|during connect|context/i,
  },
  { group: 'construir', message: /failed to (?:build|solve)/ },
  { group: 'contenedor', message: /OCI runtime|^exec \/|^range of CPUs|memory|^template/i },
  {
    group: 'red',
    message: /network|\bports?\b|hostPort|endpoint|pool|swarm|links?\b/i,
  },
  { group: 'datos', message: /volume|\bmount\b|bind source/i },
  { group: 'compose', command: /\bdocker compose (?!exec)/ },
  {
    group: 'imagenes',
    message: /\bimage\b|manifest|pull|push|tag\b|registry|resolve reference|platform/i,
  },
  { group: 'imagenes', command: /\bdocker (?:pull|push|rmi|image)\b/ },
];

/** Where a message of Docker belongs, by what it says and what was asked. */
export function groupOf(message: string, command: string): ErrorGroup {
  const rule = RULES.find(
    (candidate) => candidate.message?.test(message) || candidate.command?.test(command),
  );
  return rule?.group ?? 'contenedor';
}
