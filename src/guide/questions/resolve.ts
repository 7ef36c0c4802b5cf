/** From what a page asks to the question that a reader answers. */
import type { Command, Session } from '../../examples/session.ts';
import { predict } from './prediction.ts';
import { arrange, type Fault, faultOf, type Question, questionId } from './question.ts';
import type { Written } from './read.ts';

/** A question of the guide, whoever wrote its right answer. */
export interface Resolved extends Question {
  /** Commands that a prediction shows, with what they answered; the last one is asked about. */
  commands?: Command[];
  /** What kind of answer a prediction asks for. */
  asks?: 'output' | 'code';
  /** The example of a prediction and its steps. */
  example?: string;
  steps?: string[];
}

/**
 * Resolves a question of a page.
 * @param page its address without slashes at its ends
 * @param sessionOf the session of an example, if there is one
 */
export function resolve(
  page: string,
  written: Written,
  sessionOf: (example: string) => Session | undefined,
): Resolved | Fault {
  if (written.kind === 'question') {
    const { statement, options } = written;
    return faultOf(statement, options) ?? arrange(page, questionId(statement), statement, options);
  }
  const { example, asked } = written;
  const session = sessionOf(example);
  if (!session) {
    return {
      message: `no existe el ejemplo «${example}»`,
      remedy: `crea examples/${example}/sesion.console o corrige el id`,
    };
  }
  const prediction = predict(session, example, asked);
  if ('message' in prediction) return prediction;
  const { id, statement, options, commands } = prediction;
  const asks = asked.code ? 'code' : 'output';
  return { ...arrange(page, id, statement, options), commands, asks, example, steps: asked.ids };
}
