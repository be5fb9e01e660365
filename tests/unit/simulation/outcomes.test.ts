/** What is counted, and how: "Outcomes" of the semantics, line by line. */
import { describe, expect, test } from 'vitest';
import { nearestRank } from '../../../src/simulation/metrics.ts';
import { bare, measured, messagesOf, outcomes, play, single, slugs, statesOf, world } from './worlds.ts';

const direct = `
  network: { hop: 10ms, storeHop: 0ms }
  participants: { B: { serviceTime: 80ms } }`;
const call = (...more: string[]) => play('direct-api-call', world(bare, single, direct, ...more));

describe('a checkout', () => {
  test('is attempted when A receives it, and its latency runs from there to A’s answer', () => {
    const { trace, metrics } = call('network: { shopperHop: 300ms }');
    expect(statesOf(trace, 'checkout').map(({ t, name }) => [t, name])).toEqual([[300_000, 'attempted'], [400_000, 'completed']]);
    expect(metrics.latency).toEqual({ mean: 100, p50: 100, p95: 100, p99: 100, max: 100 });
  });

  test('that A has not received by the end is not attempted', () => {
    const { metrics } = call('duration: 200ms', 'network: { shopperHop: 300ms }');
    expect(metrics).toMatchObject({ checkouts: { attempted: 0, pending: 0 }, availability: null, correct: null });
  });

  test('that has neither completed nor failed at the end is pending', () => {
    const { metrics } = call('duration: 90ms');
    expect(metrics.checkouts).toEqual({
      attempted: 1, completed: 0, failed: 0, pending: 1, failures: { timeout: 0, refused: 0, rejected: 0, abandoned: 0, error: 0 },
    });
    expect(metrics).toMatchObject({ availability: null, latency: { mean: null, p50: null, p95: null, p99: null, max: null } });
  });

  test.each([
    ['timeout', 'policies: { timeout: 50ms }'],
    ['refused', 'faults: [{ participant: B, kind: down, from: 0ms, to: 1s }]'],
    ['refused', 'faults: [{ participant: B, kind: down, from: 50ms, to: 1s }]'],
    ['rejected', 'participants: { B: { workers: 1, queue: 0 } }\nworkload: { at: [0ms] }'],
    ['abandoned', 'workload: { patience: 50ms }'],
    ['error', 'faults: [{ kind: schemaChange, from: 0ms, to: 1s }]'],
    ['error', 'faults: [{ participant: database, kind: down, from: 0ms, to: 1s }]'],
  ])('fails by %s', (reason, how) => {
    expect(outcomes(call(how).trace)).toContain(reason);
  });

  test('at an A that is full is rejected', () => {
    const { trace, metrics } = call('participants: { A: { workers: 1, queue: 0 } }', 'workload: { at: [10ms] }');
    expect(outcomes(trace)).toEqual(['rejected', 'completed']);
    expect(metrics.participants['A']).toMatchObject({ arrivals: 2, rejected: 1, served: 1 });
  });

  test('whose price is missing fails by error', () => {
    const cold = play('cache-with-api-updates', world(bare, single, 'policies: { cacheStart: empty }'));
    expect(outcomes(cold.trace)).toEqual(['error']);
  });
});

test('latency is of completed checkouts alone, by nearest rank', () => {
  expect([0.5, 0.95, 0.99, 1].map((share) => nearestRank([10, 20, 30, 40], share))).toEqual([20, 40, 40, 40]);
  expect(nearestRank(Array.from({ length: 100 }, (_, i) => i + 1), 0.95)).toBe(95);
  expect(nearestRank(Array.from({ length: 1000 }, (_, i) => i + 1), 0.99)).toBe(990);
  expect([nearestRank([7], 0.01), nearestRank([], 0.5)]).toEqual([7, null]);
  const { metrics } = call('workload: { at: [1ms] }', 'participants: { B: { workers: 1 } }', 'policies: { timeout: 150ms }');
  expect(metrics).toMatchObject({ checkouts: { completed: 1, failed: 1 }, latency: { mean: 100, max: 100 }, availability: 0.5 });
});

