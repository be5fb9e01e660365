import type { APIContext } from 'astro';
import { oembed } from '../../../embed/oembed.ts';
import { defaultState } from '../../../embed/parameters.ts';
import { figureOf } from '../../../embed/catalogue.ts';
import type { CatalogueTechnique } from '../../../embed/catalogue.ts';
import { embedCatalogue, siteAddress } from '../../../site/embeds.ts';

export async function getStaticPaths() {
  return (await embedCatalogue()).map((technique) => ({ params: { slug: technique.slug }, props: { technique } }));
}

export function GET({ props, site }: APIContext<{ technique: CatalogueTechnique }>): Response {
  return Response.json(oembed(figureOf(siteAddress(site), props.technique, { ...defaultState, theme: 'light' })));
}
