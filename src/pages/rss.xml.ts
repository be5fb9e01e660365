import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { absolute } from '../site/address.ts';
import { techniques } from '../site/techniques.ts';

export async function GET({ site }: APIContext): Promise<Response> {
  return rss({
    title: 'Between Services',
    description: 'Six techniques for communicating between services, simulated, drawn and compared.',
    site: absolute('/', site),
    items: (await techniques()).map(({ slug, article: { data } }) => ({
      title: data.title,
      description: data.description,
      link: absolute(`/techniques/${slug}/`, site),
    })),
  });
}
