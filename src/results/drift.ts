/** What a run of the tests found that is no longer so, as an issue tells it. Pure. */
import type { Results } from './results.ts';

/**
 * In Markdown: with which engine it was, and each example and claim that failed, with the first lines of why.
 * @returns undefined when nothing failed
 */
export function driftReport(results: Results): string | undefined {
  const failed = (kind: 'examples' | 'claims') =>
    Object.entries(results[kind])
      .filter(([, { status }]) => status === 'failed')
      .sort(([a], [b]) => a.localeCompare(b));
  const examples = failed('examples');
  const claims = failed('claims');
  if (examples.length + claims.length === 0) return undefined;
  const { engine, compose, buildx, kernel, date } = results;
  return [
    `Docker Engine ${engine}, Compose ${compose}, Buildx ${buildx}, núcleo ${kernel}, el ${date.slice(0, 10)}.`,
    ...section('Ejemplos que responden otra cosa', examples),
    ...section('Afirmaciones que ya no se cumplen', claims),
    'Si Docker ha cambiado, vuelve a grabar y revisa la página; si es algo que nadie enseña, falta una regla. Lo explica [«Una salida cambió»](../blob/main/CONTRIBUTING.md#una-salida-cambió).',
  ].join('\n\n');
}

function section(
  title: string,
  failures: [id: string, outcome: { message?: string | undefined }][],
): string[] {
  if (failures.length === 0) return [];
  return [
    `## ${title}`,
    ...failures.map(([id, { message }]) => `### \`${id}\`\n\n${fence(message ?? 'Sin mensaje')}`),
  ];
}

/** A block that no line of its text ends. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}txt\n${text.trimEnd()}\n${ticks}`;
}
