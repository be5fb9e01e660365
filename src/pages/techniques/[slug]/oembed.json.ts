import type { APIContext } from 'astro';
import { oembed } from '../../../embed/oembed.ts';
import { defaultState } from '../../../embed/parameters.ts';
import { figureOf } from '../../../embed/catalogue.ts';
import type { CatalogueTechnique } from '../../../embed/catalogue.ts';
import { embeddedTechniques, siteAddress } from '../../../site/embeds.ts';

export async function getStaticPaths() {
  return (await embeddedTechniques()).map((technique) => ({ params: { slug: technique.slug }, props: { technique } }));
}

export function GET({ props, site }: APIContext<{ technique: CatalogueTechnique }>): Response {
  return Response.json(oembed(figureOf(siteAddress(site), props.technique, { ...defaultState, theme: 'light' })));
}
