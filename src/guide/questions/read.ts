/** Reads the questions that a page asks from the attributes of its elements. */
import type { RuleAttribute } from '../page-rules.ts';
import { parseData } from './data-literal.ts';
import type { Asked } from './prediction.ts';
import type { Fault, Option } from './question.ts';

/** What a page asks: options written whole, or something recorded. */
export type Written =
  | { kind: 'question'; statement: string; options: Option[] }
  | { kind: 'prediction'; example: string; asked: Asked };

/** Attributes of a prediction as they are written in a page. */
export interface PredictionAttributes {
  id: string;
  porque: string;
  pregunta?: string | undefined;
  orden?: string | undefined;
  linea?: string | undefined;
  patron?: string | undefined;
  que?: string | undefined;
}

/** Reads `<Pregunta>` or `<Prediccion>`, whose texts are all there. */
export function readWritten(
  name: string,
  values: Record<string, string>,
  attributes: readonly RuleAttribute[],
): Written | Fault {
  const options = readOptions(attributes);
  if (!Array.isArray(options)) return options;
  if (name === 'Pregunta') return { kind: 'question', statement: values.enunciado ?? '', options };
  const asked = askedOf(values as unknown as PredictionAttributes, options);
  return 'message' in asked ? asked : { kind: 'prediction', example: values.ejemplo ?? '', asked };
}

/** What the attributes of a prediction ask for. */
export function askedOf(attributes: PredictionAttributes, wrong: Option[]): Asked | Fault {
  const { id, porque, pregunta, patron, que, ...numbers } = attributes;
  const ways = [numbers.linea, patron, que].filter((way) => way !== undefined).length;
  if (ways > 1 || (que !== undefined && que !== 'codigo')) {
    return {
      message: '<Prediccion> dice de varias maneras qué se pregunta, o de una que no existe',
      remedy: 'deja una: linea="2", patron="…" o que="codigo"; sin ninguna se pregunta la salida entera',
    };
  }
  for (const name of ['orden', 'linea'] as const) {
    const value = numbers[name];
    if (value !== undefined && !/^-?[1-9]\d*$/.test(value))
      return {
        message: `${name}="${value}" no es un número de orden`,
        remedy: 'las órdenes y las líneas se cuentan desde 1',
      };
  }
  const numberOf = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  return {
    ids: id.trim().split(/\s+/),
    order: numberOf(numbers.orden),
    line: numberOf(numbers.linea),
    pattern: patron,
    code: que === 'codigo',
    statement: pregunta,
    why: porque,
    wrong,
  };
}

function readOptions(attributes: readonly RuleAttribute[]): Option[] | Fault {
  const remedy =
    "escríbelas así: opciones={[{ texto: '…', porque: '…', correcta: true }, { texto: '…', porque: '…' }]}";
  const value = attributes.find(({ name }) => name === 'opciones')?.value;
  if (!value || typeof value === 'string') return { message: 'la pregunta no tiene opciones', remedy };
  try {
    const data = parseData(value.value ?? '');
    if (Array.isArray(data) && data.every(isOption)) return data as unknown as Option[];
    return { message: 'las opciones de la pregunta no tienen texto y porqué', remedy };
  } catch (error) {
    return { message: `las opciones de la pregunta no se entienden: ${(error as Error).message}`, remedy };
  }
}

function isOption(data: unknown): boolean {
  const { texto, porque, correcta = false } = data as Record<string, unknown>;
  return typeof texto === 'string' && typeof porque === 'string' && typeof correcta === 'boolean';
}
