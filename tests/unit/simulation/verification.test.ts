/** The simulation against theory: a part of `npm run verify`, and that its result is of this very model. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coldMisses, erlangC, mm1Quantile, mmcLater, mmcQuantile, mmckBlocked, overshoot, ttlHit, ttlHitOver, ttlWrong, zipf } from '../../../src/verification/closed-forms.ts';
import { experiments } from '../../../src/verification/experiments.ts';
import { verificationHash, type Verification } from '../../../src/verification/record.ts';
import { judge, verify } from '../../../src/verification/verify.ts';

describe('the closed forms give what their sources work out', () => {
  test('queues', () => {
    expect(mm1Quantile(80, 100, 0.99) * 1000).toBeCloseTo(230.3, 1);
    expect(erlangC(100, 100, 4)).toBeCloseTo(0.0204, 4);
    expect(erlangC(360, 100, 4)).toBeCloseTo(0.7878, 4);
    expect([0.5, 0.95, 0.99, 0.999].map((p) => Number((mmcQuantile(100, 100, 4, p) * 1000).toFixed(1)))).toEqual([7, 30.1, 46.2, 69.2]);
    expect(mmcQuantile(360, 100, 4, 0.99) * 1000).toBeCloseTo(121.9, 1);
    expect(mmcLater(50, 100, 1, 0.02)).toBeCloseTo(Math.exp(-1), 12);
    expect([mmckBlocked(80, 100, 1, 10), mmckBlocked(100, 100, 1, 10), mmckBlocked(500, 100, 4, 54)].map((p) => Number(p.toFixed(4)))).toEqual([0.0235, 0.0909, 0.2]);
  });

  test('polls and caches', () => {
    expect([5, 20, 100, 1000].map((interval) => Number(overshoot(interval, 10).toFixed(2)))).toEqual([2.71, 13.13, 90, 990]);
    expect([ttlHit(2, 5), ttlWrong(2, 5, 0.05)].map((share) => Number(share.toFixed(3)))).toEqual([0.909, 0.105]);
    expect([5, 60, 300].map((ttl) => Number(ttlHitOver(zipf(1000, 1), 100, ttl).toFixed(3)))).toEqual([0.631, 0.892, 0.97]);
    expect(coldMisses([1], 2, 0.5)).toBeCloseTo(1 - Math.exp(-1), 12);
  });
});

describe('a comparison', () => {
  const ten = (value: number, spread: number) => Array.from({ length: 10 }, (_, i) => value + (i % 2 === 0 ? spread : -spread));
  const passes = (unit: 'ms' | 'share', expected: number, value: number, spread = 0) => judge({ what: '', unit, expected }, ten(value, spread)).passed;

  test('passes within 3 % and a standard error of 1.5 %, and not beyond', () => {
    expect([passes('ms', 100, 102.9), passes('ms', 100, 103.1), passes('ms', 100, 96.9)]).toEqual([true, false, false]);
    expect([passes('ms', 100, 100, 4.4), passes('ms', 100, 100, 4.6)]).toEqual([true, false]);
  });

  test('of a share below a tenth passes within 0.3 and 0.15 points', () => {
    expect([passes('share', 0.01, 0.0129), passes('share', 0.01, 0.0131), passes('share', 0, 0.0031)]).toEqual([true, false, false]);
    expect([passes('share', 0.5, 0.514), passes('share', 0.5, 0.516)]).toEqual([true, false]);
  });
});

test.each(experiments.filter(({ quick }) => quick).map((experiment) => [`${experiment.family}, ${experiment.technique}, ${experiment.setting}`, experiment] as const))(
  '%s', (_, experiment) => {
    const failed = verify(experiment).filter(({ passed }) => !passed);
    expect(failed).toEqual([]);
  },
);

describe('src/data/verification.json', () => {
  const record = JSON.parse(readFileSync('src/data/verification.json', 'utf8')) as Verification;

  test('was measured with this model: run `npm run verify` after a change', () => {
    expect(record.hash).toBe(verificationHash(process.cwd()));
  });

  test('has every comparison, at least 40, and all passed', () => {
    expect(record.verdicts.map(({ what }) => what)).toEqual(experiments.flatMap(({ setting, checks }) => checks.map(({ what }) => `${setting}: ${what}`)));
    expect(record.verdicts.length).toBeGreaterThanOrEqual(40);
    expect(record.verdicts.filter(({ passed }) => !passed)).toEqual([]);
    expect(record.seeds).toBeGreaterThanOrEqual(10);
  });
});
