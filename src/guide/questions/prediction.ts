/** A question about what was recorded: the right answer comes from the session, and the author writes the wrong ones. */
import type { Command, Session } from '../../examples/session.ts';
import { findSteps } from '../steps.ts';
import { shortHash } from './hash.ts';
import { type Fault, faultOf, type Option, plain } from './question.ts';

/** What is asked of a recording. */
export interface Asked {
  /** Ids of the steps that are shown; the last one is asked about. */
  ids: string[];
  /** Which command of the last step, from 1; the last when it is not said. */
  order?: number | undefined;
  /** The exit code instead of the output. */
  code?: boolean | undefined;
  /** One line of the output, from 1; negative counts from the end. */
  line?: number | undefined;
  /** A part of the output: the group of this expression, or all that it finds. */
  pattern?: string | undefined;
  /** What the author asks. */
  statement?: string | undefined;
  /** Why the right one is right. */
  why: string;
  wrong: Option[];
}

export interface Prediction {
  id: string;
  statement: string;
  options: Option[];
  /** What is shown before the answer; the last one is asked about. */
  commands: Command[];
}

/** What stands for an empty output. */
export const NOTHING = '';

/** Finds in the recording what is asked, or says why it cannot be asked. */
export function predict(session: Session, example: string, asked: Asked): Prediction | Fault {
  const found = findSteps(session, asked.ids.join(' '));
  if (found.problem) return { message: found.problem, remedy: found.remedy };
  const steps = found.groups.flat();
  const last = steps.at(-1);
  if (!last?.commands.length || steps.some((step) => step.edit))
    return {
      message: `el paso «${asked.ids.at(-1)}» no ejecuta ninguna orden`,
      remedy: 'pregunta por otro paso',
    };
  const order = asked.order ?? last.commands.length;
  const command = last.commands[order - 1];
  if (!command) {
    return {
      message: `el paso «${last.id}» tiene ${last.commands.length} órdenes y se pregunta por la ${order}`,
      remedy: 'corrige «orden», que empieza en 1',
    };
  }
  if (!asked.code && last.directives.variable !== undefined) {
    return {
      message: `la salida del paso «${last.id}» es {variable}: nadie puede predecirla`,
      remedy: 'pregunta por su código con que="codigo", o por otro paso',
    };
  }
  const right = answerOf(command, asked, last.id);
  if (typeof right !== 'string') return right;
  const equal = asked.wrong.find(({ texto }) => plain(texto) === plain(right));
  if (equal) {
    return {
      message: `la opción equivocada «${equal.texto}» es lo que se grabó en el paso «${last.id}»`,
      remedy: 'cambia esa opción: lo que dice ahora es la respuesta correcta',
    };
  }
  const marked = asked.wrong.find(({ correcta }) => correcta);
  if (marked) {
    return {
      message: `la opción «${marked.texto}» se declara correcta`,
      remedy: 'quita correcta: true: la correcta sale de lo grabado, y en opciones van las equivocadas',
    };
  }
  const statement =
    asked.statement ?? (asked.code ? '¿Con qué código de salida termina?' : '¿Qué imprimirá?');
  const options = [...asked.wrong, { texto: right, correcta: true, porque: asked.why }];
  const fault = faultOf(statement, options);
  if (fault) return fault;
  const earlier = steps.slice(0, -1).flatMap((step) => step.commands);
  return {
    id: shortHash([example, ...asked.ids, order, asked.code, asked.line, asked.pattern].join(' ')),
    statement,
    options,
    commands: [...earlier, ...last.commands.slice(0, order)],
  };
}

function answerOf(command: Command, { code, line, pattern }: Asked, step: string): string | Fault {
  if (code) return String(command.exitCode);
  if (line !== undefined) {
    const text = command.output ? command.output.split('\n').at(line > 0 ? line - 1 : line) : undefined;
    return text?.trim() ? text : vanished(step, `la línea ${line}`);
  }
  if (pattern === undefined) return command.output.trim() ? command.output : NOTHING;
  let match: RegExpExecArray | null;
  try {
    match = new RegExp(pattern, 'm').exec(command.output);
  } catch {
    return { message: `el patrón «${pattern}» no es una expresión regular`, remedy: 'corrige «patron»' };
  }
  return match ? (match[1] ?? match[0]) : vanished(step, `nada que case con «${pattern}»`);
}

function vanished(step: string, what: string): Fault {
  return {
    message: `la salida grabada del paso «${step}» no tiene ${what}`,
    remedy: 'mira lo que dice ahora en su sesion.console y corrige la pregunta',
  };
}
