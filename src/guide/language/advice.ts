/** What often reads badly and sometimes well: a person judges. */
import { type PageProse, type Passage, sentencesOf, wordsOf } from './prose.ts';
import { type LanguageRule, problemAt } from './rule.ts';

/** Words of a sentence that tells nothing to who did not look at the block. */
const TELEGRAM_WORDS = 4;
/** Colons that one sentence bears. */
const COLONS = 2;
/** Sentences of a page that may begin with «lo que» or «quien». */
const UNNAMED = 3;

type Found = Passage & { sentence: string };

function advice(
  id: string,
  message: (sentence: string) => string,
  remedy: string,
  find: Finder,
): LanguageRule {
  return {
    id,
    advice: true,
    find: ({ prose }) =>
      prose.flatMap((page) =>
        find(page).map(({ line, sentence }) => problemAt(page.file, line, message(sentence), remedy)),
      ),
  };
}

type Finder = (page: PageProse) => Found[];

/** The sentences of paragraphs; `first` tells the one with which its paragraph begins. */
function sentences(page: PageProse): (Found & { first: boolean })[] {
  return page.passages
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap((passage) =>
      sentencesOf(passage.text).map((sentence, index) => ({ ...passage, sentence, first: index === 0 })),
    );
}

export const telegrams = advice(
  'telegrama',
  (sentence) => `«${sentence}» tras un bloque`,
  'ponle sujeto y verbo: qué se ve en el bloque y qué quiere decir',
  (page) =>
    sentences(page).filter(
      ({ first, afterBlock, sentence }) =>
        first && afterBlock && !sentence.endsWith(':') && wordsOf(sentence).length <= TELEGRAM_WORDS,
    ),
);

export const conjunctions = advice(
  'y-al-empezar',
  (sentence) => `«${start(sentence)}…»`,
  'únela a la anterior, o empieza por el nombre de la cosa',
  (page) => sentences(page).filter(({ sentence }) => /^Y\s/.test(sentence)),
);

export const unnamed = advice(
  'sin-nombre',
  (sentence) => `«${start(sentence)}…», y son varias en la página`,
  'nombra la cosa o la persona',
  (page) => {
    const found = sentences(page).filter(({ sentence }) => /^(?:Lo que|Quien(?:es)?)\s/.test(sentence));
    return found.length > UNNAMED ? found : [];
  },
);

export const colons = advice(
  'dos-puntos',
  (sentence) => `«${start(sentence)}…» lleva más de ${COLONS} veces dos puntos`,
  'haz dos frases, o usa «porque», «es decir» o «por ejemplo»',
  (page) => sentences(page).filter(({ sentence }) => (sentence.match(/:(?=\s|$)/g) ?? []).length > COLONS),
);

function start(sentence: string): string {
  return sentence.split(' ').slice(0, 6).join(' ');
}
