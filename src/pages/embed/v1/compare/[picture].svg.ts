/** The comparison's poster and its animation, of the scenario in which nothing goes wrong. */
import type { APIRoute } from 'astro';
import { defaultState } from '../../../../embed/parameters.ts';
import { animatedStrips } from '../../../../pictures/strips-animated.ts';
import { stripsSvg } from '../../../../pictures/strips.ts';
import { comparedPicture } from '../../../../site/compared-pictures.ts';
import { comparedScenarios } from '../../../../site/comparison.ts';

export const getStaticPaths = () => ['poster', 'animated'].map((picture) => ({ params: { picture } }));

export const GET: APIRoute = async ({ params }) => {
  const normal = (await comparedScenarios()).find(({ name }) => name === defaultState.scenario)!;
  const picture = comparedPicture(normal);
  return new Response(params['picture'] === 'poster' ? stripsSvg(picture) : animatedStrips(picture, normal.runs[0]!.measurement.duration));
};
