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
    copyPage(root, guide, models[copy % models.length] as PageUses, topic, copy, budget);
  }
}

function emptyTopics({ pages }: Corpus): string[] {
  const written = new Set(pages.map(({ slug }) => slug.replace(/\/.*/, '')));
  return SECTIONS.map(({ directory }) => directory).filter((topic) => !written.has(topic));
}

/** Copies one page with as many examples and claims of its own as it is given; the rest it shares with its model. */
function copyPage(
  root: string,
  { examples, claims }: Corpus,
  model: PageUses,
  topic: string,
  copy: number,
  given: { examples: number; claims: number },
): void {
  let source = readFileSync(join(root, model.file), 'utf8');
  const own = new Set([...model.steps, ...model.files].map(({ example }) => example));
  const other = examples.map(({ id }) => id).filter((id) => !own.has(id));
  const borrowed = other.slice((copy * 3) % other.length);
  for (const id of [...own, ...borrowed, ...other].slice(0, given.examples)) {
    const name = `${topic}/${id.replace('/', '-')}-${copy}`;
    cpSync(join(root, 'examples', id), join(root, 'examples', name), { recursive: true });
    copyScore(root, id, name);
    const steps = examples.find((example) => example.id === id)?.data.session.steps;
    const shown = steps?.find(({ directives }) => directives.hidden === undefined)?.id;
    if (own.has(id)) source = source.replaceAll(`ejemplo="${id}"`, `ejemplo="${name}"`);
    else source += `\n<Paso ejemplo="${name}" id="${shown}" />\n`;
  }
  const ownClaims = new Set(model.claims.map(({ id }) => id));
  const otherClaims = claims.filter(({ id }) => !ownClaims.has(id)).slice((copy * 3) % (claims.length / 2));
  const taken = [...claims.filter(({ id }) => ownClaims.has(id)), ...otherClaims].slice(0, given.claims);
  for (const { id } of taken) {
    if (ownClaims.has(id))
      source = source.replaceAll(`<Afirmacion id="${id}">`, `<Afirmacion id="${id}-${copy}">`);
    else source += `\n<Afirmacion id="${id}-${copy}">Lo mismo que «${id}»</Afirmacion>.\n`;
  }
  const tests = taken.map(
    ({ id, experiment }) => `claim('${id}-${copy}', { proves: [] }, async () => {\n${experiment}\n});\n`,
  );
  write(join(root, `tests/claims/${topic}-${copy}.test.ts`), tests.join('\n'));
  const name = `copia-${copy}`;
  write(join(root, DOCS, topic, `${name}.mdx`), source);
  const order = join(root, DOCS, topic, ORDER_FILE);
  write(order, `${existsSync(order) ? readFileSync(order, 'utf8') : ''}- ${name}\n`);
}

function copyScore(root: string, id: string, name: string): void {
  const from = join(root, MUTATION_FOLDER, `${id}.json`);
  if (existsSync(from)) write(join(root, MUTATION_FOLDER, `${name}.json`), readFileSync(from, 'utf8'));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
