/** A question as a reader finds it: its options, each with its explanation, in an order that the author did not choose. */
import { hash32, shortHash } from './hash.ts';

/** An option as the author writes it. */
export interface Option {
  texto: string;
  correcta?: boolean;
  /** Why the option is right or wrong. */
  porque: string;
}

/** An option as it is shown. */
export interface Choice {
  /** Under which an answer is remembered: it survives another order. */
  key: string;
  text: string;
  right: boolean;
  why: string;
}

export interface Question {
  /** Under which the question is remembered; it survives a move to another page. */
  id: string;
  statement: string;
  choices: Choice[];
}

/** What is wrong with a question, and how to mend it. */
export interface Fault {
  message: string;
  remedy: string;
}

/**
 * Change it when the check of the balance says that one place holds too many right answers: all questions are
 * shuffled anew.
 */
const SALT = 'a';

/** What keeps a question from being asked. */
export function faultOf(statement: string, options: readonly Option[]): Fault | undefined {
  const right = options.filter((option) => option.correcta).length;
  if (options.length < 3 || right !== 1) {
    return {
      message: `la pregunta «${statement}» tiene ${options.length} opciones y ${right} correctas`,
      remedy: 'escribe tres o más opciones y marca exactamente una con correcta: true',
    };
  }
  const mute = options.find((option) => !option.porque?.trim());
  if (mute)
    return { message: `la opción «${mute.texto}» no dice por qué`, remedy: 'añade «porque» a cada opción' };
  const twin = options.find((option, index) =>
    options.some((other, at) => at < index && plain(other.texto) === plain(option.texto)),
  );
  if (twin) return { message: `la opción «${twin.texto}» está dos veces`, remedy: 'cambia una de las dos' };
  return undefined;
}

/**
 * Puts the options in their order: it depends on the page, on the statement and on the texts, never on how they were
 * written.
 */
export function arrange(page: string, id: string, statement: string, options: readonly Option[]): Question {
  const place = ({ texto }: Option) => hash32([SALT, page, statement, texto].join('\n'));
  return {
    id,
    statement,
    choices: options
      .toSorted((a, b) => place(a) - place(b))
      .map(({ texto, correcta, porque }) => ({
        key: shortHash(plain(texto)),
        text: texto,
        right: correcta === true,
        why: porque,
      })),
  };
}

/** Name of a question that the author wrote whole. */
export function questionId(statement: string): string {
  return shortHash(statement);
}

/** A text without the differences that a reader does not see. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
