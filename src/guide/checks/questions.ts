import type { Corpus } from '../corpus.ts';
import type { Place } from '../page.ts';
import type { PageProblem } from '../problem.ts';
import { type Resolved, resolve } from '../questions/resolve.ts';

/** With fewer questions than these, shares say nothing. */
const ENOUGH = 10;
/** No place, and not the longest one, holds the right answer more often. */
const MOST = 0.4;

/** Every question can be asked: one right answer, all of them explained, and what is predicted was recorded. */
export function unansweredQuestions(corpus: Corpus): PageProblem[] {
  const problems: PageProblem[] = [];
  const seen = new Map<string, Place>();
  for (const { place, question } of questionsOf(corpus)) {
    if ('message' in question) problems.push({ ...place, ...question });
    else {
      const twin = seen.get(question.id);
      if (twin) {
        problems.push({
          ...place,
          message: `la pregunta «${question.statement}» ya está en ${twin.file}:${twin.line}`,
          remedy: 'borra una de las dos o pregunta otra cosa: lo respondido se recuerda por la pregunta',
        });
      }
      seen.set(question.id, place);
    }
  }
  return problems;
}

/** The right answer is guessed neither by its place nor by its length. */
export function guessableAnswers(corpus: Corpus): PageProblem[] {
  const asked = questionsOf(corpus).flatMap(({ place, question }) =>
    'message' in question ? [] : [{ place, question }],
  );
  const total = asked.length;
  if (total < ENOUGH) return [];
  const problems: PageProblem[] = [];
  const positions = Map.groupBy(asked, ({ question }) => question.choices.findIndex(({ right }) => right));
  for (const [position, there] of positions) {
    if (there.length <= total * MOST) continue;
    problems.push({
      file: 'src/guide/questions/question.ts',
      line: 1,
      column: 1,
      message: `la respuesta correcta es la ${position + 1}.ª en ${there.length} de ${total} preguntas`,
      remedy: 'cambia SALT en ese archivo: las opciones se barajan de otra manera',
    });
  }
  const longest = asked.filter(({ question }) => isRightLongest(question));
  if (longest.length < total * MOST) return problems;
  return [
    ...problems,
    ...longest.map(({ place, question }) => ({
      ...place,
      message: `la respuesta correcta de «${question.statement}» es la más larga, como en ${longest.length} de ${total} preguntas`,
      remedy: 'acórtala, o alarga una equivocada hasta que sea igual de creíble',
    })),
  ];
}

/** Whether one sees at a glance which option is the right one. */
export function isRightLongest({ choices }: Resolved): boolean {
  const lengthOf = (text: string) => [...text].length;
  const right = choices.find((choice) => choice.right);
  return (
    right !== undefined &&
    choices.every((other) => other === right || lengthOf(other.text) < lengthOf(right.text))
  );
}

/** All questions of the guide, or why one cannot be asked. */
function questionsOf({ pages, examples }: Corpus) {
  const sessions = new Map(examples.map(({ id, data }) => [id, data.session]));
  return pages.flatMap((page) =>
    page.questions.map(({ written, ...place }) => ({
      place,
      question: resolve(page.slug, written, (id) => sessions.get(id)),
    })),
  );
}
