/** A Compose file of one service, for the claims about what its keys ask of the engine. */
import type { Run } from './claim.ts';

/** Writes the file with a service «caja» that sleeps and has these keys; the terminal stays in its folder. */
export async function composeService(run: Run, ...keys: string[]): Promise<void> {
  const lines = ['image: busybox:1.37', 'command: sleep infinity', ...keys].map((line) => `    ${line}`);
  const file = ['name: p', 'services:', '  caja:', ...lines, ''].join('\n');
  await run.ok(`mkdir -p /root/p && cd /root/p && cat > compose.yaml <<'FIN'\n${file}FIN`);
}

/** Creates the container of that service again, without starting it, and reads a part of what was asked of the engine. */
export async function askedByCompose(run: Run, template: string): Promise<string> {
  await run.ok('docker compose create --force-recreate');
  return run.ok(`docker inspect -f '${template}' p-caja-1`);
}
