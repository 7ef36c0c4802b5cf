/** What an experiment runs its commands with, and the transcript that is shown as its evidence. */
import type { Bench } from '../../src/bench/bench.ts';
import { cleanTerminal } from '../../src/examples/terminal.ts';
import type { TranscriptEntry } from '../../src/results/results.ts';
import type { Run } from './claim.ts';

// What a page can show; an experiment that writes a whole disk to the terminal proves nothing more with the rest.
const MAX_OUTPUT = 2_000;
const MAX_COMMAND = 2_000;
const MAX_ENTRIES = 60;

/** @param transcript where each command is noted with what it answered; of what is polled, only the last time */
export function makeRun(bench: Bench, transcript: TranscriptEntry[]): Run {
  const { slowness = 1 } = bench;
  const note = (command: string, exitCode: number, output: string) => {
    if (transcript.length >= MAX_ENTRIES) return;
    const clean = cleanTerminal(output, command).trimEnd();
    transcript.push({ command: cut(command, MAX_COMMAND), exitCode, output: cut(clean, MAX_OUTPUT) });
  };
  const run = (async (command: string) => {
    const result = await bench.run(command);
    note(command, result.exitCode, result.output);
    return result;
  }) as Run;
  run.ok = async (command) => {
    const { output, exitCode } = await run(command);
    if (exitCode !== 0) throw new Error(`La orden salió con el código ${exitCode}: ${command}\n${output}`);
    return output.trim();
  };
  run.until = async (command, timeoutMs = 30_000) => {
    const deadline = performance.now() + timeoutMs * slowness;
    for (;;) {
      const { output, exitCode } = await bench.run(command);
      const isOver = performance.now() > deadline;
      if (exitCode === 0 || isOver) note(command, exitCode, output);
      if (exitCode === 0) return;
      if (isOver) throw new Error(`No se cumplió en ${timeoutMs / 1000} s: ${command}\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return run;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}\n[…]` : text;
}
