/** One word for each thing, and none that puts anybody down. */
import { wordsOf } from '../../drawing/hand-read.ts';
import type { PageProblem } from '../problem.ts';
import { type LanguageRule, problemAt, type Texts } from './rule.ts';

interface Banned {
  pattern: RegExp;
  remedy: string;
}

const SCRIPT_OR_HYPHEN =
  /(?<!\b(?:con|sin|un solo|dos|el signo|doble) )\bguion(?:es)?\b(?! (?:bajo|medio|largo|delante|doble|□)| \(□\))/i;

const WORDS: Banned[] = [
  { pattern: /\bkernels?\b/i, remedy: 'escribe «núcleo»; tal cual, solo en código o en una salida' },
  { pattern: /\bdemons?\b/i, remedy: 'escribe «demonio», o «motor» si es dockerd' },
  {
    pattern: /\bdockeriz\p{L}*/iu,
    remedy: 'di qué se hace: «poner en un contenedor», «hacer su imagen»',
  },
  { pattern: /\bsimplemente\b/i, remedy: 'bórralo: a quien no le salga le dirá que es culpa suya' },
  { pattern: /\bsolo tienes que\b/i, remedy: 'di qué hay que hacer, sin «solo»' },
  { pattern: /\bobviamente\b/i, remedy: 'bórralo, o explica por qué' },
  {
    pattern: SCRIPT_OR_HYPHEN,
    remedy: 'un programa de la shell es un «script»; el signo, «con guion» o «guion bajo»',
  },
  {
    pattern: /\bres[uú]men(?:es)?\b[^.]{0,60}(?:sha256|digest)|(?:sha256|digest)[^.]{0,60}\bres[uú]men/i,
    remedy: 'escribe *digest*',
  },
  { pattern: /\b(?:ordenador|computador)(?:es|as?)?\b/i, remedy: 'escribe «equipo»' },
];

const PUT_DOWNS: Banned[] = [
  /\b(?:muchos|tantos|otros|algunos) (?:apuntes|tutoriales|manuales|textos|dibujos|cursos)\b/i,
  /\ben muchos (?:sitios|textos|tutoriales)\b/i,
  /\b(?:leer|oir|ver|encontrar)ás en (?:muchos|otros|internet)/i,
  /\bse oye\b/i,
  /\bcircula(?:n)?\b[^.]{0,30}\b(?:frase|idea|texto|dibujo|receta)/i,
  /\bfrase muy repetida\b/i,
  /\blos apuntes que\b/i,
  /\bse quedan cortos\b/i,
].map((pattern) => ({
  pattern,
  remedy:
    'di lo cierto sin más: quien da clase escribió esos apuntes. Lo que corrija a otros, en «Mitos, medidos»',
}));

function banned(id: string, lists: Banned[], except: RegExp = /^$/): LanguageRule {
  return {
    id,
    advice: false,
    find: (texts) =>
      spoken(texts)
        .filter(({ file }) => !except.test(file))
        .flatMap(({ file, line, text }) =>
          lists.flatMap(({ pattern, remedy }): PageProblem[] => {
            const found = pattern.exec(text)?.[0];
            return found ? [problemAt(file, line, `«${found}»`, remedy)] : [];
          }),
        ),
  };
}

/** Everything that is read: pages, their questions, the captions of steps and what drawings say, also to who only hears them. */
function spoken({ prose, examples, drawings = [] }: Texts): { file: string; line: number; text: string }[] {
  return [
    ...prose.flatMap(({ file, passages }) => passages.map(({ line, text }) => ({ file, line, text }))),
    ...examples.flatMap(({ data: { session } }) => [
      { file: session.file, line: 1, text: session.title },
      ...session.steps.map(({ line, text = '' }) => ({ file: session.file, line, text })),
    ]),
    ...drawings.flatMap(({ frames }) =>
      frames.map(({ file, svg }) => ({ file, line: 1, text: wordsOf(svg) })),
    ),
  ];
}

export const words = banned('palabras', WORDS);
export const putDowns = banned('desaires', PUT_DOWNS, /mitos/);
