/** The question bank, for Moodle. */
import type { APIRoute } from 'astro';
import { questionBank } from '../../components/question-bank.ts';
import { SITE_NAME, SITE_URL, withBase } from '../../config/project.ts';
import { toGift } from '../../guide/questions/gift.ts';

export const GET: APIRoute = async () =>
  new Response(toGift(SITE_NAME, SITE_URL + withBase('/'), await questionBank()), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
