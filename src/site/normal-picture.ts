/** The pictures of the ordinary run under that scenario's name too, as other scenarios have theirs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { embedCatalogue } from './embeds.ts';

/**
 * The route of one of them: a copy of the file in `public/`. What has no such file has no such route:
 * a technique until `npm run pictures` has drawn it, and the comparison, which has no film.
 */
export function normalPicture(name: string, type: string): { getStaticPaths: GetStaticPaths; GET: APIRoute } {
  const fileOf = (slug: string) => join(process.cwd(), 'public/embed/v1', slug, name);
  return {
    getStaticPaths: async () => (await embedCatalogue()).filter(({ slug }) => existsSync(fileOf(slug))).map(({ slug }) => ({ params: { slug } })),
    GET: ({ params }) => new Response(new Uint8Array(readFileSync(fileOf(params['slug']!))), { headers: { 'content-type': type } }),
  };
}
