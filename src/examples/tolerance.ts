/** What an author says may differ within an output, by pattern: everything around it is compared to the letter. */
import { SessionError } from './session-error.ts';

/** A number in the output, the group of a pattern, that may be any between two. Absent: no limit. */
export interface Range {
  pattern: string;
  min?: number;
  max?: number;
}

/** Everything that a step sets aside; patterns are regular expressions of JavaScript, with the flags `gmu`. */
export interface Tolerance {
  except: readonly string[];
  between: readonly Range[];
}

const FLAGS = 'gmu';
const RANGE = /^(.*)\s(-?\d+(?:\.\d+)?)?\.\.(-?\d+(?:\.\d+)?)?$/s;

/** Reads the value of `{salvo="…"}`. */
export function readPattern(directive: string, text: string | undefined, file: string, line: number): string {
  if (!text)
    throw new SessionError(
      file,
      line,
      `la directiva «${directive}» necesita una expresión regular`,
      `escribe ${directive}="…", con lo que cambia de una vez a otra`,
    );
  let pattern: RegExp;
  try {
    pattern = new RegExp(text, FLAGS);
  } catch (error) {
    throw new SessionError(
      file,
      line,
      `la expresión regular de «${directive}» no se entiende: ${(error as Error).message}`,
      'usa la sintaxis de JavaScript; un punto o un paréntesis del texto se escriben \\. y \\(',
    );
  }
  if (pattern.test(''))
    throw new SessionError(
      file,
      line,
      `la expresión regular de «${directive}» vale también para un texto vacío: ${text}`,
      'pide al menos un carácter (+ en lugar de *)',
    );
  return text;
}

/** Reads the value of `{entre="patrón 15..35"}`: the pattern has one group, a number; an end may be left open. */
export function readRange(text: string | undefined, file: string, line: number): Range {
  const [, source, min, max] = RANGE.exec(text ?? '') ?? [];
  if (min === undefined && max === undefined)
    throw new SessionError(
      file,
      line,
      `no se entiende entre="${text ?? ''}"`,
      'escribe un patrón con un grupo y, tras un espacio, sus límites: entre="(\\d+) % 15..35", o 1.. si no hay tope',
    );
  const pattern = readPattern('entre', source, file, line);
  const groups = (new RegExp(`${pattern}|`, FLAGS).exec('')?.length ?? 1) - 1;
  if (groups !== 1)
    throw new SessionError(
      file,
      line,
      `el patrón de «entre» tiene ${groups} grupos, y debe tener uno: el número`,
      'encierra el número entre paréntesis, y los demás grupos escríbelos (?:…)',
    );
  const range: Range = { pattern };
  if (min !== undefined) range.min = Number(min);
  if (max !== undefined) range.max = Number(max);
  return range;
}

/** Sets aside what may differ. A number out of its range is marked, so that no other pattern hides the difference. */
export function setAside(output: string, { except, between }: Tolerance): string {
  const numbers = between.reduce(
    (text, { pattern, min, max }) =>
      text.replace(new RegExp(pattern, FLAGS), (whole: string, figure: string) => {
        const value = Number(figure);
        const inside = value >= (min ?? -Infinity) && value <= (max ?? Infinity);
        const range = `${min ?? ''}..${max ?? ''}`;
        return whole.replace(figure, inside ? `<${range}>` : `<${figure}, fuera de ${range}>`);
      }),
    output,
  );
  return except.reduce((text, pattern) => text.replace(new RegExp(pattern, FLAGS), '<…>'), numbers);
}

/** Patterns that match nothing in what was recorded: they say that something varies which is not there. */
export function idlePatterns(outputs: readonly string[], { except, between }: Tolerance): string[] {
  return [...except, ...between.map(({ pattern }) => pattern)].filter(
    (pattern) => !outputs.some((output) => new RegExp(pattern, FLAGS).test(output)),
  );
}

/** Numbers of what was recorded that are out of the range that the author gives them. */
export function outOfRange(outputs: readonly string[], { between }: Tolerance): string[] {
  return between.flatMap(({ pattern, min, max }) =>
    outputs.flatMap((output) =>
      [...output.matchAll(new RegExp(pattern, FLAGS))]
        .map(([, figure]) => figure as string)
        .filter((figure) => !(Number(figure) >= (min ?? -Infinity) && Number(figure) <= (max ?? Infinity))),
    ),
  );
}