describe('a wrong price', () => {
  /** B reads at 90 ms, the order is committed at 150 ms. */
  const changed = (at: string) => call(`catalog: { changes: [${at}] }`, 'participants: { orders: { serviceTime: 50ms } }').metrics;

  test('is one whose version is not the truth’s when the order’s commit ends', () => {
    expect(changed('{ at: 89ms }').wrongPrice).toEqual({ count: 0, rate: 0 });
    expect(changed('{ at: 91ms }').wrongPrice).toEqual({ count: 1, rate: 1 });
    expect(changed('{ at: 149ms }').wrongPrice).toEqual({ count: 1, rate: 1 });
    expect(changed('{ at: 151ms }').wrongPrice).toEqual({ count: 0, rate: 0 });
  });

  test('is told by the version, even if the amount is the same', () => {
    const metrics = changed('{ at: 91ms }, { at: 92ms }, { at: 93ms }');
    expect(metrics.wrongPrice.count).toBe(1);
  });

  test('does not lower availability, but what is correct', () => {
    expect(changed('{ at: 91ms }')).toMatchObject({ availability: 1, correct: 0 });
    expect(changed('{ at: 89ms }')).toMatchObject({ availability: 1, correct: 1 });
  });

  test('of another product is none of this checkout’s', () => {
    const { metrics } = call('catalog: { products: 2, changes: [{ at: 91ms, product: 2 }] }');
    expect(metrics.wrongPrice.count).toBe(0);
  });
});

describe('failingSpan', () => {
  const span = (more: string) => measured('direct-api-call', world(bare, `
    duration: 60s
    workload: { arrivals: uniform, rate: 10/s }
    participants: { B: { serviceTime: 1ms } }`, more)).failingSpan;

  test('runs from the arrival of the first failed checkout to that of the last, in milliseconds', () => {
    expect(span('faults: [{ participant: B, kind: down, from: 20s, to: 30s }]')).toBe(9900);
  });

  test('is 0 with fewer than two, and without a fault', () => {
    expect(span('faults: [{ participant: B, kind: down, from: 20s, to: 20.1s }]')).toBe(0);
    expect(span('')).toBe(0);
    expect(span('policies: { timeout: 0.5ms }')).toBe(0);
  });

  test('counts what arrived at or after the first fault began, and is not shifted by a warm-up', () => {
    const faults = 'faults: [{ participant: B, kind: down, from: 20s, to: 30s }, { participant: A, kind: slow, factor: 2, from: 25s, to: 26s }]';
    expect(span(`warmup: 25s\n${faults}`)).toBe(9900);
    expect(span('faults: [{ participant: B, kind: down, from: 20s, to: 30s }, { participant: orders, kind: slow, factor: 1, from: 25s, to: 26s }]')).toBe(9900);
  });
});

describe('staleness', () => {
  const stale = (slug: string, more: string) => play(slug, world(bare, single, `
    catalog: { changes: [{ at: 100ms }, { at: 200ms }] }
    network: { hop: 10ms, storeHop: 0ms }
    participants: { consumer: { serviceTime: 0ms } }
    policies: { relayInterval: 0ms }`, more)).metrics.staleness;

  test('is null where there is no copy', () => {
    for (const slug of ['shared-data', 'direct-api-call', 'async-polling', 'async-messaging']) {
      expect(stale(slug, '')).toEqual({ mean: null, p99: null, max: null });
    }
  });

  test('runs from the truth’s commit to the instant the copy has it, one value a change', () => {
    expect(stale('cache-with-api-updates', '')).toEqual({ mean: 10, p99: 10, max: 10 });
    expect(stale('cache-with-update-events', '')).toEqual({ mean: 20, p99: 20, max: 20 });
  });

  test('a change that is overtaken by a newer one is seen when that is', () => {
    expect(stale('cache-with-api-updates', 'faults: [{ kind: loss, of: [push], probability: 1, from: 100ms, to: 101ms }]'))
      .toEqual({ mean: 60, p99: 110, max: 110 });
  });

  test('a change that is never seen counts until the end of the run', () => {
    expect(stale('cache-with-api-updates', 'duration: 1s\nfaults: [{ kind: loss, of: [push], probability: 1, from: 200ms, to: 201ms }]'))
      .toEqual({ mean: 405, p99: 800, max: 800 });
  });
});

