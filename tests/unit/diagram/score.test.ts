import { expect, test } from 'vitest';
import { roomFor, ticksOf, waitRows } from '../../../src/diagram/score-layout.ts';
import { clockOf } from '../../../src/diagram/sequence/clock.ts';
import type { Bar } from '../../../src/player/sequence.ts';

const ms = 1000;

test('glyphs that would touch become dots, on a narrow rail sooner than on a wide one', () => {
  expect(roomFor([0, 0.005, 0.03, 0.1])).toEqual(['all', 'none', 'wide', 'all']);
});

test('the time axis has round instants, and every other one on a narrow rail', () => {
  const ticks = ticksOf(390 * ms);
  expect(ticks.map(({ label }) => label)).toEqual(['0 ms', '100', '200', '300']);
  expect(ticks.map(({ room }) => room)).toEqual(['all', 'wide', 'all', 'wide']);
  expect(ticksOf(12_000 * ms).map(({ label }) => label)).toEqual(['0 s', '5', '10']);
  expect(ticksOf(0)).toEqual([]);
});

test('a row of waits for each who waits, of the followed shopper alone', () => {
  const bar = (who: string, checkout: number | null): Bar =>
    ({ who, checkout, kind: 'waiting', on: 'B', id: 1, from: 0, to: 1, ended: null });
  const rows = waitRows([bar('shopper', 1), bar('A', 1), bar('A', 2), bar('shopper', 1), bar('A', null)], 1);
  expect(rows.map(({ who, bars }) => [who, bars.length])).toEqual([['shopper', 2], ['A', 2]]);
});

test('a long silence is drawn short, with a break, and time never runs backwards', () => {
  const { y, breaks, height } = clockOf([0, 40 * ms, 1000 * ms, 1040 * ms], 1000);
  expect(breaks).toMatchObject([{ from: 40 * ms, to: 1000 * ms }]);
  expect(y(1000 * ms) - y(40 * ms)).toBeCloseTo(62);
  expect(y(1040 * ms) - y(1000 * ms)).toBeCloseTo(y(40 * ms) - y(0));
  const heights = Array.from({ length: 105 }, (_, i) => y(i * 10 * ms));
  expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  expect(height).toBeGreaterThan(y(1040 * ms));
});
