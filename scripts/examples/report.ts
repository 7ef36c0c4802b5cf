import type { SessionHost } from '../../src/bench/bench.ts';
import type { Example } from '../../src/examples/catalog.ts';
import { compareExample } from '../../src/examples/compare-example.ts';
import { explainDifferences } from '../../src/examples/explain.ts';
import { runSession } from '../../src/run/run-session.ts';

/**
 * Runs an example with progress, and says what differs from the page.
 * @returns true when it answered as recorded
 */
export async function runAndReport(host: SessionHost, example: Example): Promise<boolean> {
  const { session } = example;
  console.log(`\n${session.title} (${example.id})`);
  const run = await runSession(host, session, (step) => {
    const commands = step.edit
      ? [`(cambia ${step.edit.file})`]
      : step.commands.map((command) => `$ ${command.text.split('\n')[0]}`);
    console.log(
      `  ${session.steps.indexOf(step) + 1}/${session.steps.length} ${step.id}\n${commands.map((line) => `      ${line}`).join('\n')}`,
    );
  });
  const differences = compareExample(example, run.answers);
  const answered =
    session.steps.length -
    (run.stoppedAt ? session.steps.length - session.steps.indexOf(run.stoppedAt) - 1 : 0);
  if (differences.length === 0) {
    console.log(`\n✔ ${answered} de ${session.steps.length} pasos respondieron como en la página`);
    return true;
  }
  console.log(
    `\n✘ Aquí no responde igual que en la página:\n\n${explainDifferences(differences, session.file, example.id)}`,
  );
  return false;
}
