/** The measured figures as the pages show them. */
import { otherFigure } from '../measure/claims.ts';
import { formatFigure, formatSpread, spreadOf, type Spread } from '../measure/format.ts';
import type { Measurement, Measurements } from '../measure/measurement.ts';
import { readContent } from '../schemas/content.ts';
import type { FigureName } from '../schemas/figures.ts';
import { measuredScenarios } from '../schemas/measurements.ts';
import type { MeasuredBy } from '../schemas/trade-offs.ts';
import { href } from './address.ts';

const files = import.meta.glob<Measurements>('../data/measured/*.json', { eager: true, import: 'default' });

export interface MeasuredRun {
  name: string;
  title: string;
  short: string;
  /** How the command line names it, option by option. */
  options: string[];
  measurement: Measurement;
  /** Whether every figure is as in a run in which nothing goes wrong. */
  unmoved: boolean;
  /** Where its title leads, if anywhere. */
  url?: string;
}

/** A technique's runs: those of the named scenarios in their order, then those an article tells of. */
export function measuredRuns(slug: string): { named: MeasuredRun[]; further: MeasuredRun[] } {
  const { scenarios, measurements } = readContent(process.cwd()).content;
  const normal = JSON.stringify(measurementOf(slug, 'normal').figures);
  const run = (name: string, title: string, short: string, options: string[]): MeasuredRun => {
    const measurement = measurementOf(slug, name);
    return { name, title, short, options, measurement, unmoved: name !== 'normal' && JSON.stringify(measurement.figures) === normal };
  };
  const named = measuredScenarios.map((name) => {
    const { title = name, short = '' } = scenarios.get(name)?.file ?? {};
    return run(name, title, short, [`--scenario ${name}`]);
  });
  const further = measurements.filter(({ techniques }) => techniques.includes(slug)).map(({ name, title, short, scenario, set }) =>
    run(name, title, short, [`--scenario ${scenario}`, ...set.map((each) => `--set ${quoted(each)}`)]));
  return { named, further };
}

function quoted(set: string): string {
  return /[\s{}[\]]/.test(set) ? `'${set}'` : set;
}

export function isMeasured(slug: string, run: string): boolean {
  return files[`../data/measured/${slug}.json`]?.[run] !== undefined;
}

/** @throws when the run was not measured */
export function measurementOf(slug: string, run: string): Measurement {
  const measurement = files[`../data/measured/${slug}.json`]?.[run];
  if (!measurement) throw new Error(`src/data/measured/${slug}.json: expected the run ${run}, but found none; npm run measure adds it`);
  return measurement;
}

/** The mean of a figure and how far the seeds lie apart; null where the figure does not apply. */
export function measuredSpread(slug: string, run: string, metric: FigureName): Spread | null {
  return spreadOf(measurementOf(slug, run).figures[metric]);
}

/**
 * A figure as text, "83.1 %", with the range of the seeds, "82.4–83.7 %", where they differ.
 * @throws when the figure does not apply to the run
 */
export function measuredText(slug: string, run: string, metric: FigureName): { value: string; range: string | null } {
  const spread = measuredSpread(slug, run, metric);
  if (!spread) throw new Error(`${metric} does not apply to ${slug} under ${run}.`);
  return { value: formatFigure(metric, spread.mean), range: formatSpread(metric, spread) };
}

/** Where a reader finds the run: its row, with its strip and its command, in the technique's panel. */
export function runUrl(slug: string, run: string): string {
  return href(`/techniques/${slug}/#run-${run}`);
}

/** Where a reader finds what a claim rests on: its run, or all techniques side by side where it compares two of them. */
export function claimUrl(slug: string, measured: MeasuredBy): string {
  const { scenario } = measured;
  const other = otherFigure(slug, measured);
  const compared = other !== null && other.slug !== slug && other.run === scenario && measuredScenarios.includes(scenario);
  return compared ? href(`/compare/?scenario=${scenario}`) : runUrl(slug, scenario);
}
