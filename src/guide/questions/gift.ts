/** The questions as Moodle takes them, to be imported into a course: the GIFT format. */
import type { TopicBank } from './bank.ts';
import { piecesOf, withoutMarks } from './code-pieces.ts';
import type { Resolved } from './resolve.ts';

/**
 * Writes the question bank.
 * @param source address of the guide, said in the file
 */
export function toGift(site: string, source: string, bank: readonly TopicBank[]): string {
  const topics = bank.map(({ label, pages }) => ({
    label,
    questions: pages.flatMap((page) => page.questions.map(({ question }) => question)),
  }));
  const blocks = topics
    .filter(({ questions }) => questions.length > 0)
    .flatMap(({ label, questions }) => [`$CATEGORY: ${site}/${label}`, ...questions.map(giftQuestion)]);
  return `${[`// ${site}: ${source} · CC BY-SA 4.0`, ...blocks].join('\n\n')}\n`;
}

/** One question; lines inside it would end it, so that its texts have none. */
export function giftQuestion(question: Resolved): string {
  const { id, statement, choices, commands = [], asks } = question;
  const lines = commands.flatMap(({ text, output }, index) => [
    `$ ${text}`,
    ...(index < commands.length - 1 && output ? [output] : []),
  ]);
  const asked = lines.length ? `<pre lang="en">${html(lines.join('\n'))}</pre>` : '';
  const options = choices.map(
    ({ text, right, why }) => `${right ? '=' : '~'}${escaped(optionHtml(text, asks))}#${escaped(prose(why))}`,
  );
  const name = escaped(`${withoutMarks(statement).slice(0, 60)} (${id})`);
  return [`::${name}::[html]${escaped(`<p>${prose(statement)}</p>${asked}`)}{`, ...options, '}'].join('\n');
}

function optionHtml(text: string, asks: Resolved['asks']): string {
  if (asks === 'code') return `Código de salida ${text}`;
  if (!asks) return prose(text);
  return text.trim() ? `<code lang="en">${html(text)}</code>` : 'No imprime nada';
}

function prose(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.code ? `<code lang="en">${html(piece.text)}</code>` : html(piece.text)))
    .join('');
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

/** With what means something in GIFT marked as text. */
function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&');
}
