/** npm run nueva: a page with its example and its claim, to be filled in. */
import { parseArgs } from 'node:util';
import { ROOT } from '../src/config/paths.ts';
import { readNames } from './scaffold/plan.ts';
import { writePage } from './scaffold/write.ts';
import { runMain } from './setup/main.ts';

const HELP = `npm run nueva <tema>/<página> [-- opciones]

Escribe una página nueva, con un ejemplo por grabar y una afirmación con su prueba, para que las cambies por lo tuyo.
No sobrescribe nada.

  --ejemplo nombre   cómo se llama el ejemplo (si no, como la página)
  --afirmacion id    cómo se llama la afirmación (si no, como la página)
  --tipo tipo        aprender, entender, resolver o consultar (si no, aprender)
  --ayuda            muestra este texto`;

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: {
      ejemplo: { type: 'string' },
      afirmacion: { type: 'string' },
      tipo: { type: 'string' },
      ayuda: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  if (values.ayuda) return console.log(HELP);
  const names = readNames(positionals[0], values);
  for (const path of writePage(ROOT, names)) console.log(`✓ ${path}`);
  const next: [order: string, what: string][] = [
    ['npm run dev', 'escribe la página; al guardar se actualiza'],
    [`npm run grabar ${names.example}`, 'pon en la sesión tus órdenes y graba lo que responde el motor'],
    ['npm run comprobar', 'dice en un segundo qué falta: hoy, solo grabar el ejemplo'],
    [`npm test -- ${names.claim}`, 'ejecuta la prueba de la afirmación'],
  ];
  const width = Math.max(...next.map(([order]) => order.length));
  console.log(`\nY ahora:\n${next.map(([order, what]) => `  ${order.padEnd(width)}  ${what}`).join('\n')}`);
});
