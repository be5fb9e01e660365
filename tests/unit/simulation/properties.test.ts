/** What holds in every run, whatever the scenario. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../../src/simulation/run.ts';
import type { Scenario } from '../../../src/simulation/scenario.ts';
import { techniques } from '../../../src/techniques/index.ts';
import { anyScenario } from './any-scenario.ts';
import { measured, messagesOf, outcomes, play, slugs, statesOf } from './worlds.ts';

const MOST_EVENTS = 2_000_000;

/** A run that must end within a number of events, and nothing of it but what it says of itself. */
function ended(slug: string, scenario: Scenario) {
  const run = new Run(techniques[slug]!, scenario, true);
  expect(run.advance(MOST_EVENTS), `${slug} is done after ${MOST_EVENTS} events`).toBe(true);
  const metrics = run.metrics();
  return { run, metrics, trace: run.trace() };
}

const check = (property: (slug: string, scenario: Scenario) => void, numRuns: number) => (slug: string) => {
  fc.assert(fc.property(anyScenario, (scenario) => property(slug, scenario)), { numRuns, seed: 1 });
};

describe.each(slugs)('%s', (slug) => {
  test('any scenario runs to its end, every checkout has one outcome, and Little’s law is an identity everywhere', () => {
    check((_, scenario) => {
      const { run, metrics } = ended(slug, scenario);
      const { attempted, completed, failed, pending, failures } = metrics.checkouts;
      expect(completed + failed + pending).toBe(attempted);
      expect(Object.values(failures).reduce((sum, count) => sum + count, 0)).toBe(failed);
      for (const count of [attempted, completed, failed, pending]) expect(count).toBeGreaterThanOrEqual(0);
      for (const [id, host] of run.hosts) {
        if (host.pushStation) host.pushStation.close();
        for (const { statistics: { queueTime, clippedWaits, busyTime, begun, served, rejected, arrivals }, workers } of [host.station, ...(host.pushStation ? [host.pushStation] : [])]) {
          if (id !== 'subscriber' || host.station.workers !== Infinity) expect([id, clippedWaits]).toEqual([id, queueTime]);
          expect(busyTime).toBeLessThanOrEqual(workers * (scenario.duration - scenario.warmup));
          expect(rejected).toBeLessThanOrEqual(arrivals);
          if (!host.station.holds) expect(served).toBeLessThanOrEqual(begun);
        }
      }
    }, 60)(slug);
  });

  test('the trace is in order, its times are whole, and it tells of each thing once', () => {
    check((_, scenario) => {
      const { trace } = ended(slug, scenario);
      const { events } = trace;
      for (let i = 1; i < events.length; i += 1) {
        if (!(events[i]!.t >= events[i - 1]!.t && events[i]!.seq > events[i - 1]!.seq)) throw new Error(`event ${i} is out of order`);
      }
      expect(events.every(({ t }) => Number.isSafeInteger(t) && t >= 0 && t <= scenario.duration)).toBe(true);
      const sent = new Map<number, number>();
      for (const { type, id, t, answers } of messagesOf(trace)) {
        if (type === 'send') {
          expect(sent.has(id)).toBe(false);
          if (answers !== null) expect(sent.has(answers)).toBe(true);
          sent.set(id, t);
        } else {
          expect(sent.get(id), `message ${id} was sent, and ends for the first time`).toBeLessThanOrEqual(t);
          sent.set(id, Infinity);
        }
      }
      const open = new Map<string, number>();
      for (const { id, from, name, payload } of statesOf(trace, 'wait')) {
        const key = `${from} ${id} ${String(payload['for'])}`;
        open.set(key, (open.get(key) ?? 0) + (name === 'start' ? 1 : -1));
        if (id > 0) expect(open.get(key)! === 0 || open.get(key)! === 1).toBe(true);
      }
      const attempted = statesOf(trace, 'checkout').filter(({ name }) => name === 'attempted').map(({ checkout }) => checkout);
      const over = statesOf(trace, 'checkout').filter(({ name }) => name !== 'attempted').map(({ checkout }) => checkout);
      expect(new Set(attempted).size).toBe(attempted.length);
      expect(new Set(over).size).toBe(over.length);
      expect(over.every((checkout) => attempted.includes(checkout))).toBe(true);
    }, 25)(slug);
  });

  test('no more are at work or wait than there is room for', () => {
    check((_, scenario) => {
      const { run, trace } = ended(slug, scenario);
      for (const { from, payload } of statesOf(trace, 'station')) {
        if (payload['pool'] === 'push' || from === 'subscriber') continue;
        const { workers, places } = run.host(from).station;
        expect(payload['busy']).toBeLessThanOrEqual(workers);
        const durable = (slug === 'async-polling' && from === 'B') || from === 'broker';
        if (!durable) expect(payload['waiting']).toBeLessThanOrEqual(places);
      }
    }, 20)(slug);
  });

  test('no price is wrong when no price changes', () => {
    check((_, scenario) => {
      const calm = {
        ...scenario,
        catalog: { ...scenario.catalog, priceChanges: 0, changes: [] },
        faults: scenario.faults.filter(({ kind }) => kind !== 'priceChanges'),
      };
      const { wrongPrice, availability, correct, staleness } = measured(slug, calm);
      expect(wrongPrice.count).toBe(0);
      expect(correct).toBe(availability);
      expect(staleness.max).toBeNull();
    }, 30)(slug);
  });

  test('a run that is recorded, one that is not, one in slices and one done again come to the same', () => {
    check((_, scenario) => {
      const { metrics, trace } = ended(slug, scenario);
      expect(measured(slug, scenario)).toEqual(metrics);
      const sliced = new Run(techniques[slug]!, scenario, true);
      while (!sliced.advance(97));
      expect(JSON.stringify(sliced.trace())).toBe(JSON.stringify(trace));
    }, 12)(slug);
  });

  test('checkouts in the trace and in the figures are the same', () => {
    check((_, scenario) => {
      const all = { ...scenario, warmup: 0, workload: { ...scenario.workload, arrivals: 'poisson' as const } };
      const { metrics, trace } = play(slug, all);
      const how = outcomes(trace);
      expect(how.filter((each) => each === 'completed')).toHaveLength(metrics.checkouts.completed);
      for (const [reason, count] of Object.entries(metrics.checkouts.failures)) {
        expect(how.filter((each) => each === reason)).toHaveLength(count);
      }
      const wrong = statesOf(trace, 'checkout').filter(({ payload }) => payload['wrong'] === true);
      expect(wrong).toHaveLength(metrics.wrongPrice.count);
    }, 15)(slug);
  });
});
