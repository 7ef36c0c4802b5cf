import { type SpawnOptions, spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { fullDisk } from './trouble.ts';

/** One program of a pipeline: the file and its arguments. */
export type Command = readonly [file: string, args: readonly string[], options?: SpawnOptions];

/** The `docker` command as one program of a pipeline. */
export function dockerCommand(args: readonly string[]): Command {
  return ['docker', args];
}

/** Runs `first | second` without a shell. Both must succeed; answers what the second printed. */
export async function pipe(first: Command, second: Command): Promise<string> {
  const source = spawn(first[0], first[1], { ...first[2], stdio: ['ignore', 'pipe', 'pipe'] });
  const sink = spawn(second[0], second[1], { ...second[2], stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  // Decoded by the stream: a piece may end in the middle of a letter.
  sink.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  for (const stream of [source.stderr, sink.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
  }
  // Whoever ends early closes the pipe; its exit code tells the story, not the EPIPE. The other one must not be left
  // waiting for it, nor we for the other one.
  let cutShort = false;
  if (source.stdout && sink.stdin)
    pipeline(source.stdout, sink.stdin).catch(() => {
      cutShort = source.kill();
    });
  source.on('error', () => sink.kill());
  sink.on('error', () => source.kill());
  const [left, right] = await Promise.all([exitCode(source), exitCode(sink)]);
  // A reader that has what it wants need not read the padding at the end (tar), and so its writer is no failure.
  if (right !== 0 || (left !== 0 && !cutShort)) {
    const said = errors.trim();
    throw new Error(`«${first[0]} | ${second[0]}» falló (${left}, ${right}):\n${fullDisk(said) ?? said}`);
  }
  return output.trimEnd();
}

function exitCode(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}
