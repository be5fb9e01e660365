import { expect, test } from 'vitest';
import { families, readVerification, verifiedFamilies } from '../../src/site/verification.ts';
import { experiments } from '../../src/verification/experiments.ts';

const record = readVerification();

test('every comparison of the record is in the table, under its kind', () => {
  const shown = verifiedFamilies(record);
  expect(shown.flatMap(({ name, runs }) => runs.flatMap(({ technique, setting, rows }) => rows.map(({ what }) => `${name}, ${technique}, ${setting}: ${what}`))).toSorted())
    .toEqual(record.verdicts.map(({ family, technique, what }) => `${family}, ${technique}, ${what}`).toSorted());
  expect(Object.keys(families).toSorted()).toEqual([...new Set(experiments.map(({ family }) => family))].toSorted());
});

test('a kind tells its worst error, its failures, and who came', () => {
  const wrong = record.verdicts.map((verdict) => (verdict.what === '50/s at 1 worker of 100/s: mean latency' ? { ...verdict, error: -0.0312, passed: false } : verdict));
  const [first] = verifiedFamilies({ ...record, verdicts: wrong });
  expect(first).toMatchObject({ name: 'M/M/1', worst: '3.12 %', failed: 1 });
  expect(first!.runs[0]).toMatchObject({ customers: '40,000 shoppers', technique: 'direct-api-call' });
  expect(first!.runs[0]!.rows[0]).toMatchObject({ expected: '20 ms', error: '−3.12 %', passed: false });
  const rush = verifiedFamilies(record).find(({ name }) => name === 'Overload')!.runs[0]!;
  expect(rush.customers).toBe('61,000 shoppers');
});

test('a record that lacks a comparison is refused', () => {
  expect(() => verifiedFamilies({ ...record, verdicts: record.verdicts.slice(1) })).toThrow('npm run verify');
});
