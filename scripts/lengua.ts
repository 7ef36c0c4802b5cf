/** Checks how the guide is written: `npm run revisar` calls it. What a person must judge is listed and fails nothing. */
import { join } from 'node:path';
import { readCorpus } from '../src/guide/corpus.ts';
import { checkLanguage } from '../src/guide/language/index.ts';
import { formatProblem } from '../src/guide/problem.ts';
import { readArguments } from './setup/main.ts';

const HELP = `node scripts/lengua.ts: comprueba cómo está escrita la guía.

  texto     solo las páginas o sesiones cuya ruta lo contiene
  --ayuda   muestra este texto

Una regla se calla en una línea con un comentario en la de antes: {/* lengua: regla — motivo */}`;

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: { ayuda: { type: 'boolean', default: false } },
});
if (values.ayuda) {
  console.log(HELP);
  process.exit();
}
const { errors, advice } = checkLanguage(readCorpus(join(import.meta.dirname, '..')));
const wanted = ({ file }: { file: string }) => positionals.every((text) => file.includes(text));
for (const problem of advice.filter(wanted)) console.log(`· ${formatProblem(problem)}`);
for (const problem of errors.filter(wanted)) console.error(`✗ ${formatProblem(problem)}`);
console.log(
  `Lengua: ${errors.filter(wanted).length || 'ningún'} error${errors.filter(wanted).length > 1 ? 'es' : ''}; para juzgar, ${advice.filter(wanted).length}.`,
);
process.exitCode = errors.some(wanted) ? 1 : 0;
