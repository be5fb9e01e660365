import { getCollection } from 'astro:content';
import type { APIContext } from 'astro';
import { absolute } from '../site/address.ts';
import { original } from '../site/original.ts';
import { techniques } from '../site/techniques.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  const written = (await techniques()).map(({ slug, article: { data } }) =>
    `- [${data.title}](${absolute(`/techniques/${slug}/`, site)}): ${data.description}`);
  const pages = (await getCollection('pages', ({ id }) => id !== 'introduction'))
    .map(({ id, data }) => `- [${data.title}](${absolute(`/${id}/`, site)}): ${data.description}`);
  return new Response([
    '# Between Services',
    '',
    `> Six ways for service A to get a price from service B, each a simulation to click through. It accompanies the article [${original.title}](${original.url}) by ${original.author}.`,
    '',
    '## Techniques',
    '',
    ...written,
    ...(pages.length > 0 ? ['', '## Other pages', '', ...pages] : []),
    '',
  ].join('\n'));
}
