import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, ln, normalQuantile, pow } from '../../../src/simulation/math.ts';
import { meanOf, purpose, quantile, uniform } from '../../../src/simulation/random.ts';

/** By what share of it a result is off. */
const off = (found: number, expected: number): number => Math.abs(found / expected - 1);

test.each([
  [3, 1.0986122886681098],
  [7, 1.9459101490553132],
  [0.3, -1.2039728043259361],
  [1.5, 0.4054651081081644],
  [0.05, -2.995732273553991],
  [1e-15, -34.538776394910684],
  [123456.789, 11.723646487185881],
  [1e300, 690.7755278982137],
])('ln %d', (x, expected) => expect(off(ln(x), expected)).toBeLessThan(4.5e-16));

test('ln of 1 is exactly 0; of 0 and less there is none', () => {
  expect([ln(1), ln(0), ln(-1), ln(NaN)]).toEqual([0, NaN, NaN, NaN]);
});

test.each([
  [2, 7.38905609893065],
  [-1.5, 0.22313016014842982],
  [0.5, 1.6487212707001282],
  [10, 22026.465794806718],
  [-20, 2.061153622438558e-09],
  [100, 2.6881171418161356e+43],
])('exp %d', (x, expected) => expect(off(exp(x), expected)).toBeLessThan(2e-14));

test('exp of 0 is exactly 1, and beyond the doubles it is 0 or infinite', () => {
  expect([exp(0), exp(-800), exp(800)]).toEqual([1, 0, Infinity]);
});

test('pow multiplies for whole exponents and is exact there', () => {
  expect([pow(2, 10), pow(10, 15), pow(4, -1), pow(7, 0), pow(3, 1)]).toEqual([1024, 1e15, 0.25, 1, 3]);
  expect(off(pow(3, 0.5), 1.7320508075688772)).toBeLessThan(1e-15);
  expect(off(pow(1000, -0.8), 0.0039810717055349725)).toBeLessThan(1e-14);
  expect(off(pow(9, 1.5), 27)).toBeLessThan(1e-14);
});

test('the normal quantile agrees with the tables', () => {
  for (const [p, expected] of [[0.5, 0], [0.975, 1.959963984540054], [0.01, -2.326347874040841], [0.9999, 3.719016485455709]]) {
    expect(normalQuantile(p!)).toBeCloseTo(expected!, 7);
  }
});

test('ln and exp undo each other', () => {
  fc.assert(fc.property(fc.double({ min: -600, max: 600, noNaN: true }), (x) => {
    expect(Math.abs(ln(exp(x)) - x)).toBeLessThan(1e-12);
  }));
});

/** The share of the sum of squared deviations that chance would give; above 1.3 for 1000 cells happens once in 10^9. */
function unevenness(counts: number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) / (counts.length - 1);
}

describe('uniform draws', () => {
  const what = purpose('service B');

  test('lie strictly between 0 and 1 and spread evenly', () => {
    const counts = Array.from({ length: 1000 }, () => 0);
    let outside = 0;
    for (let root = 1; root <= 200_000; root += 1) {
      const u = uniform(1, what, root, 1);
      if (u <= 0 || u >= 1) outside += 1;
      counts[Math.floor(u * 1000)]! += 1;
    }
    expect(outside).toBe(0);
    expect(unevenness(counts)).toBeLessThan(1.3);
    expect(unevenness(counts)).toBeGreaterThan(0.75);
  });

  test.each<[string, (n: number) => [seed: number, what: number, root: number, attempt: number]]>([
    ['checkouts that follow each other', (n) => [1, what, n, 1]],
    ['attempts of one checkout', (n) => [1, what, 77, n]],
    ['seeds that follow each other', (n) => [n, what, 5, 1]],
    ['purposes', (n) => [1, purpose(`purpose ${n}`), 5, 1]],
    ['price changes', (n) => [1, what, -n, 1]],
  ])('are independent between %s', (_, keys) => {
    const counts = Array.from({ length: 400 }, () => 0);
    let before = uniform(...keys(0));
    for (let n = 1; n <= 80_000; n += 1) {
      const u = uniform(...keys(n));
      counts[20 * Math.floor(before * 20) + Math.floor(u * 20)]! += 1;
      before = u;
    }
    expect(unevenness(counts)).toBeLessThan(1.4);
    expect(unevenness(counts)).toBeGreaterThan(0.65);
  });

  test('an attempt says nothing about the next one of the same checkout', () => {
    let sum = 0;
    const n = 50_000;
    for (let root = 1; root <= n; root += 1) sum += (uniform(1, what, root, 1) - 0.5) * (uniform(1, what, root, 2) - 0.5);
    expect(Math.abs((12 * sum) / n)).toBeLessThan(4.5 / Math.sqrt(n));
  });

  test('are the same for the same arguments, and others for any other, with seeds beyond 32 bits too', () => {
    const seeds = [0, 1, 2, 2 ** 31, 2 ** 32, 2 ** 32 + 1, 2 ** 40, 2 ** 52 + 1, Number.MAX_SAFE_INTEGER];
    const draws = seeds.map((seed) => uniform(seed, what, 1, 1));
    expect(new Set(draws).size).toBe(seeds.length);
    expect(seeds.map((seed) => uniform(seed, what, 1, 1))).toEqual(draws);
  });
});

test('the quantiles of the distributions are those of the textbook, in whole microseconds', () => {
  expect(quantile({ distribution: 'constant', mean: 250 }, 0.7)).toBe(250);
  expect(quantile({ distribution: 'uniform', min: 100, max: 200 }, 0.25)).toBe(125);
  expect(quantile({ distribution: 'exponential', mean: 10_000 }, 0.5)).toBe(6931);
  expect(quantile({ distribution: 'exponential', mean: 0 }, 0.5)).toBe(0);
  const cv = Math.sqrt(Math.E - 1);
  expect(quantile({ distribution: 'lognormal', mean: 10_000, cv }, 0.5)).toBe(Math.round(10_000 / Math.sqrt(Math.E)));
  expect(quantile({ distribution: 'lognormal', mean: 10_000, cv: 0 }, 0.9)).toBe(10_000);
});

test.each([
  { distribution: 'exponential', mean: 10_000 },
  { distribution: 'uniform', min: 2_000, max: 18_000 },
  { distribution: 'lognormal', mean: 10_000, cv: 0.8 },
] as const)('$distribution spans have the mean they are given', (distribution) => {
  const spans = Array.from({ length: 100_000 }, (_, root) => quantile(distribution, uniform(3, purpose('mean'), root, 1)));
  expect(spans.every((span) => Number.isInteger(span) && span >= 0)).toBe(true);
  expect(meanOf(distribution)).toBe(10_000);
  expect(spans.reduce((sum, span) => sum + span, 0) / 100_000 / 10_000).toBeCloseTo(1, 1.7);
});
