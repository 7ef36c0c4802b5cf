/** Picks the two steps that the front page shows side by side: one that works and one that fails on purpose. */
import type { ExampleData } from '../examples/load-example.ts';
import type { Step } from '../examples/session.ts';
import { messageOf } from '../guide/errors/message.ts';
import type { PageUses } from '../guide/page.ts';

export interface Showcase {
  id: string;
  data: ExampleData;
  steps: Step[];
  page: { slug: string; title: string };
}

type Example = { id: string; data: ExampleData };
type Page = Pick<PageUses, 'slug' | 'title' | 'steps'>;

/** Most lines that still look like one glance. */
const MAX_LINES = 8;

/** Both are of what one does first; of another topic only where that has none. */
const FIRST_TOPIC = 'empezar/';

/** What everybody recognizes, first: a page that answers, and a message of Docker. */
const ANSWERS = /<h1>|HTTP\/1\.1 200/;

/** A short step that ends well and one that fails, both recorded and shown on some page; the best of each, if there is one. */
export function pickShowcase(examples: Example[], pages: Page[]): { success?: Showcase; failure?: Showcase } {
  const candidates = [...examples]
    .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id))
    .filter(({ data }) => data.provenance)
    .flatMap(({ id, data }) =>
      data.session.steps.filter(isShort).flatMap((step) => {
        const page = pages.find(({ steps }) =>
          steps.some((use) => use.example === id && use.ids.includes(step.id)),
        );
        return page ? [{ id, data, steps: [step], page: { slug: page.slug, title: page.title } }] : [];
      }),
    );
  const works = candidates.filter(({ steps: [step] }) => !fails(step as Step));
  const broken = candidates.filter(({ steps: [step] }) => fails(step as Step));
  const success = works.find(({ steps: [step] }) => answers(step as Step)) ?? works[0];
  // Of the same example the reader knows what the failing command is about.
  const ofDocker = broken.filter(({ steps: [step] }) => isOfDocker(step as Step));
  const failure = ofDocker.find(({ id }) => id === success?.id) ?? ofDocker[0] ?? broken[0];
  return { ...(success && { success }), ...(failure && { failure }) };
}

function rank({ id }: Example): number {
  return id.startsWith(FIRST_TOPIC) ? 0 : 1;
}

function isShort(step: Step): boolean {
  const lines = step.commands.flatMap(({ text, output }) => [...text.split('\n'), ...output.split('\n')]);
  const hasOutput = step.commands.some(({ output }) => output);
  return hasOutput && step.directives.hidden === undefined && !step.edit && lines.length <= MAX_LINES;
}

function fails(step: Step): boolean {
  return step.commands.some(({ exitCode }) => exitCode !== 0);
}

/** Something is changed in a container, and the browser's side shows it. */
function answers(step: Step): boolean {
  const asksDocker = step.commands.some(({ text }) => /^docker /.test(text));
  return asksDocker && step.commands.some(({ output }) => ANSWERS.test(output));
}

function isOfDocker(step: Step): boolean {
  return step.commands.some(
    ({ text, output, exitCode }) =>
      exitCode !== 0 && messageOf({ command: text, output, exitCode })?.fromDocker,
  );
}
