import { captureDocker } from '../../src/engine/cli.ts';
import { which } from '../../src/machine/command.ts';
import type { EngineFacts } from './engine-plan.ts';
import { readSystem } from './system.ts';

/** Asks the machine everything that {@link EngineFacts} needs. */
export async function readEngineFacts(): Promise<EngineFacts> {
  const [info, buildx, context] = await Promise.all([
    captureDocker(['info', '--format', '{{.ServerVersion}} {{json .SecurityOptions}}']),
    captureDocker(['buildx', 'version']),
    captureDocker(['context', 'show']),
  ]);
  const host = process.env.DOCKER_HOST;
  const named = context.code === 0 && context.stdout !== 'default' ? context.stdout : undefined;
  return {
    system: readSystem(),
    // Old clients print the error and exit with 0: only a version is an answer.
    answers: info.code === 0 && /^\d/.test(info.stdout),
    complaint: lastLine(info.stderr) || 'la orden docker no está instalada',
    hasBuildx: buildx.code === 0,
    security: readSecurity(info.stdout),
    endpoint: host
      ? { source: 'DOCKER_HOST', value: host }
      : (named && { source: 'contexto', value: named }) || undefined,
    daemon: which('dockerd'),
  };
}

/** Whether an engine answers right now. */
export async function engineAnswers(): Promise<boolean> {
  const info = await captureDocker(['info', '--format', '{{.ServerVersion}}'], { timeout: 5000 });
  return info.code === 0 && /^\d/.test(info.stdout);
}

function lastLine(text: string): string {
  return text.split('\n').at(-1) ?? '';
}

/** The second word of the answer: a list, or `null` from an engine that says nothing. */
function readSecurity(answer: string): string[] {
  try {
    return (JSON.parse(answer.slice(answer.indexOf(' ') + 1)) as string[] | null) ?? [];
  } catch {
    return [];
  }
}
