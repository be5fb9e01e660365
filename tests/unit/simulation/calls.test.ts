/** Time-outs, retries, backoff and the circuit breaker, by direct API call. */
import { describe, expect, test } from 'vitest';
import { techniques } from '../../../src/schemas/models.ts';
import { Run } from '../../../src/simulation/run.ts';
import { bare, ends, measured, messagesOf, outcomes, play, single, statesOf, world } from './worlds.ts';

const direct = `
  network: { hop: 10ms, storeHop: 0ms }
  participants: { B: { serviceTime: 80ms } }`;
const call = (...more: string[]) => play('direct-api-call', world(bare, single, direct, ...more));

const sentAt = (trace: Parameters<typeof messagesOf>[0], name: string) =>
  messagesOf(trace).filter((event) => event.type === 'send' && event.name === name).map(({ t }) => t);

describe('a time-out', () => {
  test('comes after its span, unless the answer arrives in that very instant', () => {
    expect(outcomes(call('policies: { timeout: 100ms }').trace)).toEqual(['completed']);
    const { trace } = call('policies: { timeout: 99.999ms }');
    expect(outcomes(trace)).toEqual(['timeout']);
    expect(statesOf(trace, 'wait').filter(({ name }) => name === 'timeout').map(({ t, id }) => [t, id])).toEqual([[99_999, 2]]);
  });

  test('cancels no work: B serves it, and it counts as served and as wasted', () => {
    const { trace, metrics } = call('policies: { timeout: 50ms }');
    expect(ends(trace)).toContain('B > A response 200 OK');
    expect(metrics.participants['B']).toMatchObject({ arrivals: 1, served: 1, wasted: 1 });
  });

  test('leaves the request its place in B’s queue', () => {
    const { metrics } = call('workload: { at: [1ms, 2ms] }', 'participants: { B: { workers: 1 } }', 'policies: { timeout: 50ms }');
    expect(metrics.participants['B']).toMatchObject({ arrivals: 3, served: 3, wasted: 3, maxQueue: 2, meanWait: (0 + 79 + 158) / 3 });
  });

  test('an answer to an attempt that timed out is not taken for the answer to the next', () => {
    const { trace } = call('policies: { timeout: 95ms, retries: 1, backoff: 0ms }');
    expect(outcomes(trace)).toEqual(['timeout']);
    expect(sentAt(trace, 'GET /prices')).toEqual([0, 95_000]);
  });

  test('does not govern queries to a store', () => {
    const { trace } = call('policies: { timeout: 300ms }', 'participants: { orders: { serviceTime: 5s }, B: { serviceTime: 0ms } }');
    expect(outcomes(trace)).toEqual(['completed']);
  });
});

describe('retries', () => {
  test('come after time-outs, refusals and rejections, so many and no more', () => {
    const policies = (retries: number) => `policies: { timeout: 20ms, retries: ${retries}, backoff: 0ms }`;
    expect(sentAt(call(policies(0)).trace, 'GET /prices')).toHaveLength(1);
    expect(sentAt(call(policies(3)).trace, 'GET /prices')).toEqual([0, 20_000, 40_000, 60_000]);
    const down = call(policies(3), 'faults: [{ participant: B, kind: down, from: 0ms, to: 1s }]').trace;
    expect(outcomes(down)).toEqual(['refused']);
    expect(sentAt(down, 'GET /prices')).toEqual([0, 20_000, 40_000, 60_000]);
    const full = call('workload: { at: [1ms] }', 'participants: { B: { workers: 1, queue: 0 } }', 'policies: { retries: 2, backoff: 0ms }').trace;
    expect(outcomes(full)).toEqual(['rejected', 'completed']);
    expect(messagesOf(full).filter(({ type, checkout, to }) => type === 'send' && checkout === 2 && to === 'B').map(({ t }) => t))
      .toEqual([1_000, 21_000, 41_000]);
  });

  test('do not come after an answer that A cannot use', () => {
    const { trace } = call('policies: { retries: 2 }', 'faults: [{ kind: schemaChange, from: 0ms, to: 1s }]');
    expect(outcomes(trace)).toEqual(['error']);
    expect(sentAt(trace, 'GET /prices')).toHaveLength(1);
    const broken = call('policies: { retries: 2 }', 'faults: [{ participant: database, kind: down, from: 0ms, to: 1s }]').trace;
    expect(outcomes(broken)).toEqual(['error']);
    expect(ends(broken)).toContain('B > A response 500 Internal Server Error');
    expect(sentAt(broken, 'GET /prices')).toHaveLength(1);
  });

  test('a checkout fails by its last attempt', () => {
    const { trace } = call('policies: { timeout: 50ms, retries: 1, backoff: 0ms }', 'faults: [{ participant: B, kind: down, from: 40ms, to: 1s }]');
    expect(outcomes(trace)).toEqual(['refused']);
  });

  test('the k-th waits from nothing up to the backoff doubled k - 1 times, evenly', () => {
    const { trace } = play('direct-api-call', world(`
      duration: 80s
      workload: { rate: 25/s, patience: none }
      policies: { retries: 3, backoff: 100ms }
      faults: [{ participant: B, kind: down }]`));
    const waits = statesOf(trace, 'wait').filter(({ name, payload }) => name === 'start' && payload['for'] === 'backoff');
    for (const [attempt, most] of [[1, 100_000], [2, 200_000], [3, 400_000]] as const) {
      const spans = waits.filter(({ payload }) => payload['attempt'] === attempt).map(({ t, payload }) => (payload['until'] as number) - t);
      expect(spans.length).toBeGreaterThan(1500);
      expect(Math.min(...spans) >= 0 && Math.max(...spans) <= most).toBe(true);
      const mean = spans.reduce((sum, span) => sum + span, 0) / spans.length;
      expect(mean / most).toBeCloseTo(0.5, 1.3);
      expect(spans.filter((span) => span < most / 4).length / spans.length).toBeCloseTo(0.25, 1.3);
    }
  });
});

