import type { APIContext } from 'astro';
import { hugoShortcodeFile } from '../../embed/hugo-shortcode.ts';
import { embedCatalogue, siteAddress } from '../../site/embeds.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  return new Response(hugoShortcodeFile(siteAddress(site), await embedCatalogue()));
}
