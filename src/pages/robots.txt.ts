/** Tells crawlers where the map of the site is. */
import type { APIRoute } from 'astro';
import { SITE_URL, withBase } from '../config/project.ts';

export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(withBase('sitemap-index.xml'), SITE_URL).href}\n`,
  );
