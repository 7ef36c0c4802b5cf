/** In development, the sidebar follows the lists of the topics: who changes one sees it at once. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ORDER_FILE } from '../guide/page-order.ts';
import { SECTIONS } from '../guide/sections.ts';

/** @param docs folder of the pages */
export function watchPageOrder(docs: URL): AstroIntegration {
  return {
    name: 'page-order',
    hooks: {
      'astro:config:setup': ({ addWatchFile }) => {
        for (const { directory } of SECTIONS)
          addWatchFile(fileURLToPath(new URL(`${directory}/${ORDER_FILE}`, docs)));
      },
    },
  };
}
