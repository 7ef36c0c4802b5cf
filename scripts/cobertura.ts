/**
 * How much of the inventory the guide covers: `npm run cobertura`.
 * With the folder of inventario.md and afirmaciones.md, writes their ids anew: `npm run cobertura -- ../shared/diseno`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openIds } from '../src/guide/checks/coverage.ts';
import { COVERAGE_FILE, readCorpus } from '../src/guide/corpus.ts';
import { readInventory } from '../src/guide/inventory.ts';
import { FINISHED_TOPICS, TOPIC_OF } from '../src/guide/proposed-pages.ts';
import { readArguments } from './setup/main.ts';

const root = join(import.meta.dirname, '..');
const [folder] = readArguments({ options: {}, allowPositionals: true }).positionals;

if (folder) {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const coverage = readInventory(read('inventario.md'), read('afirmaciones.md'));
  writeFileSync(join(root, COVERAGE_FILE), `${JSON.stringify(coverage, null, 1)}\n`);
  console.log(
    `${COVERAGE_FILE}: ${Object.keys(coverage.items).length} ítems, ${Object.keys(coverage.claims).length} afirmaciones`,
  );
}

const corpus = readCorpus(root);
const { openItems, openClaims } = openIds(corpus);
const total = Object.keys(corpus.coverage.items).length;
const totalClaims = Object.keys(corpus.coverage.claims).length;
console.log(`Temas terminados: ${FINISHED_TOPICS.join(', ')}`);
console.log(`Ítems cubiertos: ${total - openItems.length} de ${total}`);
console.log(`Afirmaciones probadas: ${totalClaims - openClaims.length} de ${totalClaims}`);

const byTopic = new Map<string, string[]>();
const add = (page: string, id: string) => {
  const topic = TOPIC_OF[page] ?? 'sin tema';
  byTopic.set(topic, [...(byTopic.get(topic) ?? []), id]);
};
for (const id of openItems) add(corpus.coverage.items[id]?.[0] ?? '', id);
for (const id of openClaims) add(corpus.coverage.claims[id] ?? '', id);
for (const [topic, ids] of [...byTopic].sort(([a], [b]) => a.localeCompare(b))) {
  console.log(`\n${topic}: ${ids.length} por hacer\n  ${ids.join(' ')}`);
}
