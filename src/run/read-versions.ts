/** What versions the images and the tools of a recording are, asked to the programs themselves. */

import type { SessionHost } from '../bench/bench.ts';
import { BENCH_TOOLS, readVersion, versionQuestion } from '../images/program-versions.ts';

/**
 * Asks each image for the version of its main program, in the engine where the session ran. An image that the session
 * removed is fetched again; an engine that the session left unable to run anything states nothing.
 * @returns versions by reference; nothing for an image without a program of ours to ask
 */
export async function readImageVersions(
  sandbox: SessionHost,
  refs: readonly string[],
): Promise<Record<string, string>> {
  const asked = refs.flatMap((ref) => {
    const args = versionQuestion(ref);
    return args ? [{ ref, command: ['docker', ...args].map(quote).join(' ') }] : [];
  });
  const versions: Record<string, string> = {};
  for (const { ref, command } of asked) {
    const { output, exitCode } = await sandbox.run(command, { terminal: 'procedencia', timeoutMs: 120_000 });
    const version = exitCode === 0 ? versionIn(output) : undefined;
    if (version) versions[ref] = version;
  }
  return versions;
}

/**
 * Versions of the bench's tools that a session names.
 * @param shown the commands of the session and what they answered
 */
export async function readToolVersions(sandbox: SessionHost, shown: string): Promise<Record<string, string>> {
  const names = toolsIn(shown);
  if (names.length === 0) return {};
  const commands = names.map((name) => `echo "$(${BENCH_TOOLS[name]} 2>&1 | head -n 1)"`);
  const { output } = await sandbox.run(commands.join('; '), { terminal: 'procedencia' });
  const lines = output.split('\n');
  const pairs = names.map((name, index) => [name, readVersion(lines[index] ?? '')] as const);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** Tools of the bench that a text names, as words. */
export function toolsIn(text: string): string[] {
  return Object.keys(BENCH_TOOLS).filter((name) =>
    new RegExp(`(?<![\\w.-])${name}(?![\\w-])`, 'i').test(text),
  );
}

/** The version in what an image answered: what a pull prints comes first and may name others, the program comes last. */
export function versionIn(output: string): string | undefined {
  return readVersion(output.trim().split('\n').at(-1) ?? '');
}

function quote(word: string): string {
  return /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
