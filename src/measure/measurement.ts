/** What is kept of a run that was measured with several seeds. */
import { figureNames, type FigureName } from '../schemas/figures.ts';
import type { Metrics } from '../simulation/metrics.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { measure } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import { StripCounter, type Strip } from './strip.ts';
import { windowsOf } from './windows.ts';

/** The seeds that every published figure is the mean of. */
export const seeds: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** A figure of every seed in order, or once where all seeds agree; null where it does not apply. */
export type Values = number | null | (number | null)[];

export interface Measurement {
  /** What it was measured from: see `hasher`. */
  hash: string;
  /** Length of the run, seconds. */
  duration: number;
  /** When something goes wrong: from, to, in seconds. */
  windows: [number, number][];
  figures: Record<FigureName, Values>;
  /** The first seed's checkouts, second by second. */
  strip: Strip;
}

/** The measurements of one technique, by the name of the run. */
export type Measurements = Record<string, Measurement>;

/** Runs a technique under a scenario with each seed. */
export function measureRun(technique: Technique, scenario: Scenario, hash: string): Measurement {
  const counter = new StripCounter(scenario.duration);
  const all = seeds.map((seed, index) => figuresOf(measure(technique, { ...scenario, seed }, index === 0 ? counter.count : null)));
  return {
    hash,
    duration: scenario.duration / 1e6,
    windows: windowsOf(scenario),
    figures: Object.fromEntries(figureNames.map((name) => [name, joined(all.map((figures) => figures[name]))])) as Measurement['figures'],
    strip: counter.strip,
  };
}

/** The published figures of one run, as they are kept: five digits each, null where one does not apply. */
export function figuresOf(metrics: Metrics): Record<FigureName, number | null> {
  return Object.fromEntries(figureNames.map((name) => [name, rounded(figure(metrics, name))])) as Record<FigureName, number | null>;
}

/** One figure of a run by its path, exact; null where it does not apply. */
export function figure(metrics: Metrics, name: FigureName): number | null {
  let value: unknown = metrics;
  for (const key of name.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'number' ? value : null;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(5));
}

function joined(values: (number | null)[]): Values {
  return values.every((value) => value === values[0]) ? values[0]! : values;
}
