/** The comparison under a scenario: its poster, which is also its one step. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { stripsSvg } from '../../../../../pictures/strips.ts';
import { comparedPicture } from '../../../../../site/compared-pictures.ts';
import { comparedScenarios, type ComparedScenario } from '../../../../../site/comparison.ts';

export const getStaticPaths = (async () => (await comparedScenarios()).flatMap((compared) =>
  ['poster', 'step-0'].map((picture) => ({ params: { scenario: compared.name, picture }, props: { compared } })))) satisfies GetStaticPaths;

export const GET: APIRoute<{ compared: ComparedScenario }> = ({ props: { compared } }) => new Response(stripsSvg(comparedPicture(compared)));
