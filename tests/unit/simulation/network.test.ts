import { describe, expect, test } from 'vitest';
import { linkOf } from '../../../src/simulation/network.ts';
import type { MessageEvent } from '../../../src/simulation/trace.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { bare, ends, messagesOf, play, single, slugs, world } from './worlds.ts';

/** A world in which every kind of hop has a time of its own and nothing else takes any. */
const hops = `
  network: { hop: 7ms, storeHop: 500us, shopperHop: 11ms }
  catalog: { changes: [{ at: 1ms, product: 1 }] }
  participants: { B: { serviceTime: 0ms }, cache: { serviceTime: 0ms }, consumer: { serviceTime: 0ms }, database: { serviceTime: 0ms } }
  policies: { relayInterval: 10ms, pollInterval: 50ms }`;

/** How long each message was under way, by who sent it to whom, microseconds. */
function spans(events: MessageEvent[]): Map<string, Set<number>> {
  const sent = new Map<number, number>();
  const found = new Map<string, Set<number>>();
  for (const { type, id, t, from, to } of events) {
    if (type === 'send') sent.set(id, t);
    else {
      const way = `${from} > ${to}`;
      found.set(way, (found.get(way) ?? new Set()).add(t - sent.get(id)!));
    }
  }
  return found;
}

const expected: Record<string, number> = {
  'shopper > A': 11_000, 'A > shopper': 11_000, 'A > B': 7_000, 'B > A': 7_000, 'A > broker': 7_000, 'broker > A': 7_000,
  'B > broker': 7_000, 'broker > B': 7_000, 'relay > broker': 7_000, 'broker > relay': 7_000, 'broker > consumer': 7_000,
  'consumer > broker': 7_000, 'A > database': 7_000, 'database > A': 7_000, 'B > catalog': 500, 'catalog > B': 500,
  'B > jobs': 500, 'jobs > B': 500, 'relay > catalog': 500, 'catalog > relay': 500, 'A > orders': 500, 'orders > A': 500,
  'A > cache': 500, 'cache > A': 500, 'consumer > cache': 500, 'cache > consumer': 500,
};

test.each(slugs)('%s: every message takes the hop of its pair of participants', (slug) => {
  const { trace } = play(slug, world(bare, single, hops));
  const found = spans(messagesOf(trace));
  expect(found.size).toBeGreaterThanOrEqual(4);
  for (const [way, took] of found) expect([way, ...took]).toEqual([way, expected[way]]);
});

test('a service is near its own store and nothing else', () => {
  const owner = (id: string) => ({ orders: 'A', cache: 'A', consumer: 'A', catalog: 'B', jobs: 'B', relay: 'B' })[id] ?? null;
  expect(linkOf('B', 'catalog', owner)).toBe('storeHop');
  expect(linkOf('catalog', 'relay', owner)).toBe('storeHop');
  expect(linkOf('A', 'catalog', owner)).toBe('hop');
  expect(linkOf('A', 'database', owner)).toBe('hop');
  expect(linkOf('A', 'shopper', owner)).toBe('shopperHop');
});

