import { CLAIM_ID } from '../claim-tests.ts';
import type { Corpus } from '../corpus.ts';
import type { PageProblem } from '../problem.ts';

/** The id of a claim can be written in an address as it is. */
export function oddClaimIds({ claims }: Pick<Corpus, 'claims'>): PageProblem[] {
  return claims
    .filter(({ id }) => !CLAIM_ID.test(id))
    .map(({ id, file, line }) => ({
      ...{ file, line, column: 1 },
      message: `la prueba se llama «${id}», y de un id salen direcciones y archivos`,
      remedy: 'usa minúsculas sin tildes, cifras y guiones entre palabras: expose-no-publica',
    }));
}

/** A claim on a page has a test. */
export function unboundClaims({ pages, claims }: Corpus): PageProblem[] {
  const proved = new Set(claims.map((test) => test.id));
  return pages
    .flatMap((page) => page.claims)
    .filter((use) => !proved.has(use.id))
    .map(({ id, text: _text, ...place }) => ({
      ...place,
      message: `la afirmación «${id}» no tiene prueba`,
      remedy: `escribe claim('${id}', …) en tests/claims/, o quita <Afirmacion>`,
    }));
}

/** A claim test is claimed on a page. */
export function unusedClaimTests({ pages, claims }: Corpus): PageProblem[] {
  const claimed = new Set(pages.flatMap((page) => page.claims.map((use) => use.id)));
  return claims
    .filter((test) => !claimed.has(test.id))
    .map((test) => ({
      file: test.file,
      line: test.line,
      column: 1,
      message: `la prueba «${test.id}» no respalda ninguna frase`,
      remedy: `afírmala con <Afirmacion id="${test.id}">…</Afirmacion> o bórrala`,
    }));
}

/** A claim has one test, and is made once a page; several pages may make it. */
export function repeatedClaims({ pages, claims }: Corpus): PageProblem[] {
  const uses = pages.map((page) => page.claims.map(({ text: _text, ...use }) => use));
  const tests = claims.map(({ id, file, line }) => ({ id, file, line, column: 1 }));
  return [...uses.flatMap((ofPage) => repeats(ofPage, 'la afirmación')), ...repeats(tests, 'la prueba')];
}

function repeats(
  all: { id: string; file: string; line: number; column: number }[],
  what: string,
): PageProblem[] {
  const first = new Map<string, { file: string; line: number }>();
  const problems: PageProblem[] = [];
  for (const { id, ...place } of all) {
    const before = first.get(id);
    if (!before) {
      first.set(id, place);
      continue;
    }
    problems.push({
      ...place,
      message: `${what} «${id}» ya está en ${before.file}:${before.line}`,
      remedy: 'afirma una cosa en un solo sitio y enlaza a él, o dale otro id y otra prueba',
    });
  }
  return problems;
}
