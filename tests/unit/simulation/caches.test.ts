import { describe, expect, test } from 'vitest';
import { bare, deliveredAt, ends, measured, messagesOf, outcomes, play, single, statesOf, world } from './worlds.ts';

const caches = ['cache-with-api-updates', 'cache-with-update-events'];

/** Times in which everything near A takes none and B is 10 ms away. */
const near = `
  network: { hop: 10ms, storeHop: 0ms }
  participants: { B: { serviceTime: 0ms }, cache: { serviceTime: 0ms }, consumer: { serviceTime: 0ms } }
  policies: { relayInterval: 0ms }`;

describe.each(caches)('%s', (slug) => {
  const run = (...more: string[]) => play(slug, world(bare, single, near, ...more));

  test('is full and current at the start, and asks nobody', () => {
    const { trace, metrics } = run();
    expect(outcomes(trace)).toEqual(['completed']);
    expect(trace.initial['cache']).toEqual(trace.initial['catalog']);
    expect(metrics.participants['B']!.arrivals).toBe(0);
  });

  test('a TTL without cache-aside is ignored', () => {
    expect(outcomes(run('workload: { first: 1s }', 'policies: { cacheTtl: 100ms }').trace)).toEqual(['completed']);
  });

  test('with cache-aside what is older than its TTL is asked for again, and not a microsecond younger', () => {
    const asked = (first: string) => ends(run(`workload: { first: ${first} }`, 'network: { shopperHop: 0ms }', 'policies: { cacheTtl: 100ms, cacheAside: true }').trace)
      .includes('A > B request GET /prices');
    expect([asked('99.999ms'), asked('100ms')]).toEqual([false, true]);
  });

  test('an answer that is put into the copy is as good as new', () => {
    const { trace } = run('workload: { at: [200ms, 299ms, 321ms] }', 'policies: { cacheTtl: 100ms, cacheAside: true }');
    const asked = messagesOf(trace).filter(({ type, to, kind }) => type === 'send' && to === 'B' && kind === 'request');
    expect(asked.map(({ checkout }) => checkout)).toEqual([2, 4]);
  });

  test('an empty copy without cache-aside has no price to sell at', () => {
    const { trace } = run('policies: { cacheStart: empty }');
    expect(outcomes(trace)).toEqual(['error']);
    expect(trace.initial['cache']).toBeUndefined();
  });

  test('misses of one product at one time share one question, and those of others do not', () => {
    const cold = 'policies: { cacheStart: empty, cacheAside: true }';
    const shared = run('workload: { at: [1ms, 5ms, 19ms, 21ms] }', cold);
    expect(outcomes(shared.trace)).toEqual(Array.from({ length: 5 }, () => 'completed'));
    expect(shared.metrics.participants['B']!.arrivals).toBe(1);
    const apart = measured(slug, world(bare, near, cold, 'duration: 2s', 'workload: { rate: 200/s }', 'catalog: { products: 5, popularity: uniform }'));
    expect(apart.participants['B']!.arrivals).toBe(5);
  });

  test('a shared question goes on when whoever asked it leaves, and fails for all who share it', () => {
    const cold = 'policies: { cacheStart: empty, cacheAside: true }';
    const left = run('workload: { patience: 110ms, at: [40ms] }', cold, 'participants: { A: { serviceTime: 50ms }, B: { serviceTime: 60ms } }');
    expect(outcomes(left.trace)).toEqual(['abandoned', 'completed']);
    expect(left.metrics.participants['B']!.arrivals).toBe(1);
    const failed = run('workload: { at: [5ms] }', cold, 'faults: [{ participant: B, kind: down, from: 0ms, to: 1s }]');
    expect(outcomes(failed.trace)).toEqual(['refused', 'refused']);
  });

  test('a shared question that is never answered ends with a shopper’s patience, and who still waits asks anew', () => {
    const { trace, metrics } = run('workload: { patience: 500ms, at: [300ms, 400ms, 700ms] }', 'policies: { cacheStart: empty, cacheAside: true }',
      'faults: [{ participant: B, kind: hang, from: 0ms, to: 450ms }]');
    expect(outcomes(trace)).toEqual(['abandoned', 'completed', 'completed', 'completed']);
    expect(metrics.participants['B']!.arrivals).toBe(1);
  });

  test('the copy takes a newer version alone', () => {
    const { trace } = run('workload: { first: 1s }', 'catalog: { changes: [{ at: 0ms }, { at: 1ms }] }', 'policies: { consumers: 2 }',
      `faults: [{ kind: delay, of: [push], by: 100ms, from: 0ms, to: ${slug === 'cache-with-api-updates' ? 0.5 : 10.5}ms }]`);
    expect(statesOf(trace, 'price').filter(({ from }) => from === 'cache').map(({ name, payload }) => [name, payload['version']]))
      .toEqual([['copied', 9], ['ignored', 8]]);
  });

  test('a cache that is down fails the checkout, B or no B', () => {
    const { trace } = run('policies: { cacheAside: true }', 'faults: [{ participant: cache, kind: down, from: 0ms, to: 1s }]');
    expect(outcomes(trace)).toEqual(['refused']);
  });

  test('B away from a full copy is noticed by nobody', () => {
    for (const kind of ['down', 'hang']) {
      expect(outcomes(run(`faults: [{ participant: B, kind: ${kind}, from: 0ms, to: 10s }]`).trace)).toEqual(['completed']);
    }
  });

  test('further subscribers are sent a copy each, and acknowledge it after the same service time', () => {
    const changes = 'catalog: { changes: [{ at: 0ms }] }';
    const one = run(changes).metrics.messages;
    const four = run(changes, 'policies: { subscribers: 4 }');
    expect(four.metrics.messages.background).toBe(one.background + 6);
    expect(four.metrics.messages.byKind['push']).toBe(4);
    const { trace } = run(changes, 'policies: { subscribers: 2 }', 'participants: { A: { pushTime: 7ms }, consumer: { serviceTime: 7ms } }');
    const answers = messagesOf(trace).filter(({ type, name, to }) => type === 'send' && to === (slug === 'cache-with-api-updates' ? 'B' : 'broker') && /ack|204/.test(name));
    expect(new Set(answers.map(({ from }) => from)).size).toBe(2);
    expect(new Set(answers.map(({ t }) => t)).size).toBe(1);
  });
});

