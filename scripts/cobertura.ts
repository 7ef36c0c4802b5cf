/** How much of docs/cobertura.md the guide covers: `npm run cobertura`. */
import { join } from 'node:path';
import { openIds } from '../src/guide/checks/coverage.ts';
import { readCorpus } from '../src/guide/corpus.ts';
import { FINISHED_TOPICS, TOPIC_OF } from '../src/guide/proposed-pages.ts';
import { readArguments } from './setup/main.ts';

readArguments({ options: {} });
const root = join(import.meta.dirname, '..');
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
console.log('\nQué es cada uno: docs/cobertura.md');
