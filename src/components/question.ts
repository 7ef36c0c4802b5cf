/** A question and the state of answering it. */
export interface Option {
  texto: string;
  correcta?: boolean;
  /** Why the option is right or wrong. */
  porque: string;
}

/**
 * Validates a question.
 * @returns the name that groups its options and the right one
 * @throws Error when there is not exactly one right option or an explanation is missing
 */
export function checkQuestion(
  text: string,
  options: Option[],
  page: string,
): { name: string; right: Option } {
  const right = options.filter((option) => option.correcta);
  if (right.length !== 1 || !right[0]) {
    throw new Error(
      `${page}: la pregunta «${text}» tiene ${right.length} opciones correctas\n  Cómo arreglarlo: marca exactamente una con correcta: true`,
    );
  }
  const mute = options.find((option) => !option.porque?.trim());
  if (mute) {
    throw new Error(
      `${page}: la opción «${mute.texto}» no dice por qué\n  Cómo arreglarlo: añade «porque» a cada opción`,
    );
  }
  return { name: `pregunta-${shortHash(text)}`, right: right[0] };
}

/** What is told after an answer. */
export function verdict(chosen: number | undefined, right: number): string {
  if (chosen === undefined) return 'Elige una opción.';
  return chosen === right ? 'Respuesta correcta.' : 'No es esa: lee por qué y prueba otra.';
}

function shortHash(text: string): string {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash).toString(36);
}
