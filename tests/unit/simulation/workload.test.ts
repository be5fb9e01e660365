import { expect, test } from 'vitest';
import { arrivals, Popularity, priceChanges } from '../../../src/simulation/workload.ts';
import { world } from './worlds.ts';

/** The instants before `end`, microseconds. */
function instants(of: Generator<number, never, unknown>, end: number): number[] {
  const found: number[] = [];
  for (let at = of.next().value; at < end; at = of.next().value) found.push(at);
  return found;
}

test.each([[100, 'per second'], [3, 'per second'], [128, 'per second'], [7, 'per second']])(
  'uniform arrivals at %d %s: the k-th comes at k / rate, without drift', (rate) => {
    const end = 600e6;
    const found = instants(arrivals(world(`workload: { arrivals: uniform, rate: ${rate}/s }`)), end);
    expect(found).toEqual(Array.from({ length: found.length }, (_, k) => Math.round(((k + 1) * 1e6) / rate)));
    expect(found.length).toBeGreaterThanOrEqual(600 * rate - 1);
  },
);

test('Poisson arrivals have the rate they are given, and as many close together as chance has', () => {
  const found = instants(arrivals(world('workload: { rate: 50/s }')), 2000e6);
  expect(Math.abs(found.length - 100_000)).toBeLessThan(4 * Math.sqrt(100_000));
  const gaps = found.map((at, k) => at - (found[k - 1] ?? 0));
  for (const [span, share] of [[1_000, 0.0488], [20_000, 0.6321], [60_000, 0.9502]]) {
    expect(gaps.filter((gap) => gap <= span!).length / gaps.length).toBeCloseTo(share!, 2);
  }
  const counts = Array.from({ length: 2000 }, () => 0);
  for (const at of found) counts[Math.floor(at / 1e6)]! += 1;
  const variance = counts.reduce((sum, count) => sum + (count - 50) ** 2, 0) / counts.length;
  expect(variance / 50).toBeCloseTo(1, 0.9);
});

test('a traffic fault multiplies the rate from its first instant to before its last; overlapping ones multiply', () => {
  const found = instants(arrivals(world(`
    workload: { arrivals: uniform, rate: 10/s }
    faults:
      - { kind: traffic, factor: 5, from: 10s, to: 20s }
      - { kind: traffic, factor: 2, from: 15s, to: 30s }
      - { kind: traffic, factor: 0, from: 40.05s, to: 41.05s }`)), 50e6);
  const between = (from: number, to: number) => found.filter((at) => at > from * 1e6 && at <= to * 1e6).length;
  expect([between(0, 10), between(10, 15), between(15, 20), between(20, 30), between(30, 40.05), between(40.05, 41.05)])
    .toEqual([100, 250, 500, 200, 100, 0]);
});

test('traffic changes nobody who came before it', () => {
  const calm = instants(arrivals(world('')), 60e6);
  const rush = instants(arrivals(world('faults: [{ kind: traffic, factor: 5, from: 20s, to: 30s }]')), 60e6);
  expect(rush.filter((at) => at < 20e6)).toEqual(calm.filter((at) => at < 20e6));
  expect(rush.length).toBeGreaterThan(calm.length + 3000);
});

test('single: one shopper at the first instant, and one at each that is named', () => {
  expect(instants(arrivals(world('workload: { arrivals: single, first: 20ms, at: [5ms, 1s] }')), 60e6)).toEqual([5_000, 20_000, 1_000_000]);
});

test('no shoppers, no run without end', () => {
  expect(instants(arrivals(world('workload: { rate: 0/s }')), 60e6)).toEqual([]);
});

test('under Zipf the product of rank k has weight k^-exponent', () => {
  for (const exponent of [1, 0.8, 0]) {
    const { catalog } = world(`catalog: { products: 50, exponent: ${exponent} }`);
    const popularity = new Popularity(catalog, 4);
    const counts = Array.from({ length: 51 }, () => 0);
    for (let checkout = 1; checkout <= 200_000; checkout += 1) counts[popularity.product(checkout)]! += 1;
    const weights = counts.map((_, rank) => (rank === 0 ? 0 : rank ** -exponent));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, rank) => {
      const share = weight / total;
      expect(Math.abs(counts[rank]! / 200_000 - share)).toBeLessThanOrEqual(5 * Math.sqrt(share / 200_000));
    });
  }
});

test('price changes fall on the hot products alone, evenly, at their rate; the higher of overlapping rates holds', () => {
  const changes = priceChanges(world(`
    catalog: { priceChanges: 40/s, hot: 4 }
    faults: [{ kind: priceChanges, rate: 400/s, from: 100s, to: 200s }, { kind: priceChanges, rate: 100/s, from: 150s, to: 300s }]`));
  const found: { at: number; product: number }[] = [];
  for (let next = changes.next().value; next.at < 400e6; next = changes.next().value) found.push(next);
  const between = (from: number, to: number) => found.filter(({ at }) => at >= from * 1e6 && at < to * 1e6).length;
  for (const [from, to, rate] of [[0, 100, 40], [100, 150, 400], [150, 200, 400], [200, 300, 100], [300, 400, 40]] as const) {
    const mean = rate * (to - from);
    expect(Math.abs(between(from, to) - mean)).toBeLessThan(4 * Math.sqrt(mean));
  }
  for (const product of [1, 2, 3, 4]) {
    expect(found.filter((change) => change.product === product).length / found.length).toBeCloseTo(0.25, 1.5);
  }
  expect(found.every(({ product }) => product >= 1 && product <= 4)).toBe(true);
});

test('changes at fixed instants come among the others, in order', () => {
  const changes = priceChanges(world('catalog: { priceChanges: 1/s, changes: [{ at: 7s, product: 9 }, { at: 3s }] }'));
  const found = Array.from({ length: 20 }, () => changes.next().value);
  expect(found).toContainEqual({ at: 7e6, product: 9 });
  expect(found).toContainEqual({ at: 3e6, product: 1 });
  expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted((a, b) => a - b));
});
