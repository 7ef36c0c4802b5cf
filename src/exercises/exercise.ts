/** What an exercise is: its card, as `ejercicio.yaml` writes it, and its files. Pure. */
import { z } from 'zod';

/** Ids of exercises: `redes/api-sin-base`. */
export const EXERCISE_ID = /^[a-z0-9-]+\/[a-z0-9-]+$/;

/** Every name that an exercise makes or asks for begins so: nobody has called his own things like that. */
export const NAME_PREFIX = 'ej-';

const name = z.string().regex(/^ej-[a-z0-9][a-z0-9.:-]*$/, `empieza por «${NAME_PREFIX}», en minúsculas`);
const names = z.array(name).default([]);
const sentence = z.string().trim().min(1);

export const cardSchema = z.strictObject({
  titulo: sentence,
  /** What one does: repair a broken project, build one, or design one. */
  tipo: z.enum(['reparar', 'construir', 'diseñar']),
  nivel: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  minutos: z.int().min(5).max(60),
  /** Pages that explain what it needs. */
  paginas: z.array(z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/)).min(1),
  /** All that it may have in an engine: what it prepares and what the reader is asked to make. */
  objetos: z.strictObject({
    contenedores: names,
    proyectos: names,
    redes: names,
    volumenes: names,
    imagenes: names,
  }),
  /** From a question to nearly the answer. */
  pistas: z.array(sentence).length(3),
  /** What the solution does, paragraph by paragraph. */
  explicacion: z.array(sentence).min(1),
  /** What who solves it has at the end. */
  deja: sentence,
  /** What the checker says of the state that one starts from. */
  empieza: z.array(sentence).min(1),
  /** States that look right and are not, in the order of `equivocado-1.sh`…, and what the checker says of each. */
  equivocados: z.array(z.strictObject({ que: sentence, dice: sentence })).min(2),
});

export type Card = z.infer<typeof cardSchema>;

export interface Exercise {
  /** `<topic>/<slug>`. */
  id: string;
  card: Card;
  /** Markdown. */
  statement: string;
  /** Files that the reader starts from, by their path. */
  folder: Record<string, string>;
  /** Bodies of the author's scripts, by name: `prepara.sh`, `comprueba.sh`, `solucion.sh`, `equivocado-1.sh`… */
  scripts: Record<string, string>;
  /** Files that the solution, or a wrong state, puts over the reader's, by its name: `solucion`, `equivocado-1`. */
  changes: Record<string, Record<string, string>>;
}

/** Volume that says that an exercise is prepared. */
export function markOf(id: string): string {
  return `${NAME_PREFIX}marca-${id.replace('/', '-')}`;
}

/** Another way to solve an exercise, where the page says that there is one. */
export const OTHER_SOLUTION = 'otra-solucion';

/** Scripts that lead to a state: the wrong ones, the solution and, if there is one, another. */
export function attemptsOf({ card, scripts }: Exercise): { name: string; says?: string; what: string }[] {
  const wrong = card.equivocados.map(({ que, dice }, at) => ({
    name: `equivocado-${at + 1}`,
    says: dice,
    what: que,
  }));
  const right = [
    { name: 'solucion', what: 'la solución' },
    { name: OTHER_SOLUTION, what: 'otra manera de resolverlo' },
  ];
  return [...wrong, ...right.filter(({ name }) => scripts[`${name}.sh`])];
}
