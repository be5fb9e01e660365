import { describe, expect, test } from 'vitest';
import { bare, deliveredAt, ends, measured, messagesOf, outcomes, play, single, slugs, statesOf, world } from './worlds.ts';

/** One checkout by direct call: B is reached at 10 ms, serves for 10 ms, and is heard at 30 ms. */
const direct = `
  network: { hop: 10ms, storeHop: 0ms }
  participants: { B: { serviceTime: 10ms } }`;
const call = (...more: string[]) => play('direct-api-call', world(bare, single, direct, ...more)).trace;

describe('down', () => {
  test.each([
    [5, 10, 'deliver'],
    [10, 15, 'refused'],
    [9, 11, 'refused'],
    [11, 15, 'deliver'],
  ])('from %d to %d ms: a request that arrives at 10 ms is met by %s', (from, to, met) => {
    const trace = call(`faults: [{ participant: B, kind: down, from: ${from}ms, to: ${to}ms }]`);
    expect(messagesOf(trace).find(({ name, type }) => name === 'GET /prices' && type !== 'send')!.type).toBe(met);
  });

  test('the caller learns of a refusal one hop later', () => {
    const trace = call('faults: [{ participant: B, kind: down, from: 0ms, to: 1s }]');
    expect(messagesOf(trace).find(({ type }) => type === 'refused')!.t).toBe(20_000);
    expect(outcomes(trace)).toEqual(['refused']);
  });

  test('what B is at work on is lost with it, and the caller learns of that one hop later', () => {
    const trace = call('faults: [{ participant: B, kind: down, from: 15ms, to: 16ms }]');
    expect(outcomes(trace)).toEqual(['refused']);
    expect(statesOf(trace, 'wait').find(({ name }) => name === 'refused')).toMatchObject({ t: 25_000, from: 'A' });
    expect(ends(trace)).not.toContain('B > A response 200 OK');
  });

  test('what waits in B’s queue is lost with it', () => {
    const { metrics, trace } = play('direct-api-call', world(bare, single, direct, `
      workload: { at: [1ms, 2ms] }
      participants: { B: { workers: 1 } }
      faults: [{ participant: B, kind: down, from: 13ms, to: 14ms }]`));
    expect(outcomes(trace)).toEqual(['refused', 'refused', 'refused']);
    expect(metrics.participants['B']).toMatchObject({ arrivals: 3, served: 0, rejected: 0 });
  });

  test('an answer that B had sent before still arrives', () => {
    expect(outcomes(call('faults: [{ participant: B, kind: down, from: 20.001ms, to: 1s }]'))).toEqual(['completed']);
    expect(outcomes(call('faults: [{ participant: B, kind: down, from: 20ms, to: 1s }]'))).toEqual(['refused']);
  });

  test('when A is down its shoppers are refused, attempted all the same', () => {
    const { metrics } = play('direct-api-call', world(bare, single, 'faults: [{ participant: A, kind: down, from: 0ms, to: 1s }]'));
    expect(metrics.checkouts).toMatchObject({ attempted: 1, failed: 1, failures: { refused: 1 } });
  });

  test('when A dies its shoppers’ connections are lost, and nothing it waited for is of use', () => {
    const trace = call('faults: [{ participant: A, kind: down, from: 15ms, to: 16ms }]');
    expect(outcomes(trace)).toEqual(['refused']);
    expect(ends(trace)).toContain('B > A response 200 OK');
    expect(ends(trace)).not.toContain('A > orders command insert order');
  });

  test('overlapping windows are one', () => {
    const trace = call(`
      policies: { retries: 2, backoff: 0ms }
      faults: [{ participant: B, kind: down, from: 0ms, to: 20ms }, { participant: B, kind: down, from: 15ms, to: 45ms }]`);
    expect(ends(trace).filter((end) => end.startsWith('A > B'))).toEqual([
      'A > B request GET /prices refused', 'A > B request GET /prices refused', 'A > B request GET /prices',
    ]);
    expect(statesOf(trace, 'status').map(({ t, name }) => [t, name]))
      .toEqual([[0, 'down'], [15_000, 'down'], [20_000, 'down'], [45_000, 'well']]);
  });
});

describe('hang', () => {
  const hung = (from: number, to: number) => call(`
    workload: { patience: 500ms }
    faults: [{ participant: B, kind: hang, from: ${from}ms, to: ${to}ms }]`);

  test.each([[0, 11], [10, 11], [15, 16], [20, 21]])('from %d to %d ms: B never answers, and nobody is told', (from, to) => {
    const trace = hung(from, to);
    expect(outcomes(trace)).toEqual(['abandoned']);
    expect(ends(trace)).not.toContain('B > A response 200 OK');
    expect(statesOf(trace, 'wait').filter(({ name }) => name === 'refused')).toEqual([]);
  });

  test.each([[0, 10], [21, 400]])('from %d to %d ms: B is not there in between', (from, to) => {
    expect(outcomes(hung(from, to))).toEqual(['completed']);
  });

  test('a request that arrives is lost', () => {
    expect(ends(hung(5, 15))).toContain('A > B request GET /prices lost');
  });

  test('down and hanging at once is down; what is left when one ends is the other', () => {
    const trace = call(`
      workload: { patience: 2s }
      policies: { timeout: 50ms, retries: 1, backoff: 0ms }
      faults: [{ participant: B, kind: hang, from: 0ms, to: 500ms }, { participant: B, kind: down, from: 0ms, to: 25ms }]`);
    expect(statesOf(trace, 'status').map(({ name }) => name)).toEqual(['hang', 'down', 'hang']);
    expect(outcomes(trace)).toEqual(['timeout']);
  });
});