describe('pushes', () => {
  const push = (...more: string[]) => play('cache-with-api-updates', world(bare, single, near, ...more));

  test('are handled at A so many at a time, apart from its checkouts', () => {
    const { trace } = push('workload: { first: 10ms }', 'catalog: { changes: [{ at: 0ms }, { at: 0ms }, { at: 0ms }] }',
      'participants: { A: { workers: 1, queue: 0, serviceTime: 5ms, pushWorkers: 2, pushTime: 20ms } }');
    const upserts = messagesOf(trace).filter(({ type, name }) => type === 'deliver' && name === 'upsert if newer');
    expect(upserts.map(({ t }) => t / 1000)).toEqual([30, 30, 50]);
    expect(outcomes(trace)).toEqual(['completed']);
  });

  test('that are lost are not sent again', () => {
    const { metrics } = push('catalog: { changes: [{ at: 0ms }] }', 'faults: [{ kind: loss, of: [push], probability: 1, from: 0ms, to: 1s }]');
    expect(metrics.messages).toMatchObject({ background: 1, byKind: { push: 1 } });
  });

  test('fall due once the change is stored: B needs to live as long as it takes to hear that', () => {
    const sent = (to: string) => ends(push('network: { storeHop: 30ms }', 'catalog: { changes: [{ at: 0ms }] }',
      `faults: [{ participant: B, kind: down, from: 20ms, to: ${to} }]`).trace).includes('B > A push PUT /prices/:sku');
    expect(sent('21ms')).toBe(false);
    expect(deliveredAt(push('network: { storeHop: 30ms }', 'catalog: { changes: [{ at: 0ms }] }').trace, 'PUT /prices/:sku')).toBe(40);
  });

  test('fall due a hop after the change where a hop is random too, another one for each change', () => {
    const { trace } = push('network: { storeHop: { distribution: uniform, min: 10ms, max: 20ms } }', 'catalog: { changes: [{ at: 0ms }, { at: 100ms }, { at: 200ms }] }');
    const sent = messagesOf(trace).filter(({ type, name }) => type === 'send' && name === 'PUT /prices/:sku').map(({ t }, i) => t / 1000 - i * 100);
    expect(sent).toHaveLength(3);
    expect(Math.min(...sent)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...sent)).toBeLessThanOrEqual(20);
    expect(new Set(sent).size).toBe(3);
  });
});

