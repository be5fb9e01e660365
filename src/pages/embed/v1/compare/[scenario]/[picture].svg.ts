/** The comparison under a scenario: its poster, its animation, its strips, and a picture of each step. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { animatedStrips } from '../../../../../pictures/strips-animated.ts';
import { stepSvg } from '../../../../../pictures/strips-step.ts';
import { stripsSvg } from '../../../../../pictures/strips.ts';
import { comparedPicture, stepPictures, stripsAlone } from '../../../../../site/compared-pictures.ts';
import { comparedScenarios, comparisonProps } from '../../../../../site/comparison.ts';

export const getStaticPaths = (async () => {
  const all = await comparisonProps();
  return (await comparedScenarios()).flatMap((compared) => {
    const path = (picture: string, draw: () => string) => ({ params: { scenario: compared.name, picture }, props: { draw } });
    const { duration } = compared.runs[0]!.measurement;
    return [path('poster', () => stripsSvg(comparedPicture(compared))), path('animated', () => animatedStrips(comparedPicture(compared), duration)), path('strips', () => stripsAlone(compared)), ...stepPictures(compared, all).map((one, step) => path(`step-${step}`, () => stepSvg(one)))];
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ draw(): string }> = ({ props: { draw } }) => new Response(draw());
