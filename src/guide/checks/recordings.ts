import type { Recording } from '../../examples/catalog.ts';
import { findContradictions } from '../../examples/contradictions.ts';
import { recordingHash } from '../../examples/recording-hash.ts';
import { timesOutside } from '../../examples/run-window.ts';
import type { Session } from '../../examples/session.ts';
import { idlePatterns, outOfRange } from '../../examples/tolerance.ts';
import { typesTheSame } from '../../examples/variants.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/** What an example shows is what the recorder wrote: nothing by hand, and no answer under another command. */
export function untrustedRecordings({
  examples,
}: {
  examples: { id: string; data: Recording }[];
}): PageProblem[] {
  return examples
    .filter(({ data }) => data.provenance?.recording !== recordingHash(data.session, data.provenance?.left))
    .map(({ id, data }) => ({
      file: data.session.file,
      line: 1,
      column: 1,
      message: data.provenance
        ? `lo grabado de «${id}» se cambió a mano, mezcla dos ejecuciones, o sus órdenes cambiaron después de grabar`
        : `el ejemplo «${id}» no está grabado: no hay salida de un motor real`,
      remedy: `ejecuta «npm run grabar ${id}»`,
    }));
}

/** What another engine answers is of the same session as what the main one answers, and written by the recorder. */
export function untrustedVariants({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples.flatMap(({ id, data }) =>
    Object.entries(data.variants).flatMap(([engine, { session, provenance }]) => {
      const problem = !typesTheSame(data.session, session)
        ? 'es de otra sesión: lo que se teclea cambió después de grabarla'
        : provenance?.recording !== recordingHash(session, provenance?.left)
          ? 'se cambió a mano'
          : undefined;
      if (!problem) return [];
      return {
        ...at(session, 1),
        message: `lo que responde el motor «${engine}» ${problem}`,
        remedy: `ejecuta «npm run grabar -- --motor ${engine} ${id}»`,
      };
    }),
  );
}

/** A recording is one run: in no two places does one container, process or namespace have two names. */
export function contradictions({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples.flatMap(({ id, data: { session } }) =>
    findContradictions(session).map(({ line, thing, first, second }) => ({
      ...at(session, line),
      message: `lo grabado se contradice: ${thing} es ${first.value} en la línea ${first.line} y aquí ${second}; son dos ejecuciones mezcladas`,
      remedy: `ejecuta «npm run grabar ${id}», que escribe una sola`,
    })),
  );
}

/** A recording is one run: nothing in it says a time at which that run was not running. */
export function splices({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples.flatMap(({ id, data: { session, provenance } }) =>
    (provenance?.run ? timesOutside(session, provenance.run) : []).map(({ line, time }) => ({
      ...at(session, line),
      message: `esta salida es de otra ejecución: dice ${time}, y lo demás se grabó entre ${provenance?.run?.from} y ${provenance?.run?.to}`,
      remedy: `ejecuta «npm run grabar ${id}», que escribe una sola`,
    })),
  );
}

/** What an author says that varies is there, and the numbers are in the range that the author gives them. */
export function tolerances({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples.flatMap(({ data: { session } }) =>
    session.steps.flatMap(({ commands, directives, line }) => {
      const outputs = commands.map(({ output }) => output);
      return [
        ...idlePatterns(outputs, directives).map((pattern) => ({
          ...at(session, line),
          message: `nada de lo grabado encaja con «${pattern}»`,
          remedy: 'corrige el patrón de «salvo» o «entre», o quítalo: solo tapa lo que varía',
        })),
        ...outOfRange(outputs, directives).map((figure) => ({
          ...at(session, line),
          message: `lo grabado dice ${figure}, fuera de los límites que le pone «entre»`,
          remedy: 'corrige los límites, o mira por qué salió esa cifra y vuelve a grabar',
        })),
      ];
    }),
  );
}

const at = ({ file }: Session, line: number) => ({ file, line, column: 1 });
