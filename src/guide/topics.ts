import { FINISHED_TOPICS, TOPIC_OF } from './proposed-pages.ts';

/** Whether a proposed page belongs to a topic that says it is finished. */
export function isFinished(proposedPage: string): boolean {
  return FINISHED_TOPICS.includes(TOPIC_OF[proposedPage] ?? '');
}
