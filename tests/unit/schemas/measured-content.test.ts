import { describe, expect, test } from 'vitest';
import { checked, replacing } from './tiny.ts';

const good = 'measured: { scenario: b-down, metric: availability, is: "< 85 %", falseWhen: [faults.0.to=21s] }';
const tradeOffs = 'content/techniques/direct-api-call/trade-offs.yaml';
const claim = (measured: string) => checked({ [tradeOffs]: replacing('{ claim: A claim., source: SRC }', `{ claim: A claim., ${measured} }`) });
const changed = (piece: string, by: string) => claim(replacing(piece, by)(good));
const run = (text: string) => checked({ 'content/measurements.yaml': text });
const prose = (component: string) => checked({ 'content/techniques/direct-api-call/article.mdx': (text) => `${text}\n${component}\n` });

test('what is right passes', () => {
  expect(claim(good)).toBe('nothing was wrong');
  expect(run('- { name: busy, title: Busy, short: More come., scenario: b-down, set: [workload.rate=320/s], techniques: [direct-api-call] }')).toBe('nothing was wrong');
  expect(prose('<Run scenario="b-down" metric="latency.p99" />')).toBe('nothing was wrong');
});

describe('a measured claim', () => {
  test('of a run, a figure or a technique that is not there', () => {
    expect(changed('b-down', 'b-dawn')).toContain('measured.scenario: expected a measured run of direct-api-call: normal, b-down,');
    expect(changed('b-down', 'b-dawn')).toContain('but found "b-dawn"; the nearest valid name is "b-down".');
    expect(changed('availability', 'availabilty')).toContain('but found "availabilty"; the nearest valid name is "availability".');
    expect(changed('< 85 %', '< 2 x direct-call')).toContain('expected a comparison with itself, async-messaging, async-polling,');
    expect(changed('< 85 %', '> itself under calm')).toContain('measured.is: expected a measured run of direct-api-call:');
  });

  test('with a bound that the figure does not have', () => {
    expect(changed('< 85 %', '< 85 s')).toContain('measured.is: expected a bound in a share or %, but found 85s.');
    expect(changed('< 85 %', 'below 85 %')).toContain('measured.is: expected a comparison, such as ">= 0.99"');
  });

  test('that nothing makes false', () => {
    expect(changed('[faults.0.to=21s]', '[]')).toContain('expected a change that makes the claim false');
    expect(changed(', falseWhen: [faults.0.to=21s]', '')).toContain('measured.falseWhen: expected a list of changes, such as [policies.retries=0], but it is missing.');
    expect(changed('faults.0.to=21s', 'faults')).toContain('expected a path and a value, such as policies.retries=0, but found "faults".');
  });
});

describe('measurements.yaml', () => {
  const entry = '- { name: busy, title: Busy, short: More come., scenario: b-down, techniques: [direct-api-call] }';

  test('unknown names, double names', () => {
    expect(run(entry.replace('b-down', 'b-dwn'))).toBe('content/measurements.yaml, line 1, [0].scenario: expected a scenario: b-down or normal, but found "b-dwn"; the nearest valid name is "b-down".');
    expect(run(`${entry}\n${entry}`)).toBe('content/measurements.yaml, line 2, [1].name: expected every name once, but found busy again.');
    expect(run(entry.replace('busy', 'normal'))).toBe('content/measurements.yaml, line 1, [0].name: expected a name of its own, but normal is a scenario.');
    expect(run(entry.replace('direct-api-call', 'direct-call'))).toContain('the nearest valid name is "direct-api-call"');
  });
});

test('a figure in the prose that was not measured', () => {
  expect(prose('<Run scenario="b-dwn" metric="latency.p99" />')).toContain('article.mdx, line 19, <Run>: expected a measured run of direct-api-call:');
  expect(prose('<Run scenario="b-down" metric="latency.p999" />')).toContain('the nearest valid name is "latency.p99"');
  expect(prose('<Run technique="direct" scenario="b-down" metric="latency.p99" />')).toContain('<Run>: expected a technique:');
});
