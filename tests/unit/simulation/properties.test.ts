/** What holds in every run, whatever the scenario. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Run } from '../../../src/simulation/run.ts';
import type { Scenario } from '../../../src/simulation/scenario.ts';
import type { Station } from '../../../src/simulation/station.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { anyScenario } from './any-scenario.ts';
import { measured, messagesOf, outcomes, play, slugs, statesOf } from './worlds.ts';

const MOST_EVENTS = 2_000_000;

/** A run that must end within a number of events, and nothing of it but what it says of itself. */
function whole(slug: string, scenario: Scenario) {
  const run = new Run(techniques[slug]!, scenario, true);
  expect(run.advance(MOST_EVENTS), `${slug} is done after ${MOST_EVENTS} events`).toBe(true);
  const metrics = run.metrics();
  return { run, metrics, trace: run.trace() };
}

/** Every station of a run that has ended, brought up to its end. */
function stationsOf(run: Run): Station[] {
  const pushes = [...run.hosts.values()].flatMap(({ pushStation }) => pushStation ?? []);
  for (const station of pushes) station.close();
  return [...run.hosts].filter(([id]) => id !== 'shopper' && id !== 'subscriber').map(([, { station }]) => station).concat(pushes);
}

const check = (property: (slug: string, scenario: Scenario) => void, numRuns: number) => (slug: string) => {
  fc.assert(fc.property(anyScenario, (scenario) => property(slug, scenario)), { numRuns });
};

describe.each(slugs)('%s', (slug) => {
  test('any scenario runs to its end, every checkout has one outcome, and Little’s law is an identity everywhere', () => {
    check((_, scenario) => {
      const { run, metrics } = whole(slug, scenario);
      const { attempted, completed, failed, pending, failures } = metrics.checkouts;
      expect(completed + failed + pending).toBe(attempted);
      expect(Object.values(failures).reduce((sum, count) => sum + count, 0)).toBe(failed);
      for (const count of [attempted, completed, failed, pending]) expect(count).toBeGreaterThanOrEqual(0);
      for (const { workers, statistics } of stationsOf(run)) {
        const { queueTime, clippedWaits, busyTime, rejected, arrivals } = statistics;
        expect(clippedWaits).toBe(queueTime);
        expect(busyTime).toBeLessThanOrEqual(workers * (scenario.duration - scenario.warmup));
        expect(rejected).toBeLessThanOrEqual(arrivals);
      }
    }, 80)(slug);
  });

  test('the trace is in order, its times are whole, and it tells of each thing once', () => {
    check((_, scenario) => {
      const { trace } = whole(slug, scenario);
      const { events } = trace;
      for (let i = 1; i < events.length; i += 1) {
        if (!(events[i]!.t >= events[i - 1]!.t && events[i]!.seq > events[i - 1]!.seq)) throw new Error(`event ${i} is out of order`);
      }
      expect(events.every(({ t }) => Number.isSafeInteger(t) && t >= 0 && t <= scenario.duration)).toBe(true);
      const wrong: unknown[] = [];
      const sent = new Set<number>();
      const ended = new Set<number>();
      for (const event of messagesOf(trace)) {
        const { type, id, answers } = event;
        const fits = type === 'send' ? !sent.has(id) && (answers === null || sent.has(answers)) : sent.has(id) && !ended.has(id);
        if (!fits) wrong.push(event);
        (type === 'send' ? sent : ended).add(id);
      }
      const waits = new Set<string>();
      for (const event of statesOf(trace, 'wait').filter(({ id }) => id > 0)) {
        const key = `${event.from} ${event.id} ${String(event.payload['for'])}`;
        if (waits.has(key) === (event.name === 'start')) wrong.push(event);
        if (event.name === 'start') waits.add(key);
        else waits.delete(key);
      }
      expect(wrong).toEqual([]);
      const attempted = statesOf(trace, 'checkout').filter(({ name }) => name === 'attempted').map(({ checkout }) => checkout);
      const over = statesOf(trace, 'checkout').filter(({ name }) => name !== 'attempted').map(({ checkout }) => checkout);
      expect(new Set(attempted).size).toBe(attempted.length);
      expect(new Set(over).size).toBe(over.length);
      expect(over.every((checkout) => attempted.includes(checkout))).toBe(true);
    }, 25)(slug);
  });

  test('no more are at work or wait than there is room for', () => {
    check((_, scenario) => {
      const { run, trace } = whole(slug, scenario);
      const durable = (from: string) => from === 'broker' || (slug === 'async-polling' && from === 'B');
      const over = statesOf(trace, 'station').filter(({ from, payload }) => {
        if (payload['pool'] === 'push' || from === 'subscriber') return false;
        const { workers, places } = run.host(from).station;
        return (payload['busy'] as number) > workers || (!durable(from) && (payload['waiting'] as number) > places);
      });
      expect(over).toEqual([]);
      const lastSaid = new Map(statesOf(trace, 'station').filter(({ from, payload }) => payload['pool'] === 'work' && from !== 'broker')
        .map(({ from, payload: { busy, waiting } }) => [from, { busy, waiting }]));
      const asItIs = [...lastSaid.keys()].map((id) => [id, { busy: run.host(id).station.busy, waiting: run.host(id).station.waiting }]);
      expect([...lastSaid]).toEqual(asItIs);
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
      const { metrics, trace } = whole(slug, scenario);
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
