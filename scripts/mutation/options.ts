/** What `npm run mutar` may be told. */
import { parseArgs } from 'node:util';
import { KINDS, type Kind } from '../../src/mutation/mutant.ts';
import { SetupError } from '../setup/index.ts';

export const HELP = `npm run mutar [-- opciones] [tema | tema/ejemplo …]

¿Prueba algo tu ejemplo? Hace un cambio cada vez (quita una instrucción del Dockerfile, una clave de Compose, una
opción de una orden, una línea de un guion; cambia un número grabado…), ejecuta la sesión en un motor recién creado
y mira si algún paso lo nota. Un cambio que nadie nota («vivo») es algo que la página enseña y nada comprueba.

  --solo archivos,ordenes,salidas   solo esa clase de cambios; «salidas» no necesita motor
  --muestra N      solo N cambios de cada ejemplo, siempre los mismos
  --vivos          solo los que sobrevivieron la última vez, para ver si tu arreglo los caza
  --detalle        dice también qué paso notó cada cambio
  --lista          dice qué cambios haría, sin hacerlos
  --vm             ejecuta también los ejemplos que necesitan la máquina virtual (lentos)
  --a-la-vez N     N a la vez (4); esperan mucho más de lo que calculan
  --ayuda          muestra este texto

El resultado se escribe en mutantes/resultados/, un archivo por ejemplo, si se midió entero. Lo medido se recuerda en
.cache/mutantes/: puedes interrumpir con Ctrl-C y seguir otro día. Los cambios que no pueden notarse se declaran, con
su motivo, en mutantes/<tema>.yaml. No se cambia lo que solo da forma a la salida (filtros de texto, plantillas)
ni cuánto se espera a que algo pare.`;

export interface MutationOptions {
  help: boolean;
  list: boolean;
  detail: boolean;
  vm: boolean;
  survivors: boolean;
  sample?: number;
  lanes: number;
  kinds: readonly Kind[];
  words: string[];
  /** Everything of an example is measured, so that its result may be written. */
  complete: boolean;
}

/** @throws SetupError in Spanish */
export function readOptions(args: string[]): MutationOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      solo: { type: 'string' },
      muestra: { type: 'string' },
      vivos: { type: 'boolean', default: false },
      detalle: { type: 'boolean', default: false },
      lista: { type: 'boolean', default: false },
      vm: { type: 'boolean', default: false },
      'a-la-vez': { type: 'string', default: '4' },
      ayuda: { type: 'boolean', default: false },
    },
  });
  const options: MutationOptions = {
    lanes: readCount('a-la-vez', values['a-la-vez']),
    help: values.ayuda,
    list: values.lista,
    detail: values.detalle,
    vm: values.vm,
    survivors: values.vivos,
    kinds: values.solo === undefined ? KINDS : readKinds(values.solo),
    words: positionals,
    complete: values.solo === undefined && values.muestra === undefined && !values.vivos,
  };
  if (values.muestra === undefined) return options;
  return { ...options, sample: readCount('muestra', values.muestra) };
}

function readCount(option: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return count;
  throw new SetupError(`«--${option} ${text}» no es un número.\n  Cómo arreglarlo: --${option} 5`);
}

function readKinds(text: string): Kind[] {
  return text.split(',').map((word) => {
    const kind = KINDS.find((known) => known === word.trim());
    if (!kind)
      throw new SetupError(
        `No hay cambios de la clase «${word}».\n  Cómo arreglarlo: usa ${KINDS.join(', ')}.`,
      );
    return kind;
  });
}
