import { recordingHash } from '../../examples/recording-hash.ts';
import type { PageProblem } from '../../plugins/problem.ts';
import type { Corpus } from '../corpus.ts';

/** What an example shows is what the recorder wrote: nothing by hand, and no answer under another command. */
export function untrustedRecordings({ examples }: Pick<Corpus, 'examples'>): PageProblem[] {
  return examples
    .filter(({ data }) => data.provenance?.recording !== recordingHash(data.session))
    .map(({ id, data }) => ({
      file: data.session.file,
      line: 1,
      column: 1,
      message: data.provenance
        ? `lo grabado de «${id}» se cambió a mano, o sus órdenes cambiaron después de grabar`
        : `el ejemplo «${id}» no está grabado: no hay salida de un motor real`,
      remedy: `ejecuta «npm run grabar ${id}»`,
    }));
}
