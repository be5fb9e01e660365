/** The poster of the ordinary run under that scenario's name too, as other scenarios have theirs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute } from 'astro';
import { embedCatalogue } from '../../../../../site/embeds.ts';

const posterOf = (slug: string) => join(process.cwd(), 'public/embed/v1', slug, 'poster.png');

/** A technique has none until `npm run pictures` has drawn it. */
export const getStaticPaths = async () => (await embedCatalogue()).filter(({ slug }) => existsSync(posterOf(slug))).map(({ slug }) => ({ params: { slug } }));

export const GET: APIRoute = ({ params }) => new Response(
  new Uint8Array(readFileSync(posterOf(params['slug']!))), { headers: { 'content-type': 'image/png' } },
);
