import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { duration, durationOrNone, readDuration, writeDuration } from '../../../src/schemas/duration.ts';
import { rate, readRate, writeRate } from '../../../src/schemas/rate.ts';

const message = (schema: typeof duration | typeof durationOrNone | typeof rate, input: unknown) =>
  schema.safeParse(input).error?.issues[0]?.message;

test.each([
  ['250ms', 250_000], ['10s', 10_000_000], ['0.25ms', 250], ['2m', 120_000_000], ['1h', 3_600_000_000],
  ['40us', 40], ['0ms', 0], ['1.005s', 1_005_000], ['0.1s', 100_000], [' 10 s ', 10_000_000],
])('%s is %i microseconds', (text, micros) => {
  expect(readDuration(text)).toEqual({ value: micros });
});

test('a duration is written in the unit that reads best', () => {
  expect([0, 250, 250_000, 1_005_000, 60_000_000, 40].map(writeDuration))
    .toEqual(['0ms', '0.25ms', '250ms', '1005ms', '60s', '0.04ms']);
});

test('every duration survives being written and read', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (micros) => {
    expect(readDuration(writeDuration(micros))).toEqual({ value: micros });
  }));
});

test('decimals never slip: thousandths of a second are the same in both units', () => {
  fc.assert(fc.property(fc.nat(10_000_000), (count) => {
    const seconds = `${Math.floor(count / 1000)}.${String(count % 1000).padStart(3, '0')}s`;
    expect(readDuration(seconds)).toEqual(readDuration(`${count}ms`));
  }));
});

test('a wrong duration is told what a duration is', () => {
  expect(message(duration, 250)).toMatchInlineSnapshot(`"expected a duration with its unit, such as 250ms or 10s, but found 250: write the unit, as in 250ms or 250s"`);
  expect(message(duration, '10')).toMatchInlineSnapshot(`"expected a duration with its unit, such as 250ms or 10s, but found "10": write the unit, as in 10ms or 10s"`);
  expect(message(duration, 'soon')).toMatchInlineSnapshot(`"expected a duration with its unit, such as 250ms or 10s, but found "soon""`);
  expect(message(duration, '-5ms')).toMatchInlineSnapshot(`"expected a duration with its unit, such as 250ms or 10s, but found "-5ms""`);
  expect(message(duration, '0.0001ms')).toMatchInlineSnapshot(`"expected a duration of whole microseconds, such as 0.25ms or 40us, but found "0.0001ms""`);
  expect(message(duration, '9999999999h')).toMatchInlineSnapshot(`"expected a duration of at most 285 years, but found "9999999999h""`);
  expect(message(duration, undefined)).toMatchInlineSnapshot(`"expected a duration with its unit, such as 250ms or 10s, but it is missing"`);
  expect(message(durationOrNone, null)).toMatchInlineSnapshot(`"expected a duration with its unit, such as 250ms or 10s, or none, but found an empty value: write none to switch it off"`);
  expect(message(durationOrNone, 'never')).toMatchInlineSnapshot(`"expected a duration with its unit, such as 250ms or 10s, or none, but found "never""`);
});

test('none is no duration', () => {
  expect(durationOrNone.parse('none')).toBeNull();
});

test.each([['100/s', 100], ['0.5/s', 0.5], ['30/m', 0.5], ['36/h', 0.01], ['600 / s', 600]])('%s is %d a second', (text, perSecond) => {
  expect(readRate(text)).toEqual({ value: perSecond });
});

test('every rate survives being written and read', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (perSecond) => {
    expect(readRate(writeRate(perSecond))).toEqual({ value: Math.abs(perSecond) });
  }));
});

test('a wrong rate is told what a rate is', () => {
  expect(message(rate, 100)).toMatchInlineSnapshot(`"expected a rate with its unit, such as 100/s or 30/m, but found 100: write the unit, as in 100/s"`);
  expect(message(rate, '100')).toMatchInlineSnapshot(`"expected a rate with its unit, such as 100/s or 30/m, but found "100""`);
  expect(message(rate, '100ms')).toMatchInlineSnapshot(`"expected a rate with its unit, such as 100/s or 30/m, but found "100ms""`);
});
