import { fileURLToPath } from 'node:url';
import type { FigureOfRun } from '../../src/measure/claims.ts';
import { spreadOf } from '../../src/measure/format.ts';
import { figure, type Measurements } from '../../src/measure/measurement.ts';
import { runScenario } from '../../src/measure/runs.ts';
import { readMeasurements } from '../../src/measure/store.ts';
import { readContent } from '../../src/schemas/content.ts';
import type { Metrics } from '../../src/simulation/metrics.ts';
import { measure } from '../../src/simulation/simulate.ts';
import { techniques } from '../../src/schemas/models.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const { content, problems } = readContent(root);

const files = new Map<string, Measurements>();

/** The committed measurements of a technique. */
export function committed(slug: string): Measurements {
  const found = files.get(slug) ?? readMeasurements(root, slug);
  files.set(slug, found);
  return found;
}

/** The mean that the site publishes. */
export function published({ slug, run, metric }: FigureOfRun): number {
  const measurement = committed(slug)[run];
  const spread = measurement && spreadOf(measurement.figures[metric]);
  if (!spread) throw new Error(`${metric} of ${slug} under ${run} is not among the measurements: npm run measure`);
  return spread.mean;
}

const runs = new Map<string, Metrics>();

/** A figure of the first seed, run now; `set` changes the scenario further. */
export function live({ slug, run, metric }: FigureOfRun, set: readonly string[]): number {
  const key = [slug, run, ...set].join(' ');
  const metrics = runs.get(key) ?? measure(techniques[slug]!, runScenario(content, run, set));
  runs.set(key, metrics);
  const value = figure(metrics, metric);
  if (value === null) throw new Error(`${metric} does not apply to ${slug} under ${run}`);
  return value;
}
