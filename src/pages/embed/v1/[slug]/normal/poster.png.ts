/** The poster of the ordinary run under that scenario's name too, as other scenarios have theirs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { embedCatalogue } from '../../../../../site/embeds.ts';

export const getStaticPaths = async () => (await embedCatalogue()).map(({ slug }) => ({ params: { slug } }));

export const GET: APIRoute = ({ params }) => new Response(
  new Uint8Array(readFileSync(join(process.cwd(), 'public/embed/v1', params['slug']!, 'poster.png'))), { headers: { 'content-type': 'image/png' } },
);
