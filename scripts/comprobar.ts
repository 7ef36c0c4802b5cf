/** Checks the content without engine nor build, in a second: `npm run comprobar`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countAll } from '../src/guide/checks/minimums.ts';
import { MINIMUMS_FILE, readCorpus, unreadableExamples } from '../src/guide/corpus.ts';
import { checkAll } from '../src/guide/index.ts';
import { formatProblem } from '../src/guide/problem.ts';
import { readArguments } from './setup/main.ts';

const HELP = `npm run comprobar: comprueba el contenido, sin motor ni construir el sitio.

  --fijar-minimos   acepta lo que hay hoy como lo menos que puede haber (src/content/minimos.json)
  --ayuda           muestra este texto`;

const { values } = readArguments({
  options: {
    'fijar-minimos': { type: 'boolean', default: false },
    ayuda: { type: 'boolean', default: false },
  },
});
if (values.ayuda) {
  console.log(HELP);
  process.exit();
}
const root = join(import.meta.dirname, '..');

// All of them and not the first: who edits several mends them in one go.
const unreadable = unreadableExamples(join(root, 'examples'));
for (const message of unreadable) console.error(`✗ ${message}`);
if (unreadable.length > 0) process.exit(1);

const corpus = readCorpus(root);

if (values['fijar-minimos']) {
  corpus.minimums = countAll(corpus);
  writeFileSync(join(root, MINIMUMS_FILE), `${JSON.stringify(corpus.minimums, null, 2)}\n`);
}

const problems = checkAll(corpus);
for (const problem of problems) console.error(`✗ ${formatProblem(problem)}`);
const { pages, examples, steps, claims, diagrams } = countAll(corpus);
console.log(
  `${pages} páginas, ${examples} ejemplos, ${steps} pasos, ${claims} afirmaciones, ${diagrams} diagramas: ${problems.length || 'ningún'} ${problems.length === 1 ? 'problema' : problems.length ? 'problemas' : 'problema'}`,
);
process.exitCode = problems.length ? 1 : 0;
