import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { BASE, BRANCH, REPOSITORY, SITE_DESCRIPTION, SITE_NAME, SITE_URL } from './src/config/project.ts';
import { listExampleIds } from './src/examples/catalog.ts';
import { buildSidebar } from './src/guide/sidebar.ts';
import { csp } from './src/plugins/csp.ts';
import {
  accessibleTables,
  asideNames,
  headingIds,
  linksBelowBase,
  pageComponents,
  pageRules,
  untranslatedCode,
} from './src/plugins/markdown.ts';
import { watchPageOrder } from './src/plugins/page-order.ts';
import { resultsGate } from './src/plugins/results-gate.ts';

const docs = new URL('./src/content/docs/', import.meta.url);
const examples = listExampleIds(fileURLToPath(new URL('./examples', import.meta.url)));
const proved = [...new Set(examples.map((id) => id.replace(/\/.*/, '')))];

export default defineConfig({
  site: SITE_URL,
  base: BASE,
  trailingSlash: 'always',
  markdown: {
    processor: satteri({
      features: {
        // `--rm` in prose must not become a dash.
        smartPunctuation: { quotes: false, dashes: false, ellipses: true },
        gfm: { footnotes: { label: 'Notas', backLabel: 'Volver a la referencia {reference}' } },
      },
      mdastPlugins: [pageRules, pageComponents],
      hastPlugins: [headingIds, accessibleTables, asideNames, linksBelowBase, untranslatedCode],
    }),
  },
  integrations: [
    resultsGate(),
    watchPageOrder(docs),
    starlight({
      title: SITE_NAME,
      description: SITE_DESCRIPTION,
      locales: { root: { label: 'Español', lang: 'es' } },
      sidebar: buildSidebar(fileURLToPath(docs), proved),
      routeMiddleware: './src/plugins/topic-sidebar.ts',
      editLink: { baseUrl: `${REPOSITORY}/edit/${BRANCH}/` },
      lastUpdated: true,
      favicon: '/favicon.svg',
      customCss: [
        './src/styles/theme.css',
        './src/styles/content.css',
        './src/styles/drawings.css',
        './src/styles/progress.css',
        './src/styles/print.css',
      ],
      components: {
        Footer: './src/components/starlight/Footer.astro',
        PageTitle: './src/components/starlight/PageTitle.astro',
        Pagination: './src/components/starlight/Pagination.astro',
        Search: './src/components/starlight/Search.astro',
      },
    }),
    // After Starlight, which puts Expressive Code between both.
    mdx({ optimize: true }),
    csp(),
  ],
});