describe('slow', () => {
  test('multiplies the service times begun in its window, and overlapping factors multiply', () => {
    const ended = (from: number, to: number, more = '') => deliveredAt(call(`
      faults: [{ participant: B, kind: slow, factor: 3, from: ${from}ms, to: ${to}ms }${more}]`), '200 OK');
    expect(ended(0, 1000)).toBe(50);
    expect(ended(10, 11)).toBe(50);
    expect(ended(11, 1000)).toBe(30);
    expect(ended(0, 10)).toBe(30);
    expect(ended(0, 1000, ', { participant: B, kind: slow, factor: 2, from: 5ms, to: 20ms }')).toBe(80);
  });

  test('a factor that ends leaves the other as it was, to the last digit', () => {
    const trace = call(`
      workload: { at: [200ms] }
      faults:
        - { participant: B, kind: slow, factor: 3.3, from: 0ms, to: 300ms }
        - { participant: B, kind: slow, factor: 7.7, from: 0ms, to: 100ms }
        - { participant: B, kind: slow, factor: 0.1, from: 0ms, to: 50ms }`);
    const factors = statesOf(trace, 'status').map(({ payload }) => payload['factor'] as number);
    expect(factors).toEqual([3.3, 3.3 * 7.7, 3.3 * 7.7 * 0.1, 3.3 * 7.7, 3.3]);
    expect(deliveredAt(trace, '200 OK', 2)).toBe(253);
  });
});

describe('`database`', () => {
  test.each(slugs)('means the store that holds the truth: %s', (slug) => {
    const { trace } = play(slug, world(bare, single, `
      workload: { patience: 1s }
      faults: [{ participant: database, kind: down, from: 0ms, to: 10s }, { participant: orders, kind: slow, factor: 2, from: 0ms, to: 1s }]`));
    const hit = statesOf(trace, 'status').filter(({ t }) => t === 0).map(({ from, name }) => `${from} ${name}`);
    expect(new Set(hit)).toEqual(new Set(slug === 'shared-data' ? ['database down'] : ['catalog down', 'orders slow']));
    expect(outcomes(trace)[0]).toBe({
      'shared-data': 'refused', 'direct-api-call': 'error', 'async-polling': 'error', 'async-messaging': 'abandoned',
    }[slug] ?? 'completed');
  });
});

test.each(slugs)('%s: a fault at a participant it has not got changes nothing', (slug) => {
  const has: Record<string, string[]> = {
    'shared-data': ['broker', 'cache', 'jobs', 'orders', 'catalog'], 'direct-api-call': ['broker', 'cache', 'jobs', 'relay'],
    'async-polling': ['broker', 'cache', 'consumer'], 'async-messaging': ['cache', 'jobs', 'relay', 'consumer'],
    'cache-with-api-updates': ['broker', 'jobs', 'relay'], 'cache-with-update-events': ['jobs'],
  };
  const faults = has[slug]!.map((id) => `{ participant: ${id}, kind: down, from: 1s, to: 3s }`).join(', ');
  const { scenario: _with, ...withFaults } = measured(slug, world('duration: 5s', `faults: [${faults}]`));
  const { scenario: _without, ...without } = measured(slug, world('duration: 5s'));
  expect(withFaults).toEqual(without);
});

describe('prices', () => {
  const changed = (slug: string, fault: string) => statesOf(play(slug, world(bare, single, `
    catalog: { changes: [{ at: 100ms, product: 1 }] }`, fault)).trace, 'price')
    .filter(({ name }) => name === 'changed' || name === 'dropped').map(({ name }) => name);

  test.each(slugs)('%s: a change while the truth’s store or its owner is away is dropped, not postponed', (slug) => {
    for (const kind of ['down', 'hang']) {
      expect(changed(slug, `faults: [{ participant: database, kind: ${kind}, from: 100ms, to: 101ms }]`)).toEqual(['dropped']);
      expect(changed(slug, `faults: [{ participant: database, kind: ${kind}, from: 0ms, to: 100ms }]`)).toEqual(['changed']);
      expect(changed(slug, `faults: [{ participant: B, kind: ${kind}, from: 100ms, to: 101ms }]`))
        .toEqual([slug === 'shared-data' ? 'changed' : 'dropped']);
    }
  });

  test('a change takes no worker of B and happens at once', () => {
    const { trace, metrics } = play('direct-api-call', world(bare, single, 'catalog: { changes: [{ at: 100ms, product: 1 }] }', direct));
    expect(statesOf(trace, 'price').map(({ t, from, name, payload }) => [t, from, name, payload]))
      .toEqual([[100_000, 'catalog', 'changed', { sku: 'MUG-1', cents: 1350, version: 8 }]]);
    expect(metrics.participants['B']!.arrivals).toBe(1);
  });
});
