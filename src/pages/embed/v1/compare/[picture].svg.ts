/** The comparison's poster, of the scenario in which nothing goes wrong. */
import type { APIRoute } from 'astro';
import { defaultState } from '../../../../embed/parameters.ts';
import { stripsSvg } from '../../../../pictures/strips.ts';
import { comparedPicture } from '../../../../site/compared-pictures.ts';
import { comparedScenarios } from '../../../../site/comparison.ts';

export const getStaticPaths = () => [{ params: { picture: 'poster' } }];

export const GET: APIRoute = async () => {
  const normal = (await comparedScenarios()).find(({ name }) => name === defaultState.scenario)!;
  return new Response(stripsSvg(comparedPicture(normal)));
};
