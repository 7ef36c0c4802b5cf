/** Makes the guide larger with copies of its own pages, examples and claims: for measuring, not for reading. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Corpus, readCorpus } from '../../src/guide/corpus.ts';
import type { PageUses } from '../../src/guide/page.ts';
import { ORDER_FILE } from '../../src/guide/page-order.ts';
import { SECTIONS } from '../../src/guide/sections.ts';
import { MUTATION_FOLDER } from '../../src/mutation/results.ts';

/** How many of each thing the grown guide has. */
export interface Size {
  pages: number;
  examples: number;
  claims: number;
}

const DOCS = 'src/content/docs';

/**
 * Copies pages with their examples and claims, in turn into topics that are still empty, until there are as many.
 * @param guide what is below `root`, if it is known
 */
export function growGuide(root: string, size: Size, guide: Corpus = readCorpus(root)): void {
  const topics = emptyTopics(guide);
  // Those with examples of their own, or there would not be enough to show.
  const models = guide.pages.filter(({ slug, steps }) => slug.includes('/') && steps.length > 0);
  const missing = {
    pages: size.pages - guide.pages.length,
    examples: size.examples - guide.examples.length,
    claims: size.claims - guide.claims.length,
  };
  for (let copy = 0; copy < missing.pages; copy++) {
    const topic = topics[copy % topics.length] as string;
    const share = (all: number) =>
      Math.floor((all * (copy + 1)) / missing.pages) - Math.floor((all * copy) / missing.pages);
    const budget = { examples: share(missing.examples), claims: share(missing.claims) };
    const model = models[copy % models.length] as PageUses;
    copyPage({ root, guide, model, topic, number: copy }, budget);
  }
}

/** Topics without pages; all of them once each has some. */
function emptyTopics({ pages }: Corpus): string[] {
  const written = new Set(pages.map(({ slug }) => slug.replace(/\/.*/, '')));
  const topics = SECTIONS.map(({ directory }): string => directory);
  const empty = topics.filter((topic) => !written.has(topic));
  return empty.length > 0 ? empty : topics;
}

interface Copy {
  root: string;
  guide: Corpus;
  /** The page that is copied. */
  model: PageUses;
  topic: string;
  number: number;
}

/** Copies one page with as many examples and claims of its own as it is given; the rest it shares with its model. */
function copyPage(copy: Copy, given: { examples: number; claims: number }): void {
  const { root, model, topic, number } = copy;
  const source = readFileSync(join(root, model.file), 'utf8');
  const name = `copia-${number}`;
  const text = withOwnClaims(withOwnExamples(source, copy, given.examples), copy, given.claims);
  write(join(root, DOCS, topic, `${name}.mdx`), text);
  const order = join(root, DOCS, topic, ORDER_FILE);
  write(order, `${existsSync(order) ? readFileSync(order, 'utf8') : ''}- ${name}\n`);
}

/** Copies examples: first those of the page, and if there are too few, others, of which it shows a step. */
function withOwnExamples(source: string, { root, guide, model, topic, number }: Copy, count: number): string {
  const own = new Set([...model.steps, ...model.files].map(({ example }) => example));
  const ids = guide.examples.map(({ id }) => id);
  let text = source;
  for (const id of ownThenOthers(ids, own, number).slice(0, count)) {
    const name = `${topic}/${id.replace('/', '-')}-${number}`;
    cpSync(join(root, 'examples', id), join(root, 'examples', name), { recursive: true });
    copyScore(root, id, name);
    const steps = guide.examples.find((example) => example.id === id)?.data.session.steps;
    const shown = steps?.find(({ directives }) => directives.hidden === undefined)?.id;
    if (own.has(id)) text = text.replaceAll(`ejemplo="${id}"`, `ejemplo="${name}"`);
    else text += `\n<Paso ejemplo="${name}" id="${shown}" />\n`;
  }
  return text;
}

/** The same with claims and their tests. */
function withOwnClaims(source: string, { root, guide, model, topic, number }: Copy, count: number): string {
  const own = new Set(model.claims.map(({ id }) => id));
  const experiments = new Map(guide.claims.map(({ id, experiment }) => [id, experiment]));
  const tests: string[] = [];
  let text = source;
  for (const id of ownThenOthers([...experiments.keys()], own, number).slice(0, count)) {
    const name = `${id}-${number}`;
    tests.push(`claim('${name}', { proves: [] }, async () => {\n${experiments.get(id)}\n});\n`);
    if (own.has(id)) text = text.replaceAll(`<Afirmacion id="${id}">`, `<Afirmacion id="${name}">`);
    else text += `\n<Afirmacion id="${name}">Lo mismo que «${id}»</Afirmacion>.\n`;
  }
  write(join(root, `tests/claims/${topic}/copia-${number}.ts`), tests.join('\n'));
  return text;
}

/** A page's own things, and then the others, from another place for each copy. */
function ownThenOthers(ids: string[], own: Set<string>, number: number): string[] {
  const others = ids.filter((id) => !own.has(id));
  const from = (3 * number) % others.length;
  return [...ids.filter((id) => own.has(id)), ...others.slice(from), ...others.slice(0, from)];
}

function copyScore(root: string, id: string, name: string): void {
  const from = join(root, MUTATION_FOLDER, `${id}.json`);
  if (existsSync(from)) write(join(root, MUTATION_FOLDER, `${name}.json`), readFileSync(from, 'utf8'));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
