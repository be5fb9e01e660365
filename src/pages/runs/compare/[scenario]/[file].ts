/** The measured figures of all techniques under a scenario, seed by seed, as JSON and CSV. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { seeds } from '../../../../measure/measurement.ts';
import { figureNames } from '../../../../schemas/figures.ts';
import { measuredScenarios } from '../../../../schemas/measurements.ts';
import { isMeasured, measurementOf } from '../../../../site/measured.ts';
import { techniques } from '../../../../site/techniques.ts';
import { csv } from '../../../../take-away/csv.ts';
import { withUnit } from '../../../../take-away/tables.ts';

export const getStaticPaths = (() => measuredScenarios.flatMap((scenario) =>
  ['measured.json', 'measured.csv'].map((file) => ({ params: { scenario, file } })))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const { scenario = '', file } = params;
  const runs = (await techniques()).filter(({ slug }) => isMeasured(slug, scenario)).flatMap(({ slug }) => {
    const { figures } = measurementOf(slug, scenario);
    return seeds.map((seed, index) => ({
      technique: slug, seed,
      figures: Object.fromEntries(figureNames.map((name) => {
        const values = figures[name];
        return [name, Array.isArray(values) ? values[index] ?? null : values];
      })),
    }));
  });
  return new Response(file === 'measured.json'
    ? `${JSON.stringify({ scenario, parameters: 'realistic', runs }, null, 1)}\n`
    : csv(
      ['technique', 'scenario', 'seed', ...figureNames.map(withUnit)],
      runs.map((run) => [run.technique, scenario, run.seed, ...figureNames.map((name) => run.figures[name] ?? null)]),
    ));
};
