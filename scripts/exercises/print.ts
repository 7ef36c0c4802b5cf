/** What is told of exercises in a terminal. */
import { topicOf } from '../../src/examples/catalog.ts';
import type { Exercise } from '../../src/exercises/exercise.ts';

/** Prints the exercises by topic. */
export function printExercises(exercises: Exercise[]): void {
  const width = Math.max(...exercises.map(({ id }) => id.length));
  for (const [topic, members] of Map.groupBy(exercises, ({ id }) => topicOf(id))) {
    console.log(`\n${topic}`);
    for (const { id, card } of members)
      console.log(`  ${id.padEnd(width)}  ${card.titulo} (nivel ${card.nivel}, ${card.minutos} min)`);
  }
  console.log('\nPrepara uno con:  npm run ejercicio tema/nombre');
}

/** Prints what is to be achieved and how to know that it was. */
export function printStatement(
  { id, card, statement }: Exercise,
  where: { folder: string } | { bench: true },
): void {
  console.log(
    `\n${card.titulo}\nNivel ${card.nivel} de 3, unos ${card.minutos} minutos. Páginas: ${card.paginas.map((page) => `/${page}/`).join(', ')}\n`,
  );
  console.log(`${statement.trim()}\n`);
  const lines =
    'bench' in where
      ? ['Dentro, para ver cómo vas:  sh comprueba.sh', 'Una pista:  sh comprueba.sh --pista 1\n']
      : [
          `Tu carpeta:         ${where.folder}`,
          `Para ver cómo vas:  npm run ejercicio ${id} -- --comprueba`,
          `Una pista:          npm run ejercicio ${id} -- --pista 1`,
          `Al terminar:        npm run ejercicio ${id} -- --limpia\n`,
        ];
  console.log(lines.join('\n'));
}

/** Prints the solution and why it is one. */
export function printSolution({ card, scripts, changes }: Exercise): void {
  for (const [path, text] of Object.entries(changes.solucion ?? {}))
    console.log(`── ${path} ──\n${text.trimEnd()}\n`);
  console.log(`── Órdenes ──\n${(scripts['solucion.sh'] ?? '').trimEnd()}\n\n── Por qué ──`);
  for (const paragraph of card.explicacion) console.log(`\n${paragraph}`);
}
