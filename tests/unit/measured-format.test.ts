import { expect, test } from 'vitest';
import { barsOf, chart, describeStrip } from '../../src/measure/bars.ts';
import { formatFigure, formatSpread, spreadOf } from '../../src/measure/format.ts';

test('a figure has the digits that a reader can use', () => {
  expect(formatFigure('availability', 0.83126)).toBe('83.1\u00a0%');
  expect(formatFigure('availability', 1)).toBe('100\u00a0%');
  expect(formatFigure('correct', 0.99953)).toBe('99.95\u00a0%');
  expect(formatFigure('correct', 0.99)).toBe('99.0\u00a0%');
  expect(formatFigure('wrongPrice.rate', 0.0004)).toBe('0.04\u00a0%');
  expect(formatFigure('correct', 0.99999)).toBe('99.99\u00a0%');
  expect(formatFigure('wrongPrice.rate', 0.00001)).toBe('<0.01\u00a0%');
  expect(formatFigure('latency.p50', 12.64)).toBe('12.6\u00a0ms');
  expect(formatFigure('wrongPrice.count', 0.3)).toBe('0.3');
  expect(formatFigure('latency.p50', 5.31)).toBe('5.3\u00a0ms');
  expect(formatFigure('latency.p99', 106.49)).toBe('106\u00a0ms');
  expect(formatFigure('latency.p99', 1668.9)).toBe('1.7\u00a0s');
  expect(formatFigure('failingSpan', 0)).toBe('0\u00a0ms');
  expect(formatFigure('checkouts.failed', 1713.4)).toBe('1,713');
  expect(formatFigure('participants.B.arrivals', 1234567)).toBe('1,234,567');
  expect(formatFigure('messages.perCheckout', 19.98)).toBe('20');
});

test('a spread is two ends with one unit, or nothing where they read the same', () => {
  expect(formatSpread('availability', { mean: 0.83, least: 0.8241, most: 0.8366 })).toBe('82.4–83.7\u00a0%');
  expect(formatSpread('failingSpan', { mean: 10_700, least: 9_940, most: 10_900 })).toBe('9.9–10.9\u00a0s');
  expect(formatSpread('latency.p50', { mean: 5.3, least: 5.28, most: 5.31 })).toBeNull();
});

test('a figure that is the same for every seed is kept once, and one that some seeds lack has no mean', () => {
  expect(spreadOf(1)).toEqual({ mean: 1, least: 1, most: 1 });
  expect(spreadOf([1, 2, 3])).toEqual({ mean: 2, least: 1, most: 3 });
  expect(spreadOf(null)).toBeNull();
  expect(spreadOf([1, null])).toBeNull();
});

const strip = { completed: [4, 0, 2], late: [0, 0, 1], wrong: [1, 0, 0], failed: [0, 4, 2] };

test('a strip has a bar a second: answered above the line, lost below, on one scale', () => {
  const { answered, late, wrong, lost, marks, windows } = barsOf({ strip, duration: 3, windows: [[1, 2]] });
  const unit = chart.down / 4;
  expect(wrong).toBe(`M14.4 0v${-unit}h91.2v${unit}z`);
  expect(answered).toBe(`M14.4 ${-unit}v${-3 * unit}h91.2v${3 * unit}zM254.4 0v${-unit}h91.2v${unit}z`);
  expect(late).toBe(`M254.4 ${-unit}v${-unit}h91.2v${unit}z`);
  expect(lost).toBe(`M134.4 0v34h91.2v-34zM254.4 0v17h91.2v-17z`);
  expect(marks).toEqual([{ x: 60, y: -40 }]);
  expect(windows).toEqual([{ x: 120, width: 120 }]);
});

test('a strip is told in a sentence', () => {
  expect(describeStrip({ strip, duration: 3 })).toBe('12 checkouts in 3 seconds: 6 were lost, of those that began in seconds 1 to 2, and 1 paid a wrong price.');
  expect(describeStrip({ strip: { ...strip, failed: [], wrong: [] }, duration: 3 })).toBe('6 checkouts in 3 seconds: none was lost.');
});
