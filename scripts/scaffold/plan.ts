/** What a new page begins with: itself, an example to be recorded and a claim with its experiment. Pure. */
import { KINDS, type Kind } from '../../src/guide/kinds.ts';
import { SECTIONS } from '../../src/guide/sections.ts';
import { SetupError } from '../setup/progress.ts';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export interface Names {
  /** Topic and page: `redes/mi-pagina`. */
  topic: string;
  page: string;
  /** `<topic>/<name>` of its example. */
  example: string;
  /** Id of its claim. */
  claim: string;
  kind: Kind;
}

/**
 * Reads what was asked for; example and claim are called like the page if nothing else is said.
 * @throws SetupError in Spanish when a name cannot be used
 */
export function readNames(
  address: string | undefined,
  options: { ejemplo?: string | undefined; afirmacion?: string | undefined; tipo?: string | undefined },
): Names {
  const [topic = '', page = '', ...rest] = (address ?? '').replace(/^\/|\/$|\.mdx$/g, '').split('/');
  if (!topic || !page || rest.length > 0) {
    throw new SetupError(
      'Falta decir qué página.\n  Cómo arreglarlo: npm run nueva <tema>/<página>; por ejemplo, npm run nueva redes/proxy-inverso.',
    );
  }
  const topics: readonly string[] = SECTIONS.map(({ directory }) => directory);
  if (!topics.includes(topic)) {
    throw new SetupError(
      `No hay ningún tema que se llame «${topic}».\n  Cómo arreglarlo: usa uno de estos: ${topics.join(', ')}.`,
    );
  }
  const example = (options.ejemplo ?? page).replace(new RegExp(`^${topic}/`), '');
  const claim = options.afirmacion ?? page;
  for (const name of [page, example, claim]) {
    if (SLUG.test(name)) continue;
    throw new SetupError(
      `«${name}» no sirve de nombre: va en direcciones y en archivos.\n  Cómo arreglarlo: usa minúsculas sin tildes, cifras y guiones, como «proxy-inverso».`,
    );
  }
  const kind = KINDS.find((known) => known === (options.tipo ?? 'aprender'));
  if (!kind) {
    throw new SetupError(
      `No hay páginas de tipo «${options.tipo}».\n  Cómo arreglarlo: usa uno de estos: ${KINDS.join(', ')}.`,
    );
  }
  return { topic, page, example: `${topic}/${example}`, claim, kind };
}

/** Where each of the three files goes, relative to the root. */
export function pathsOf({ topic, page, example }: Names): { page: string; session: string; claim: string } {
  return {
    page: `src/content/docs/${topic}/${page}.mdx`,
    session: `examples/${example}/sesion.console`,
    claim: `tests/claims/${topic}/${page}.ts`,
  };
}

/** The page. Its place in the topic is a line in the topic's list. */
export function pageText({ page, example, claim, kind }: Names): string {
  const title = page.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return `---
title: ${title}
description: Qué sabrá quien la lea, en una frase.
tipo: ${kind}
cubre: []
claves: []
sabras: di qué sabrá hacer quien la lea
---

Empieza por un problema, una pregunta o un dibujo. El objetivo va arriba, en «sabras».

## Un contenedor que saluda

Explica qué se va a ejecutar. Lo que responde lo escribe el motor:

<Paso ejemplo="${example}" id="saludar" />

Di qué hay que mirar en esa salida. Y si una frase podría ser falsa, demuéstrala: <Afirmacion id="${claim}">lo que escribe el programa de un contenedor llega a tu terminal</Afirmacion>.
`;
}

/** The session of its example: one harmless command, without what it answers. */
export const SESSION_TEXT = `#! Un contenedor que saluda

# saludar: Pide un saludo
$ docker run --rm busybox:1.37 echo hola
`;

/** The experiment that proves its claim. */
export function claimText({ topic, page, claim }: Names): string {
  return `/** Claims of the page ${topic}/${page}. */
import { claim, expect } from '../../support/claim.ts';

claim('${claim}', {}, async ({ run }) => {
  expect(await run.ok('docker run --rm busybox:1.37 echo hola')).toMatch(/^hola$/m);
});
`;
}
