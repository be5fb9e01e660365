import { expect, test } from 'vitest';
import { hasher } from '../../src/measure/hash.ts';
import { figuresOf, seeds, type Measurement, type Values } from '../../src/measure/measurement.ts';
import { allRuns } from '../../src/measure/runs.ts';
import { StripCounter, type Strip } from '../../src/measure/strip.ts';
import { figureNames } from '../../src/schemas/figures.ts';
import { measure } from '../../src/simulation/simulate.ts';
import { techniques } from '../../src/schemas/models.ts';
import { committed, content, root } from './measure.ts';

const hash = hasher(root);
const runs = allRuns(content).map((run) => ({ ...run, hash: hash(run.slug, run.scenario) }));

test('every measurement was made from the model and the scenario as they are', () => {
  const stale = runs.filter(({ slug, name, hash: now }) => committed(slug)[name]?.hash !== now).map(({ slug, name }) => `${slug} under ${name}`);
  expect(stale, 'These figures are of another model or scenario: run `npm run measure` and commit src/data/measured.').toEqual([]);
});

test('no measurement is left of a run that is gone', () => {
  const left = Object.keys(techniques).flatMap((slug) => Object.keys(committed(slug))
    .filter((name) => !runs.some((run) => run.slug === slug && run.name === name)).map((name) => `${slug} under ${name}`));
  expect(left, 'Nothing asks for these: run `npm run measure` and commit src/data/measured.').toEqual([]);
});

/** One run a technique and two of its seeds, others whenever the model changes. */
const sample = Object.keys(techniques).map((slug) => {
  const own = runs.filter((run) => run.slug === slug);
  const turn = Number.parseInt(hash(slug, own[0]!.scenario).slice(0, 8), 16);
  return { ...own[turn % own.length]!, again: [0, turn % seeds.length] };
});

test.each(sample)('$slug under $name measures the same again', ({ slug, name, scenario, again }) => {
  const kept = committed(slug)[name]!;
  const strips: Strip[] = [];
  for (const index of again) {
    const counter = new StripCounter(scenario.duration);
    const metrics = measure(techniques[slug]!, { ...scenario, seed: seeds[index]! }, counter.count);
    expect(figuresOf(metrics), 'Run `npm run measure -- --all` and commit src/data/measured.').toEqual(ofSeed(kept, index));
    strips.push(counter.strip);
  }
  expect(strips[0]).toEqual(kept.strip);
}, 120_000);

function ofSeed({ figures }: Measurement, index: number): Record<string, number | null> {
  const one = (values: Values) => (Array.isArray(values) ? values[index]! : values);
  return Object.fromEntries(figureNames.map((name) => [name, one(figures[name])]));
}
