import type { Example } from '../../src/examples/catalog.ts';

/** Prints the examples by topic, with what each one shows. */
export function printList(examples: Example[]): void {
  const topics = Map.groupBy(examples, (example) => example.id.split('/')[0] as string);
  const width = Math.max(...examples.map((example) => example.id.length));
  for (const [topic, members] of topics) {
    console.log(`\n${topic}`);
    for (const { id, session } of members)
      console.log(`  ${id.padEnd(width)}  ${session.title} (${session.steps.length} pasos)`);
  }
  console.log('\nEjecuta uno con:  npm run ejemplo tema/ejemplo');
}
