/** The pictures of one scenario of a technique: poster, animation, and one of each step, for a phone another. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { animatedSvg } from '../../../../../pictures/animated.ts';
import type { Story } from '../../../../../pictures/story.ts';
import { allStories, postersOf } from '../../../../../site/pictures.ts';

export const getStaticPaths = (() => [...allStories()].flatMap(([slug, stories]) => stories.flatMap((story) => {
  const pictures = ['poster', 'animated', ...story.steps.flatMap(({ index }) => [`step-${index}`, `narrow-${index}`])];
  return pictures.map((picture) => ({ params: { slug, scenario: story.scenario.name, picture }, props: { story } }));
}))) satisfies GetStaticPaths;

export const GET: APIRoute<{ story: Story }> = ({ params, props: { story } }) =>
  new Response(draw(story, params['picture']!), { headers: { 'content-type': 'image/svg+xml' } });

function draw(story: Story, picture: string): string {
  if (picture === 'animated') return animatedSvg(story);
  const [name, index] = picture.split('-');
  const step = story.steps[Number(index)];
  if (!step) return postersOf(story).poster();
  return name === 'narrow' ? postersOf(story).narrow(step) : postersOf(story).step(step);
}
