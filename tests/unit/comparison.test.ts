import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claimHolds, type FigureOfRun } from '../../src/measure/claims.ts';
import type { Measurements } from '../../src/measure/measurement.ts';
import { measuredScenarios } from '../../src/schemas/measurements.ts';
import { readCompared } from '../../src/schemas/compared.ts';
import { techniques } from '../../src/schemas/models.ts';

const slugs = Object.keys(techniques);
const measured = Object.fromEntries(
  slugs.map((slug) => [slug, JSON.parse(readFileSync(`src/data/measured/${slug}.json`, 'utf8')) as Measurements]),
);

function mean({ slug, run, metric }: FigureOfRun): number {
  const figure = measured[slug]![run]!.figures[metric];
  if (figure === null || figure === undefined) throw new Error(`${metric} does not apply to ${slug} under ${run}`);
  return Array.isArray(figure) ? figure.reduce<number>((sum, value) => sum + (value ?? 0), 0) / figure.length : figure;
}

const all = readCompared('.');

test('every measured scenario is compared, once, with a line for each technique', () => {
  expect(all.map(({ scenario }) => scenario)).toEqual([...measuredScenarios]);
  for (const { lines } of all) expect(Object.keys(lines).toSorted()).toEqual(slugs.toSorted());
});

test.each(all.flatMap(({ scenario, claims }) => claims.map((claim) => ({ scenario, ...claim }))))(
  'what is said of $technique under $scenario holds: $metric',
  ({ technique, scenario, metric, is }) => {
    expect(claimHolds(technique, { scenario, metric, is, falseWhen: [] }, mean)).toBe(true);
  },
);
