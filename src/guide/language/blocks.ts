/** What a page shows: how many blocks, and what each step says of itself. */
import type { StepUse } from '../page.ts';
import { groupSteps } from '../steps.ts';
import { type LanguageRule, problemAt, type Texts } from './rule.ts';

/** Blocks that one can follow in one sitting. */
const MOST_BLOCKS = { aprender: 10, other: 14 };

export function blocksRule(): LanguageRule {
  return {
    id: 'bloques',
    advice: false,
    find: ({ pages, examples }) =>
      pages.flatMap(({ file, kind, steps }) => {
        const most = kind === 'aprender' ? MOST_BLOCKS.aprender : MOST_BLOCKS.other;
        const blocks = steps.flatMap((use) => Array<number>(boxesOf(use, examples)).fill(use.line));
        if (blocks.length <= most) return [];
        return [
          problemAt(
            file,
            blocks[most] ?? 1,
            `la página tiene ${blocks.length} bloques y puede tener ${most}`,
            'haz dos páginas, o junta pasos seguidos en un <Paso>',
          ),
        ];
      }),
  };
}

/** Boxes that one `<Paso>` draws: an edit and another terminal have their own. */
function boxesOf({ example, ids }: StepUse, examples: Texts['examples']): number {
  const session = examples.find(({ id }) => id === example)?.data.session;
  const steps = session?.steps.filter(({ id }) => ids.includes(id)) ?? [];
  return Math.max(1, groupSteps(steps).length);
}

export function captionsRule(): LanguageRule {
  return {
    id: 'rotulos',
    advice: false,
    find: ({ examples }) =>
      examples.flatMap(({ data: { session } }) =>
        session.steps
          .filter(({ directives, edit }) => directives.hidden === undefined && !edit)
          .flatMap(({ id, text, line }) => {
            const fault = faultOf(text);
            return fault ? [problemAt(session.file, line, `el paso «${id}» ${fault[0]}`, fault[1])] : [];
          }),
      ),
  };
}

/** What is wrong with a caption, and how to mend it. */
function faultOf(text: string | undefined): [string, string] | undefined {
  if (!text) return ['no tiene rótulo', 'di qué se va a hacer, tras dos puntos: «# pedir: Pide la portada»'];
  // Code and names of files are written as they are.
  if (/^[¿«]?\p{Ll}/u.test(text) && !/^`/.test(text))
    return ['tiene un rótulo que no empieza en mayúscula', 'empiézalo en mayúscula'];
  if (/[^.…]\.$/.test(text)) return ['tiene un rótulo que acaba en punto', 'quítale el punto'];
  return undefined;
}