describe('the shopper’s patience', () => {
  test('ends A’s process: no order is committed afterwards', () => {
    const { trace, metrics } = call('workload: { patience: 50ms }');
    expect(outcomes(trace)).toEqual(['abandoned']);
    expect(ends(trace)).not.toContain('A > orders command insert order');
    expect(metrics.participants['B']).toMatchObject({ served: 1, wasted: 1 });
  });

  test('counts from the instant A receives the checkout', () => {
    const late = 'network: { shopperHop: 500ms }';
    expect(outcomes(call('workload: { patience: 100.001ms }', late).trace)).toEqual(['completed']);
    expect(outcomes(call('workload: { patience: 99.999ms }', late).trace)).toEqual(['abandoned']);
  });

  test('an order that is on its way to the store when the shopper leaves is rolled back', () => {
    const { trace } = call('workload: { patience: 150ms }', 'participants: { orders: { serviceTime: 100ms } }');
    expect(outcomes(trace)).toEqual(['abandoned']);
    expect(ends(trace)).toContain('orders > A ack rolled back');
    expect(ends(trace)).not.toContain('orders > A ack committed');
  });

  test('at equal instants an answer comes before a departure', () => {
    expect(outcomes(call('workload: { patience: 100ms }').trace)).toEqual(['completed']);
  });
});

describe('the circuit breaker', () => {
  const open = (more: string) => play('direct-api-call', world(bare, `
    duration: 30s
    workload: { arrivals: uniform, rate: 10/s, patience: 2s }
    network: { hop: 1ms }
    participants: { B: { workers: 4, serviceTime: 10ms } }
    policies: { circuitBreaker: true, retries: 0, timeout: 50ms }`, more));
  const states = (more: string) => statesOf(open(more).trace, 'breaker').map(({ t, name }) => [Math.round(t / 1000), name]);

  test('opens after five failed attempts in a row, lets one through after 5 s, and closes when that succeeds', () => {
    expect(states('faults: [{ participant: B, kind: down, from: 9.95s, to: 12s }]'))
      .toEqual([[10_402, 'open'], [15_500, 'half-open'], [15_512, 'closed']]);
  });

  test('opens again for 5 s when that one fails', () => {
    expect(states('faults: [{ participant: B, kind: hang, from: 9.95s, to: 20s }]')).toEqual([
      [10_450, 'open'], [15_500, 'half-open'], [15_550, 'open'], [20_600, 'half-open'], [20_612, 'closed'],
    ]);
  });

  test('a checkout it stops is rejected at once, without a message, and not retried', () => {
    const { trace, metrics } = open('faults: [{ participant: B, kind: down, from: 9.95s, to: 12s }]\npolicies: { retries: 0 }');
    expect(metrics.checkouts.failures).toEqual({ timeout: 0, refused: 5, rejected: 50, abandoned: 0, error: 0 });
    expect(messagesOf(trace).filter(({ type, to, t }) => type === 'send' && to === 'B' && t > 10.45e6 && t < 15.45e6)).toEqual([]);
    const retried = open('faults: [{ participant: B, kind: down, from: 9.95s, to: 12s }]\npolicies: { retries: 4, backoff: 1ms }').trace;
    expect(outcomes(retried).filter((how) => how === 'rejected').length).toBeGreaterThanOrEqual(48);
  });

  test('four failures and a success are no row', () => {
    expect(states('faults: [{ participant: B, kind: down, from: 9.95s, to: 10.35s }, { participant: B, kind: down, from: 10.45s, to: 10.85s }]'))
      .toEqual([]);
  });

  test('stays closed unless it is switched on', () => {
    expect(states('faults: [{ participant: B, kind: down, from: 9.95s, to: 12s }]\npolicies: { circuitBreaker: false }')).toEqual([]);
  });
});

test('without any policy a call waits as long as the shopper does', () => {
  const { checkouts } = measured('direct-api-call', world(bare, `
    duration: 60s
    workload: { arrivals: uniform, rate: 10/s }
    faults: [{ participant: B, kind: hang, from: 0ms, to: 30s }]`));
  expect(checkouts).toMatchObject({ attempted: 599, completed: 300, failed: 0, pending: 299 });
});

test('a model without a handler, or with a store that does something else, says where and what to do', () => {
  const model = techniques['direct-api-call']!;
  const run = (changed: Partial<typeof model>) => () => new Run({ ...model, ...changed }, world(single), false).advance();
  expect(run({ handlers: {} })).toThrow('src/techniques/direct-api-call.ts: expected a handler for GET /prices at B, found none; add it or correct the name');
  const unknown: NonNullable<typeof model.handlers>[string] = function* ({ B, catalog }, { sku }) {
    return yield* B!.query(catalog!, 'select everything', { sku });
  };
  expect(run({ handlers: { 'GET /prices': unknown } })).toThrow(/^src\/techniques\/direct-api-call\.ts: expected one of select price,.* at catalog, found select everything; correct the name$/);
});
