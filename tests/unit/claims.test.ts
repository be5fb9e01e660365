import { describe, expect, test } from 'vitest';
import { claimHolds } from '../../src/measure/claims.ts';
import { criterionNames } from '../../src/schemas/trade-offs.ts';
import { content, live, problems, published } from './measure.ts';

test('the content can be read', () => {
  expect(problems).toEqual([]);
});

describe.each(content.techniques)('$slug', ({ slug, tradeOffs }) => {
  const claims = criterionNames
    .flatMap((name) => {
      const { pros, cons, depends } = tradeOffs.criteria[name];
      return [...pros, ...cons, ...depends];
    })
    .flatMap(({ claim, measured }) => (measured ? [{ claim, measured }] : []));

  test('at least five claims are measured', () => {
    expect(claims.length).toBeGreaterThanOrEqual(5);
  });

  test.each(claims)('$claim', ({ measured }) => {
    expect(claimHolds(slug, measured, published)).toBe(true);
    expect(claimHolds(slug, measured, (figure) => live(figure, []))).toBe(true);
    const changed = claimHolds(slug, measured, (figure) => live(figure, figure.run === measured.scenario ? measured.falseWhen : []));
    expect(changed, `still true with ${measured.falseWhen.join(' ')}`).toBe(false);
  }, 120_000);
});