test('every channel of a technique is used in both directions or not at all', () => {
  for (const slug of slugs) {
    const { trace } = play(slug, world(bare, single, hops));
    const used = new Set(messagesOf(trace).flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
    const channels = new Set(techniques[slug]!.channels.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
    expect([...used].filter((way) => !channels.has(way))).toEqual([]);
  }
});

describe('loss', () => {
  /** What is lost where everything that can be lost is lost, over traffic with price changes. */
  function lost(slug: string, fault: string): Set<string> {
    const { trace } = play(slug, world(`
      duration: 3s
      workload: { rate: 20/s, patience: 500ms }
      catalog: { priceChanges: 10/s, hot: 1, products: 1 }
      policies: { timeout: 100ms, cacheStart: empty, cacheAside: true }`, fault));
    return new Set(ends(trace).filter((end) => end.endsWith(' lost')).map((end) => end.replace(/ lost$/, '')));
  }

  test.each([
    ['shared-data', ['A > database query select price']],
    ['direct-api-call', ['A > B request GET /prices']],
    ['async-polling', ['B > A response 303 See Other']],
    ['async-messaging', ['A > broker query GetPrice']],
    ['cache-with-api-updates', ['B > A push PUT /prices/:sku', 'A > B request GET /prices']],
    ['cache-with-update-events', ['relay > broker event ProductPriceChanged', 'A > B request GET /prices']],
  ])('%s: without `of`, whatever leaves first is lost, and never an ack, a shopper’s message or one to a store nearby', (slug, ways) => {
    expect(lost(slug, 'faults: [{ kind: loss, probability: 1 }]')).toEqual(new Set(ways));
    expect(lost(slug, 'network: { loss: 1 }')).toEqual(new Set(ways));
  });

  test.each([
    ['shared-data', '[result]', ['database > A result one row']],
    ['shared-data', '[command]', ['A > database command insert order']],
    ['shared-data', '[ack]', ['database > A ack committed']],
    ['direct-api-call', '[response]', ['B > A response 200 OK']],
    ['direct-api-call', '[query, result, command, ack]', []],
    ['async-polling', '[command]', ['A > B command POST /price-requests']],
    ['async-polling', '[poll]', ['A > B poll GET /price-requests/:id']],
    ['async-messaging', '[push]', ['broker > B push GetPrice']],
    ['async-messaging', '[response]', ['B > broker response PriceReply']],
  ])('%s: of %s alone, over the network', (slug, of, ways) => {
    expect(lost(slug, `faults: [{ kind: loss, of: ${of}, probability: 1 }]`)).toEqual(new Set(ways));
  });

  test('by name', () => {
    expect([...lost('async-polling', 'faults: [{ kind: loss, name: 202 Accepted, probability: 1 }]')]).toEqual(['B > A ack 202 Accepted']);
  });

  test('has the probability that it is given, and overlapping ones are independent', () => {
    const share = (text: string) => {
      const events = messagesOf(play('direct-api-call', world(`duration: 40s\nworkload: { rate: 100/s }`, text)).trace)
        .filter(({ name, type }) => name === 'GET /prices' && type !== 'send');
      return events.filter(({ type }) => type === 'lost').length / events.length;
    };
    expect(share('network: { loss: 0.1 }')).toBeCloseTo(0.1, 1.7);
    expect(share('network: { loss: 0.1 }\nfaults: [{ kind: loss, probability: 0.2 }, { kind: loss, of: [request], probability: 0.5 }]'))
      .toBeCloseTo(1 - 0.9 * 0.8 * 0.5, 1.7);
  });

  test('counts from its first instant to before its last, by when a message is sent', () => {
    const at = (from: number, to: number) => ends(play('direct-api-call', world(bare, single, `
      participants: { A: { serviceTime: 10ms } }
      faults: [{ kind: loss, of: [request], probability: 1, from: ${from}us, to: ${to}us }]`)).trace)
      .includes('A > B request GET /prices lost');
    expect([at(10_000, 10_001), at(9_000, 10_000), at(10_001, 20_000)]).toEqual([true, false, false]);
  });
});

test('a delay holds up the messages it names, and those sent later overtake them', () => {
  const { trace } = play('cache-with-api-updates', world(bare, single, hops, `
    workload: { first: 900ms }
    catalog: { changes: [{ at: 0ms }, { at: 20ms }] }
    faults: [{ kind: delay, of: [push], by: 100ms, from: 0ms, to: 10ms }]`));
  const pushes = messagesOf(trace).filter(({ kind, type }) => kind === 'push' && type === 'deliver');
  expect(pushes.map(({ t, payload }) => [t, payload['version']])).toEqual([[27_500, 9], [107_500, 8]]);
  expect(ends(trace)).toContain('cache > A ack ignored');
});

test('random hops are drawn anew for every message and have the mean they are given', () => {
  const { trace } = play('direct-api-call', world(bare, `
    duration: 100s
    workload: { rate: 100/s }
    participants: { B: { serviceTime: 0ms, workers: unlimited } }
    network: { hop: { distribution: exponential, mean: 5ms } }`));
  const took = [...spans(messagesOf(trace))].filter(([way]) => way === 'A > B' || way === 'B > A').map(([, each]) => each);
  expect(took.every((each) => each.size > 5000)).toBe(true);
  const requests = messagesOf(trace).filter(({ from, to }) => from === 'A' && to === 'B');
  const sum = requests.reduce((total, { type, t }) => total + (type === 'send' ? -t : t), 0);
  expect(sum / (requests.length / 2) / 5000).toBeCloseTo(1, 1);
});
