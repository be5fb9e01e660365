/** A technique's poster and its animation, of the scenario in which nothing goes wrong. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { animatedSvg } from '../../../../pictures/animated.ts';
import type { Story } from '../../../../pictures/story.ts';
import { allStories, postersOf } from '../../../../site/pictures.ts';

export const getStaticPaths = (() => [...allStories()].flatMap(([slug, [story]]) =>
  ['poster', 'animated'].map((picture) => ({ params: { slug, picture }, props: { story } })))) satisfies GetStaticPaths;

export const GET: APIRoute<{ story: Story }> = ({ params, props: { story } }) => new Response(
  params['picture'] === 'animated' ? animatedSvg(story) : postersOf(story).poster(),
  { headers: { 'content-type': 'image/svg+xml' } },
);
