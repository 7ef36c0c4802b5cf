/** What a reader does with a page: its blocks as sessions, each for the machine that it is about. Pure. */
import type { Example } from '../examples/catalog.ts';
import { type Requirement, readStepDirectives } from '../examples/directives.ts';
import type { Command, Step } from '../examples/session.ts';
import type { Shown } from './shown.ts';

/** A step as the page shows it: its commands, outputs and exit codes are those of the page. */
export interface ReadStep {
  example: string;
  step: Step;
  /** Whether the page shows it, and not the one that it goes on from. */
  own: boolean;
}

/** What is read on one machine, from a fresh engine on. */
export interface Reading {
  /** `/redes/dns/`, and what kernel it is about when the page is about two: `/redes/dns/ (cgroup2)`. */
  name: string;
  page: string;
  requires: Requirement[];
  /** Must not run beside anything else. */
  exclusive: boolean;
  steps: ReadStep[];
}

/** The blocks of each page by its path. */
export type Pages = ReadonlyMap<string, readonly Shown[]>;

/** Where an example is found by its id. */
export type Examples = (id: string) => Example;

/**
 * @returns a reading for each machine that the page is about; none for a page with nothing to type
 * @throws Error in Spanish when the page shows what its example does not say, or goes on from a page that does not exist
 */
export function planReadings(page: string, pages: Pages, examples: Examples): Reading[] {
  const steps = stepsOf(page, pages, examples, []);
  const byKernel = Map.groupBy(steps, ({ example }) => kernelOf(examples(example)));
  return [...byKernel].flatMap(([kernel, ofKernel]) => {
    if (!ofKernel.some(({ own }) => own)) return [];
    const used = [...new Set(ofKernel.map(({ example }) => example))].map(examples);
    return [
      {
        name: byKernel.size > 1 && kernel ? `${page} (${kernel})` : page,
        page,
        requires: [...new Set(used.flatMap(({ session }) => session.directives.requires))],
        exclusive: used.some(({ session }) => session.directives.exclusive),
        steps: ofKernel,
      },
    ];
  });
}

/** What an example needs of another machine than the usual one. */
function kernelOf({ session }: Example): string {
  const elsewhere = session.directives.requires.filter((one) => one !== 'cgroup1' && one !== 'online');
  return elsewhere.sort().join(', ');
}

function stepsOf(page: string, pages: Pages, examples: Examples, after: readonly string[]): ReadStep[] {
  const shown = pages.get(page);
  if (!shown || after.includes(page))
    throw new Error(
      `${after.join(' → ')} → ${page}: no se puede seguir desde ahí\n  Cómo arreglarlo: corrige el «continua» de <Carpeta>`,
    );
  return shown.flatMap((block, at) => {
    if (block.kind === 'folder') {
      const wrap = { example: block.example, own: true };
      return [{ ...wrap, step: folderStep(block.script, terminalAfter(shown.slice(at), examples)) }];
    }
    if (block.kind !== 'continues') {
      const example = examples(block.example);
      const known = shown.slice(0, at).some((other) => 'ids' in other && other.example === block.example);
      return [...(known ? [] : benchSteps(example)), ...toSteps(block, example, page)];
    }
    const before = stepsOf(block.page, pages, examples, [...after, page]);
    return before.map((step) => ({ ...step, own: false }));
  });
}

/** What makes the bench like the machine of a reader, before the first block of an example. */
function benchSteps({ id: example, session }: Example): ReadStep[] {
  const steps = session.steps.filter(({ directives }) => directives.ofBench);
  return steps.map((step) => ({ example, step, own: false }));
}

function toSteps(block: Extract<Shown, { ids: string[] }>, example: Example, page: string): ReadStep[] {
  const wrap = (step: Step): ReadStep => ({ example: example.id, step, own: true });
  const steps = block.ids.map((id) => stepOf(example, id, page));
  const [only] = steps;
  if (block.kind === 'edit')
    return [wrap({ ...(only as Step), edit: { file: block.file, hunk: block.hunk } })];
  const left = [...block.commands];
  const read = steps.map((step) => ({
    ...step,
    commands: step.commands.map((recorded): Command => {
      const shown = left.shift();
      if (shown?.text !== recorded.text) throw notOfExample(example, step, page, shown?.text);
      // What is typed inside a program is seen in what it answers; nothing else is taken from the recording.
      return { ...shown, inputs: recorded.inputs, line: recorded.line };
    }),
  }));
  const [extra] = left;
  if (extra) throw notOfExample(example, steps.at(-1) as Step, page, extra.text);
  return read.map(wrap);
}

function stepOf({ id: example, session }: Example, id: string, page: string): Step {
  const step = session.steps.find((one) => one.id === id);
  if (step) return step;
  throw new Error(
    `${page}: muestra el paso «${id}», que «${example}» no tiene\n  Cómo arreglarlo: construye el sitio`,
  );
}

function notOfExample({ id }: Example, step: Step, page: string, text = '(nada)'): Error {
  return new Error(
    `${page}: en el paso «${step.id}» de «${id}» muestra otra cosa que la sesión: ${text}\n  Cómo arreglarlo: construye el sitio`,
  );
}

/** Id of the step that makes the working folder. */
export const FOLDER_STEP = 'carpeta';

function folderStep(script: string, terminal: string | undefined): Step {
  const command: Command = { text: script, output: '', exitCode: 0, inputs: [], line: 1 };
  const directives = readStepDirectives(undefined, '', 1);
  if (terminal) directives.terminal = terminal;
  return { id: FOLDER_STEP, directives, commands: [command], line: 1 };
}

/** A reader prepares the folder in the terminal in which the work begins; another one opens in the personal folder. */
function terminalAfter(shown: readonly Shown[], examples: Examples): string | undefined {
  const next = shown.find((block) => 'ids' in block);
  if (!next || !('ids' in next)) return undefined;
  const { session } = examples(next.example);
  return session.steps.find(({ id }) => id === next.ids[0])?.directives.terminal;
}