describe('update events', () => {
  const events = (...more: string[]) => play('cache-with-update-events', world(bare, single, near, 'workload: { first: 3s }', ...more));
  const published = (trace: Parameters<typeof messagesOf>[0]) =>
    messagesOf(trace).filter(({ type, from, kind }) => type === 'send' && from === 'relay' && kind === 'event').map(({ t }) => t / 1000);

  test('are published at commit where the relay’s interval is 0, else when it looks next', () => {
    const changes = 'catalog: { changes: [{ at: 3ms }, { at: 104ms }] }';
    expect(published(events(changes).trace)).toEqual([3, 104]);
    expect(published(events(changes, 'policies: { relayInterval: 50ms }').trace)).toEqual([50, 150]);
  });

  test('wait in the outbox while the broker refuses them, and are published when it is back', () => {
    const down = 'faults: [{ participant: broker, kind: down, from: 0ms, to: 1s }]';
    const changes = 'catalog: { changes: [{ at: 3ms }] }';
    const { trace, metrics } = events(changes, down, 'policies: { relayInterval: 100ms }');
    expect(published(trace).at(-1)).toBe(1000);
    expect(metrics.staleness.max).toBe(1017);
    expect(published(events(changes, down).trace).at(-1)! < 1100).toBe(true);
  });

  test('are lost with B’s crash where there is no outbox, and not where there is one', () => {
    const crash = 'catalog: { changes: [{ at: 0ms }] }\nnetwork: { storeHop: 30ms }';
    const faults = 'faults: [{ participant: B, kind: down, from: 20ms, to: 200ms }, { participant: relay, kind: down, from: 20ms, to: 200ms }]';
    const copied = (outbox: boolean) => statesOf(events(crash, faults, `policies: { outbox: ${outbox}, relayInterval: 50ms }`).trace, 'price')
      .some(({ from }) => from === 'cache');
    expect([copied(true), copied(false)]).toEqual([true, false]);
  });

  test('a consumer that crashes before its acknowledgement gets the event again, and the copy ignores it', () => {
    const { trace } = events('catalog: { changes: [{ at: 0ms }] }', 'participants: { cache: { serviceTime: 10ms } }',
      'faults: [{ participant: consumer, kind: down, from: 25ms, to: 50ms }]');
    expect(statesOf(trace, 'price').filter(({ from }) => from === 'cache').map(({ name }) => name)).toEqual(['copied', 'ignored']);
  });

  test('are taken by as many consumers as there are', () => {
    const change = Array.from({ length: 4 }, () => '{ at: 0ms }').join(', ');
    const last = (consumers: number) => events(`catalog: { changes: [${change}] }`, 'network: { hop: 0ms }', `policies: { consumers: ${consumers} }`,
      'participants: { consumer: { serviceTime: 10ms } }').metrics.staleness.max;
    expect([last(1), last(2), last(4)]).toEqual([40, 20, 10]);
  });

  test('that A cannot read go to the dead letters', () => {
    const { trace } = events('catalog: { changes: [{ at: 0ms }] }', 'faults: [{ kind: schemaChange, from: 0ms, to: 1s }]');
    expect(ends(trace)).toContain('consumer > broker ack reject');
    expect(statesOf(trace, 'queue').some(({ payload }) => payload['queue'] === 'dead letters')).toBe(true);
  });
});
