import { describe, expect, test } from 'vitest';
import { holds, readComparison, type Comparison } from '../../../src/schemas/comparison.ts';
import type { Unit } from '../../../src/schemas/figures.ts';

function read(text: string): Comparison {
  const result = readComparison(text);
  if ('value' in result) return result.value;
  throw new Error(result.expected);
}

test.each<[string, Unit, number, boolean]>([
  ['>= 0.99', 'share', 0.99, true],
  ['>= 0.99', 'share', 0.98, false],
  ['< 85 %', 'share', 0.84, true],
  ['< 85 %', 'share', 0.86, false],
  ['> 1 s', 'ms', 1001, true],
  ['> 1 s', 'ms', 1000, false],
  ['<= 250ms', 'ms', 250, true],
  ['between 10 s and 11.5 s', 'ms', 10_700, true],
  ['between 10 s and 11.5 s', 'ms', 9_999, false],
  ['between 10 s and 11.5 s', 'ms', 11_501, false],
])('%s, counted in %s, of %d: %s', (text, unit, figure, expected) => {
  expect(holds(read(text), figure, unit, 0)).toBe(expected);
});

test('another run is compared with, times a factor', () => {
  const said = read('> 2 x direct-api-call');
  expect(said).toEqual({ kind: 'run', operator: '>', factor: 2, technique: 'direct-api-call', scenario: null });
  expect(holds(said, 21, 'number', 10)).toBe(true);
  expect(holds(said, 20, 'number', 10)).toBe(false);
  expect(read('< itself under normal')).toEqual({ kind: 'run', operator: '<', factor: 1, technique: null, scenario: 'normal' });
  expect(read('>= shared-data under b-down')).toEqual({ kind: 'run', operator: '>=', factor: 1, technique: 'shared-data', scenario: 'b-down' });
});

describe('what cannot be read is refused', () => {
  test.each(['0.99', '>', '> fast', '= 1', 'between 1 and', '> 2 x', '> 3 kg', '> two x direct-api-call'])('%s', (text) => {
    expect(readComparison(text)).toHaveProperty('expected');
  });

  test.each<[string, Unit]>([['> 5', 'ms'], ['> 5 s', 'share'], ['> 5 %', 'count'], ['< 1 ms', 'number']])('%s, counted in %s', (text, unit) => {
    expect(() => holds(read(text), 1, unit, 0)).toThrow(RangeError);
  });
});
