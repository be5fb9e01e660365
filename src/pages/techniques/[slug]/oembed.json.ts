import type { APIContext } from 'astro';
import { getCollection } from 'astro:content';
import { oembed } from '../../../embed/oembed.ts';
import { defaultState } from '../../../embed/parameters.ts';
import { siteAddress } from '../../../site/embeds.ts';

export async function getStaticPaths() {
  return (await getCollection('techniques')).map(({ id, data }) => ({ params: { slug: id }, props: { title: data.title } }));
}

export function GET({ params, props, site }: APIContext<{ title: string }, { slug: string }>): Response {
  const figure = { site: siteAddress(site), technique: params.slug, title: props.title, state: { ...defaultState, theme: 'light' as const } };
  return Response.json(oembed(figure));
}
