import type { APIContext } from 'astro';
import { gatsbyNote } from '../../embed/gatsby-note.ts';
import { figureOf } from '../../embed/catalogue.ts';
import { defaultState } from '../../embed/parameters.ts';
import { embedCatalogue, siteAddress } from '../../site/embeds.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const catalogue = await embedCatalogue();
  const [technique] = catalogue;
  return new Response(technique ? gatsbyNote(figureOf(siteAddress(site), technique, { ...defaultState, theme: 'light' }), catalogue) : '');
}
