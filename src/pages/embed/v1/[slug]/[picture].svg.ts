/** A technique's poster and its animation, of the scenario in which nothing goes wrong. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { animatedSvg } from '../../../../pictures/animated.ts';
import type { Story } from '../../../../pictures/story.ts';
import { pictured, postersOf, storiesOf } from '../../../../site/pictures.ts';

export const getStaticPaths = (async () => {
  const all = await Promise.all(pictured().map(async (slug) => {
    const [story] = await storiesOf(slug);
    return ['poster', 'animated'].map((picture) => ({ params: { slug, picture }, props: { story } }));
  }));
  return all.flat();
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ story: Story }> = ({ params, props: { story } }) => new Response(
  params['picture'] === 'animated' ? animatedSvg(story) : postersOf(story).poster(),
  { headers: { 'content-type': 'image/svg+xml' } },
);
