/** The scripts that a reader downloads: each one whole in a file, that needs only `docker` and `sh`. Pure. */
import { type Exercise, markOf } from './exercise.ts';

/** Parts that the scripts of all exercises share, `ejercicios/comun/`. */
export interface Shared {
  base: string;
  prepara: string;
  comprueba: string;
  limpia: string;
}

/** What a reader runs, in the order in which he does. */
export const READER_SCRIPTS = ['prepara.sh', 'comprueba.sh', 'limpia.sh'] as const;

/** Last line of a here-document; another one where the text has it. */
function endFor(text: string): string {
  let end = 'FIN_DE_ARCHIVO';
  while (text.includes(end)) end += '_';
  return end;
}

/** The three scripts of an exercise, by name. */
export function readerScripts(exercise: Exercise, shared: Shared): Record<string, string> {
  const { id, scripts } = exercise;
  const whole = (purpose: string, ...parts: string[]) =>
    [`${head(exercise, purpose)}\n${shared.base}`, ...parts]
      .map((part) => part.trim())
      .filter(Boolean)
      .join('\n\n')
      .concat('\n');
  return {
    'prepara.sh': whole(
      'prepara el ejercicio en esta carpeta y en tu motor',
      shared.prepara,
      writeFolder(exercise.folder),
      scripts['prepara.sh'] ?? '',
      `printf '%s\\n' ${quote(`Preparado: ${id}. Para ver cómo vas: sh comprueba.sh`)}`,
    ),
    'comprueba.sh': whole(
      'mira cómo quedó el motor, no qué órdenes se dieron',
      hints(exercise),
      shared.comprueba,
      scripts['comprueba.sh'] ?? '',
      'termina',
    ),
    'limpia.sh': whole('borra del motor lo que usó el ejercicio', shared.limpia),
  };
}

/** A text as one word of a POSIX shell. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A script that writes some files, over those there are. */
export function overwriteFiles(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(([path, text]) => `${parentOf(path)}${writeFile(path, text)}`)
    .join('\n');
}

function head({ id, card }: Exercise, purpose: string): string {
  const { contenedores, proyectos, redes, volumenes, imagenes } = card.objetos;
  return `#!/bin/sh
# «${card.titulo}»: ${purpose}.
EJERCICIO=${quote(id)}
MARCA=${quote(markOf(id))}
CONTENEDORES=${quote(contenedores.join(' '))}
PROYECTOS=${quote(proyectos.join(' '))}
REDES=${quote(redes.join(' '))}
VOLUMENES=${quote(volumenes.join(' '))}
IMAGENES=${quote(imagenes.join(' '))}
`;
}

function hints({ card }: Exercise): string {
  const cases = card.pistas.map((text, at) => `    ${at + 1}) printf '%s\\n' ${quote(text)} ;;`);
  return `PISTAS=${card.pistas.length}
DEJA=${quote(card.deja)}
pista() {
  case "$1" in
${cases.join('\n')}
    *) printf 'Hay %s pistas: de la 1 a la %s.\\n' "$PISTAS" "$PISTAS" ;;
  esac
}`;
}

function writeFolder(files: Readonly<Record<string, string>>): string {
  return Object.entries(files)
    .map(
      ([path, text]) => `if ! ya_existe ${quote(path)}; then\n${parentOf(path)}${writeFile(path, text)}\nfi`,
    )
    .join('\n');
}

function parentOf(path: string): string {
  const parent = path.split('/').slice(0, -1).join('/');
  return parent ? `mkdir -p ${quote(parent)}\n` : '';
}

function writeFile(path: string, text: string): string {
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  const end = endFor(text);
  return `cat > ${quote(path)} <<'${end}'\n${ended}${end}`;
}
