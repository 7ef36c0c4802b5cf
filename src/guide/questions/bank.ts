/** All questions of the guide, by topic and page, in the order in which one reads. */
import type { Session } from '../../examples/session.ts';
import type { PageUses } from '../page.ts';
import { SECTIONS } from '../sections.ts';
import { type Resolved, resolve } from './resolve.ts';

export interface TopicBank {
  id: string;
  label: string;
  pages: PageBank[];
}

export interface PageBank {
  slug: string;
  title: string;
  questions: BankQuestion[];
}

export interface BankQuestion {
  question: Resolved;
  /** The page that answers it, if one does. */
  answeredIn: PageLink | undefined;
}

export interface PageLink {
  slug: string;
  title: string;
}

/**
 * Gathers the questions; those that cannot be asked are left out, as their page already says so.
 * @param order addresses of the pages, in the order of the guide
 */
export function bankOf(
  pages: readonly PageUses[],
  order: readonly string[],
  sessionOf: (example: string) => Session | undefined,
): TopicBank[] {
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  return SECTIONS.map(({ label, directory }) => ({
    id: directory,
    label,
    pages: order
      .filter((slug) => slug.split('/')[0] === directory)
      .flatMap((slug) => {
        const page = bySlug.get(slug);
        if (!page) return [];
        const questions = page.questions.flatMap(({ written }) => {
          const question = resolve(slug, written, sessionOf);
          return 'message' in question ? [] : [{ question, answeredIn: answerOf(question, page, pages) }];
        });
        return [{ slug, title: page.title, questions }];
      }),
  })).filter(({ pages: found }) => found.length > 0);
}

/**
 * Where a question is answered: a prediction, in the page that shows its step; any other, in its own page, unless that
 * one only asks.
 */
export function answerOf(
  question: Resolved,
  asking: PageUses,
  pages: readonly PageUses[],
): PageLink | undefined {
  const step = question.steps?.at(-1);
  const shows = (page: PageUses) =>
    page.steps.some(
      ({ example, ids }) => example === question.example && step !== undefined && ids.includes(step),
    );
  const found = pages.find(shows) ?? (asking.steps.length + asking.claims.length > 0 ? asking : undefined);
  return found && { slug: found.slug, title: found.title };
}
