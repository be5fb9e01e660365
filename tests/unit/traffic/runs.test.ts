import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/player/pieces.ts';
import { indexOf } from '../../../src/player/trace-index.ts';
import { captionText } from '../../../src/player/caption-parts.ts';
import { steps } from '../../../src/player/steps.ts';
import { crowdingOf, flow, STRETCH } from '../../../src/player/traffic/crowd.ts';
import { breakagesOf } from '../../../src/player/traffic/faults.ts';
import { knobsOf, sayValue } from '../../../src/player/traffic/knobs.ts';
import { lostOf, outcomesOf, sayCount, sayLost } from '../../../src/player/traffic/outcomes.ts';
import { figuresAt, readOver } from '../../../src/player/traffic/overtime.ts';
import { say } from '../../../src/player/traffic/say.ts';
import { defaults, scenarioOf, type Settings } from '../../../src/player/traffic/settings.ts';
import { Run } from '../../../src/simulation/run.ts';
import { techniques } from '../../../src/schemas/models.ts';

const run = (slug: string, change: Partial<Settings> & { set?: Record<string, number> } = {}) => {
  const technique = techniques[slug]!;
  const start = defaults(technique);
  const scenario = scenarioOf(technique, { breakage: change.breakage ?? 'nothing', values: { ...start.values, ...change.set } });
  const one = new Run(technique, scenario, true);
  one.advance();
  return { scenario, trace: one.trace(), metrics: one.metrics() };
};

describe('a scenario', () => {
  test('has the fault in its window, within the run', () => {
    const { scenario } = run('direct-api-call', { breakage: 'b-hang', set: { at: 9000, for: 5000 } });
    expect(scenario.faults).toEqual([{ kind: 'hang', participant: 'B', from: 9_000_000, to: 10_000_000 }]);
  });

  test('is as the sliders say, and leaves the parameters it starts from alone', () => {
    const { scenario } = run('direct-api-call', { set: { load: 40, timeout: 250, retries: 0 } });
    expect([scenario.workload.rate, scenario.policies.timeout, scenario.policies.retries]).toEqual([40, 250_000, 0]);
    expect(run('direct-api-call').scenario.workload.rate).toBe(10);
  });

  test('gives a copy a time to live, and then a way to fetch anew', () => {
    const { policies } = run('cache-with-api-updates', { set: { ttl: 1000 } }).scenario;
    expect([policies.cacheTtl, policies.cacheAside]).toEqual([1_000_000, true]);
    expect(run('cache-with-api-updates').scenario.policies.cacheAside).toBe(false);
  });

  test('a fault at an instant changes nothing before it', () => {
    const before = (events: { t: number; type: string; id: number }[]) => events.filter(({ t }) => t < 4_200_000).map(({ t, type, id }) => `${t} ${type} ${id}`);
    const broken = run('async-messaging', { breakage: 'b-down', set: { at: 4200 } }).trace;
    expect(before(broken.events)).toEqual(before(run('async-messaging').trace.events));
  });

  test('only a technique with a broker can lose it, and values are said with their unit', () => {
    expect(Object.values(techniques).filter((one) => breakagesOf(one).includes('broker-down')).map(({ slug }) => slug)).toEqual(['async-messaging', 'cache-with-update-events']);
    const [load, timeout] = knobsOf(techniques['direct-api-call']!);
    expect([sayValue(load!, 12), sayValue(timeout!, 400), sayValue(timeout!, 1200)]).toEqual(['12 a second', '400 ms', '1.2 s']);
    expect(sayValue(knobsOf(techniques['async-messaging']!)[1]!, 1300)).toBe('none');
  });
});

