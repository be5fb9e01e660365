import type { APIContext } from 'astro';
import { comparison, figureOf } from '../../embed/catalogue.ts';
import { oembed } from '../../embed/oembed.ts';
import { defaultState } from '../../embed/parameters.ts';
import { embedCatalogue, siteAddress } from '../../site/embeds.ts';

/** The answer to a host that asks for the comparison by oEmbed: the minute in which B is down. */
export async function GET({ site }: APIContext): Promise<Response> {
  const compared = (await embedCatalogue()).find(({ slug }) => slug === comparison)!;
  return Response.json(oembed(figureOf(siteAddress(site), compared, { ...defaultState, scenario: 'b-down', theme: 'light' })));
}
