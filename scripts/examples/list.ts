import { type Example, topicOf } from '../../src/examples/catalog.ts';

/** Prints the examples by topic, with what each one shows and whether it may run on the reader's own engine. */
export function printList(examples: Example[]): void {
  const topics = Map.groupBy(examples, (example) => topicOf(example.id));
  const width = Math.max(...examples.map((example) => example.id.length));
  for (const [topic, members] of topics) {
    console.log(`\n${topic}`);
    for (const { id, session } of members)
      console.log(
        `${session.directives.ownEngine ? '◆' : ' '} ${id.padEnd(width)}  ${session.title} (${session.steps.length} pasos)`,
      );
  }
  console.log('\nEjecuta uno con:  npm run ejemplo tema/ejemplo');
  console.log(
    'Los que llevan ◆ pueden ir también en tu propio Docker:  npm run ejemplo tema/ejemplo -- --en-mi-motor',
  );
}
