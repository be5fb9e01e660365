import { expect, test } from 'vitest';
import { figuresCsv, figuresJson } from '../../../src/compare/download.ts';
import { figures, figuresOf } from '../../../src/compare/figures.ts';
import type { Result } from '../../../src/compare/types.ts';
import { asNamed, scenarioOf, type Named } from '../../../src/player/compared/world.ts';
import { measure } from '../../../src/simulation/simulate.ts';
import { techniques } from '../../../src/schemas/models.ts';

const named = { name: 'normal', changes: {} } as Named;
const world = asNamed('normal');
world.values['load'] = 10;
const measured = [1, 2].map((seed) => figuresOf(measure(techniques['shared-data']!, scenarioOf(named, world, seed))));
const shown = { world, named, results: { 'shared-data': { seeds: measured } as Result } };

test('a row a seed, every figure exact, empty where it does not apply', () => {
  const [header, ...rows] = figuresCsv(shown).trimEnd().split('\r\n').map((line) => line.split(','));
  expect(header!.slice(0, 4)).toEqual(['technique', 'scenario', 'seed', 'correct [share of 1]']);
  expect(rows.map((row) => row.slice(0, 3))).toEqual([['shared-data', 'normal', '1'], ['shared-data', 'normal', '2']]);
  rows.forEach((row, index) => expect(row.slice(3)).toEqual(figures.map((name) => String(measured[index]![name] ?? ''))));
});

test('the JSON says what was set and how to run it again', () => {
  const json = JSON.parse(figuresJson(shown)) as { values: Record<string, number>; commands: Record<string, string>; runs: { seed: number; figures: object }[] };
  expect(json.values['load']).toBe(10);
  expect(json.commands['shared-data']).toContain('--set workload.rate=10/s');
  expect(json.runs.map(({ seed, figures: own }) => [seed, own])).toEqual([[1, measured[0]], [2, measured[1]]]);
});
