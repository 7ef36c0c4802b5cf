/** npm run medir:oculto: how much of what was recorded is not compared, and which rule hides it. */
import { join } from 'node:path';
import { listExampleIds, readExample } from '../src/examples/catalog.ts';
import { hiddenShare } from '../src/examples/hidden-share.ts';
import { filesText } from '../src/examples/typed.ts';
import { readArguments } from './setup/main.ts';

readArguments({ options: {} });

const ROOT = join(import.meta.dirname, '../examples');
const examples = listExampleIds(ROOT).map((id) => readExample(ROOT, id));
const { total, hidden, related, share } = hiddenShare(
  examples.map((example) => ({ session: example.session, files: filesText(example) })),
);
const percent = (part: number) => `${((100 * part) / total).toFixed(2)} %`.padStart(8);
for (const [by, characters] of hidden)
  console.log(`${percent(characters)}  ${String(characters).padStart(6)}  ${by}`);
console.log(
  `${percent(related)}  son nombres (identificadores, PID…): se compara que sean los mismos en todas partes`,
);
console.log(`${percent(share * total)}  de ${total} caracteres grabados no se compara`);
