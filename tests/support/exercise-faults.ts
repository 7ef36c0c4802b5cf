/** A sound exercise, the smallest there can be, and faults of which each must be seen. */
import type { Exercise } from '../../src/exercises/exercise.ts';

export const SOUND: Exercise = {
  id: 'redes/de-prueba',
  card: {
    titulo: 'Una red y un volumen',
    tipo: 'construir',
    nivel: 1,
    minutos: 5,
    paginas: ['redes/red-propia'],
    objetos: { contenedores: [], proyectos: [], redes: ['ej-red'], volumenes: ['ej-volumen'], imagenes: [] },
    pistas: ['¿Qué falta?', 'Una red.', 'Se llama ej-red.'],
    explicacion: ['Una red interna.'],
    deja: 'Hay una red.',
    empieza: ['No existe la red'],
    equivocados: [
      { que: 'Una red que no es interna', dice: 'La red no es interna' },
      { que: 'Un volumen y ninguna red', dice: 'No existe la red' },
    ],
  },
  statement: 'Crea una red.',
  folder: { "con 'comillas'/nota.txt": 'FIN_DE_ARCHIVO\n$HOME `id`\n' },
  scripts: {
    'comprueba.sh': `if [ "$(docker network inspect --format '{{.Internal}}' ej-red 2>/dev/null)" = true ]; then
  bien 'La red es interna'
elif docker network inspect ej-red >/dev/null 2>&1; then
  falta 'La red no es interna'
else
  falta 'No existe la red'
fi`,
    'solucion.sh': 'docker network create --internal ej-red',
    'equivocado-1.sh': 'docker network create ej-red',
    'equivocado-2.sh': 'docker volume create ej-volumen',
  },
  changes: {},
};

type Change = Partial<Exercise['scripts']>;

/** Scripts that are not as they must be, and what is to be said of them. */
export const FAULTS: readonly (readonly [Change, string])[] = [
  [
    { 'comprueba.sh': "if docker network inspect ej-red >/dev/null 2>&1; then bien 'Hay red'; fi" },
    'comprueba.sh con equivocado-1 (Una red que no es interna): salió con el código 0 y debía ser 1',
  ],
  [
    { 'comprueba.sh': "falta 'No existe la red'" },
    'comprueba.sh con solucion (la solución): salió con el código 1 y debía ser 0',
  ],
  [
    { 'comprueba.sh': "falta 'Algo falla'" },
    'comprueba.sh con equivocado-1 (Una red que no es interna): no dice «La red no es interna»',
  ],
  [
    { 'solucion.sh': 'docker network create --internal ej-red; docker volume create de-mas' },
    'limpia.sh, después de solucion: deja volumen de-mas',
  ],
  [
    { 'prepara.sh': 'docker network create --internal ej-red' },
    'comprueba.sh nada más preparar: salió con el código 0 y debía ser 1',
  ],
  [{ 'solucion.sh': 'docker network crear ej-red' }, 'solucion.sh: salió con el código'],
];

/** The sound exercise with some scripts of its own changed. */
export function faulty(change: Change): Exercise {
  const scripts = { ...SOUND.scripts, ...change } as Exercise['scripts'];
  return { ...SOUND, scripts };
}
