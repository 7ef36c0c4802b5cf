import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { examplesLoader } from './examples/astro-loader.ts';
import type { ExampleData } from './examples/load-example.ts';
import type { ShownExercise } from './exercises/shown.ts';
import { CLAIM_ID, type ClaimTest } from './guide/claim-tests.ts';
import { KINDS } from './guide/kinds.ts';
import { claimsLoader, exercisesLoader, glossaryLoader, pagesLoader } from './guide/loaders.ts';
import type { PageUses } from './guide/page.ts';
import { SYSTEMS } from './guide/page-card.ts';

const guide = z.object({
  /** Kind of page; see didáctica in CONTRIBUTING. */
  tipo: z.enum(KINDS).optional(),
  /** Items of the inventory that the page absorbs. */
  cubre: z.array(z.string().regex(/^S\d-\d{2,3}$/, 'un ítem se escribe S1-45')).default([]),
  /** Words with which a reader may search for the page and that it does not contain. */
  claves: z.array(z.coerce.string()).default([]),
  /** What its reader will be able to do, as it follows «Sabrás»: `publicar un puerto y ver quién lo escucha`. */
  sabras: z.string().optional(),
  /** Pages to read before, by their addresses: `empezar/primer-contenedor`. */
  antes: z.array(z.string()).default([]),
  /** Systems on which what it shows works as shown. */
  sistemas: z.enum(SYSTEMS).default('todos'),
});

const claimTest = z.custom<ClaimTest>(
  (test) => CLAIM_ID.test((test as ClaimTest).id),
  'el id de una prueba lleva minúsculas sin tildes, cifras y guiones',
);

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: guide }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  ejemplos: defineCollection({ loader: examplesLoader(), schema: z.custom<ExampleData>() }),
  pruebas: defineCollection({ loader: claimsLoader(), schema: claimTest }),
  ejercicios: defineCollection({ loader: exercisesLoader(), schema: z.custom<ShownExercise>() }),
  usos: defineCollection({ loader: pagesLoader(), schema: z.custom<PageUses>() }),
  glosario: defineCollection({
    loader: glossaryLoader(),
    schema: z.object({ termino: z.string(), ingles: z.string().optional(), definicion: z.string() }),
  }),
};