describe('a warm-up', () => {
  test('leaves out the checkouts that arrive in it, and the time before it', () => {
    const metrics = measured('direct-api-call', world(bare, `
      warmup: 10s
      duration: 20s
      workload: { arrivals: uniform, rate: 10/s }
      participants: { B: { workers: 1, serviceTime: 50ms } }`));
    expect(metrics.checkouts).toMatchObject({ attempted: 100, completed: 100, pending: 0 });
    expect(metrics.participants['B']).toMatchObject({ arrivals: 100, served: 100, utilisation: 0.5, meanWait: 0, meanQueue: 0, maxQueue: 0 });
    expect(metrics.messages).toMatchObject({ perCheckout: 8, background: 0 });
  });

  test('faults are not shifted by it', () => {
    const metrics = measured('direct-api-call', world(bare, `
      warmup: 10s
      duration: 20s
      workload: { arrivals: uniform, rate: 10/s }
      participants: { B: { serviceTime: 1ms } }
      faults: [{ participant: B, kind: down, from: 5s, to: 12s }]`));
    expect(metrics.checkouts).toMatchObject({ attempted: 100, failed: 20 });
  });
});

describe('messages', () => {
  test('count when they are sent, lost or not; a refusal is none', () => {
    const lost = call('workload: { patience: 1s }', 'faults: [{ kind: loss, of: [request], probability: 1, from: 0ms, to: 1s }]').metrics;
    expect(lost.messages).toEqual({ perCheckout: 2, background: 0, byKind: { request: 2 } });
    const refused = call('faults: [{ participant: B, kind: down, from: 0ms, to: 1s }]').metrics;
    expect(refused.messages).toEqual({ perCheckout: 3, background: 0, byKind: { request: 2, response: 1 } });
  });

  test('whose root is a price change or the relay’s timer are background; byKind counts both', () => {
    const push = play('cache-with-api-updates', world(bare, single, 'catalog: { changes: [{ at: 1ms }] }')).metrics.messages;
    expect(push).toEqual({ perCheckout: 6, background: 4, byKind: { request: 1, query: 1, result: 1, command: 2, ack: 3, response: 1, push: 1 } });
    const event = play('cache-with-update-events', world(bare, single, 'catalog: { changes: [{ at: 1ms }] }')).metrics.messages;
    expect(event).toMatchObject({ perCheckout: 6, background: 10 });
  });

  test('a miss that asks B is the checkout’s own', () => {
    const { messages } = play('cache-with-api-updates', world(bare, single, 'policies: { cacheStart: empty, cacheAside: true }')).metrics;
    expect(messages).toMatchObject({ perCheckout: 12, background: 0 });
  });

  test.each(slugs)('%s: those a trace shows are those that are counted', (slug) => {
    const { trace, metrics } = play(slug, world('duration: 5s', 'catalog: { priceChanges: 20/s }', 'network: { loss: 0.02 }'));
    const sent = messagesOf(trace).filter(({ type }) => type === 'send');
    const { byKind, background, perCheckout } = metrics.messages;
    expect(Object.values(byKind).reduce((sum, count) => sum + count, 0)).toBe(sent.length);
    expect(background).toBe(sent.filter(({ checkout }) => checkout === null).length);
    expect(perCheckout! * metrics.checkouts.attempted).toBeCloseTo(sent.length - background, 6);
  });
});

describe('participants', () => {
  test('arrivals count those turned away; meanWait is over those that began; utilisation is of all workers', () => {
    const { metrics } = call(`
      duration: 1s
      workload: { at: [0ms, 0ms, 0ms] }
      participants: { B: { workers: 1, queue: 2, serviceTime: 100ms } }`);
    expect(metrics.participants['B']).toEqual({
      arrivals: 4, served: 3, rejected: 1, utilisation: 0.3, meanWait: 100, meanQueue: 0.3, maxQueue: 2, wasted: 0,
    });
  });

  test('utilisation is null where workers are unlimited, meanWait where nobody began', () => {
    const { participants } = call('faults: [{ participant: B, kind: down, from: 0ms, to: 1s }]').metrics;
    expect(participants['A']!.utilisation).toBeNull();
    expect(participants['B']).toMatchObject({ arrivals: 0, meanWait: null, utilisation: 0 });
  });

  test('a handler holds its worker while what it asked downstream is done', () => {
    const { metrics } = call('duration: 1s', 'network: { storeHop: 30ms }', 'participants: { catalog: { serviceTime: 40ms } }');
    expect(metrics.participants['B']!.utilisation).toBeCloseTo((80 + 30 + 40 + 30) / 1000 / 4, 12);
  });
});
