/** The index of error messages: every message that a recorded command gave, and where the guide provokes it. */
import type { ExampleData } from '../../examples/load-example.ts';
import type { Step } from '../../examples/session.ts';
import type { PageUses } from '../page.ts';
import { stepAnchor } from '../steps.ts';
import { ERROR_GROUPS, type ErrorGroup, groupOf } from './groups.ts';
import { type Message, messageKey, messageOf } from './message.ts';

/** A message, once, however many commands gave it. */
export interface ErrorEntry {
  /** Anchor of the message in the index. */
  id: string;
  message: string;
  group: ErrorGroup;
  occurrences: Occurrence[];
}

/** A command that gave the message, on the first page that shows it. */
export interface Occurrence {
  command: string;
  exitCode: number;
  example: string;
  step: string;
  page: { slug: string; title: string };
  /** The engine that says it this way, when it is not the one with which the guide is recorded. */
  engine?: string;
}

type Page = Pick<PageUses, 'slug' | 'title' | 'steps'>;
type Example = { id: string; data: ExampleData };

/** Longest anchor: an address is read too. */
const ANCHOR_LENGTH = 50;

/** All messages, by groups in their order and then by the alphabet. */
export function indexErrors(examples: Example[], pages: Page[]): ErrorEntry[] {
  const entries = new Map<string, ErrorEntry>();
  for (const [{ text, fromDocker }, occurrence] of examples.flatMap((each) => failuresOf(each, pages))) {
    const key = messageKey(text);
    const known = entries.get(key);
    if (known) {
      if (!known.occurrences.some((other) => isSamePlace(other, occurrence)))
        known.occurrences.push(occurrence);
      continue;
    }
    const group = fromDocker ? groupOf(text, occurrence.command) : 'dentro';
    entries.set(key, { id: '', message: text, group, occurrences: [occurrence] });
  }
  const order = Object.keys(ERROR_GROUPS);
  const sorted = [...entries.values()].sort(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || a.message.localeCompare(b.message),
  );
  return withAnchors(sorted);
}

function failuresOf({ id, data }: Example, pages: Page[]): [Message, Occurrence][] {
  const own = { steps: data.session.steps };
  const others = Object.values(data.variants).map(({ differing, provenance }) => ({
    steps: differing,
    ...(provenance && { engine: provenance.engine }),
  }));
  return [own, ...others].flatMap(({ steps, ...engine }) =>
    steps.flatMap((step) => {
      const page = pages.find((candidate) => shows(candidate, id, step));
      return page ? commandsOf(id, step, { slug: page.slug, title: page.title }, engine) : [];
    }),
  );
}

function commandsOf(
  example: string,
  step: Step,
  page: Occurrence['page'],
  engine: { engine?: string },
): [Message, Occurrence][] {
  return step.commands.flatMap(({ text, output, exitCode }) => {
    const message = messageOf({ command: text, output, exitCode });
    if (!message) return [];
    return [[message, { command: text, exitCode, example, step: step.id, page, ...engine }]];
  });
}

/** What no page shows helps no reader. */
function shows(page: Page, example: string, step: Step): boolean {
  return page.steps.some((use) => use.example === example && use.ids.includes(step.id));
}

/** One page may provoke a message twice: the first is enough. */
function isSamePlace(a: Occurrence, b: Occurrence): boolean {
  return a.page.slug === b.page.slug && a.engine === b.engine;
}

function withAnchors(entries: ErrorEntry[]): ErrorEntry[] {
  const taken = new Map<string, number>();
  return entries.map((entry) => {
    const base = `e-${anchorOf(entry.message)}`;
    const times = (taken.get(base) ?? 0) + 1;
    taken.set(base, times);
    return { ...entry, id: times === 1 ? base : `${base}-${times}` };
  });
}

function anchorOf(message: string): string {
  const words = message
    .toLowerCase()
    .replace(/ó/g, 'o')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let anchor = '';
  for (const word of words) {
    if (anchor && anchor.length + word.length >= ANCHOR_LENGTH) break;
    anchor += (anchor && '-') + word;
  }
  return anchor;
}

/** Where a page provokes the message: at the very step. */
export function occurrenceLink({ page, example, step }: Occurrence): string {
  return `/${page.slug}/#${stepAnchor(example, step)}`;
}
