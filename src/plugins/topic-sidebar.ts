/** Starlight's middleware of every page: with a hundred pages, the whole sidebar would weigh more than their text. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { onlyCurrentTopic } from '../guide/topic-sidebar.ts';

/** Previous and next are already chosen, from the whole sidebar: they go on from topic to topic. */
export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  starlightRoute.sidebar = onlyCurrentTopic(starlightRoute.sidebar);
  // Starlight leaves the front page without the menu of phones, and with it without the choice of theme; on a wide
  // screen theme.css hides it there.
  starlightRoute.hasSidebar = true;
});