describe.each(Object.keys(techniques))('%s over time', (slug) => {
  test('nobody fails before the reader breaks something', () => {
    expect(run(slug, {}).metrics.checkouts).toMatchObject({ failed: 0 });
  });

  test.each(['nothing', 'b-down', 'traffic-spike', 'price-change', 'lost-message'])('under %s it ends at the simulation’s own figures', (breakage) => {
    const { trace, metrics } = run(slug, { breakage });
    const whole = figuresAt(atOnce(readOver(trace)), trace.end);
    expect(whole).toMatchObject({
      attempted: metrics.checkouts.attempted, completed: metrics.checkouts.completed, failed: metrics.checkouts.failed,
      wrong: metrics.wrongPrice.count, availability: metrics.availability,
      p50: metrics.latency.p50, p95: metrics.latency.p95, p99: metrics.latency.p99, stalest: metrics.staleness.max,
    });
    expect(whole.messages ?? 0).toBeCloseTo(metrics.messages.perCheckout ?? 0, 6);
    expect(whole.stale ?? 0).toBeCloseTo(metrics.staleness.mean ?? 0, 6);
    expect(lostOf(outcomesOf(trace)).length).toBe(metrics.checkouts.failed + metrics.wrongPrice.count);
  });

  test('every step of a lost checkout is told in sentences', () => {
    const { trace } = run(slug, { breakage: 'lost-message', set: { for: 4000, load: 20 } });
    for (const { checkout } of lostOf(outcomesOf(trace)).slice(0, 6)) {
      const stops = steps(trace, { checkout });
      expect(stops.length).toBeGreaterThan(3);
      for (const step of stops) {
        const said = captionText(say(step, trace));
        expect(said).toMatch(/^[A-Z].*\.$/);
        expect(said).not.toMatch(/undefined|null|NaN|^Null| {2}/);
      }
    }
  });
});

test('figures grow with the pin, and are nothing before the run', () => {
  const over = atOnce(readOver(run('direct-api-call', { breakage: 'b-down' }).trace));
  expect(figuresAt(over, 0)).toMatchObject({ attempted: 0, failed: 0, availability: null, p50: null, load: null, queue: 0, deepest: 0 });
  const failed = [2.9, 4, 5, 6].map((s) => figuresAt(over, s * 1e6).failed);
  expect(failed[0]).toBe(0);
  expect(failed.toSorted((a, b) => a - b)).toEqual(failed);
});

test('what was lost is said with its time and its reason', () => {
  const lost = lostOf(outcomesOf(run('direct-api-call', { breakage: 'b-down' }).trace));
  expect(sayCount(lost)).toMatch(/^20 failed, none at a wrong price$/);
  expect(sayLost(lost[0]!)).toMatch(/^Checkout \d+ at 3\.\d\d s, after \d+ ms: a connection was refused or lost$/);
  expect(sayCount([])).toBe('None failed, none at a wrong price');
});

test('the crowd is counted message by message', () => {
  const { trace } = run('async-polling', { breakage: 'traffic-spike', set: { load: 40 } });
  const { most } = crowdingOf(trace);
  const lives = [...indexOf(trace).messages.values()];
  const at = 4_100_000;
  const there = lives.filter(({ sent, gone }) => sent.t <= at && gone > at).length;
  expect(most[Math.floor(at / STRETCH)]).toBeGreaterThanOrEqual(there);
  expect(most[Math.floor(at / STRETCH)]).toBeLessThan(3 * there);
  expect(Math.max(...most)).toBeGreaterThan(30);
  const rates = most.flatMap((_, stretch) => [...flow(trace, stretch, ({ from, to }) => `${from} ${to}`).values()]);
  expect(Math.round((rates.reduce((all, rate) => all + rate, 0) * STRETCH) / 1e6)).toBe(lives.length);
  const questions = lives.filter(({ sent }) => sent.to === 'B' && sent.from === 'A' && sent.t >= 4e6 && sent.t < 4.5e6).length;
  expect(flow(trace, 8, ({ from, to }) => (from === 'A' && to === 'B' ? 'asked' : null))).toEqual(new Map([['asked', questions * 2]]));
});
