/** Which messages each technique exchanges, in the order in which they end: the story of `normal` in full, of the others what tells them apart. */
import { describe, expect, test } from 'vitest';
import { ends, messagesOf, outcomes, play, single, slugs, story, world } from './worlds.ts';

const told = (slug: string, name: string) => play(slug, story(slug, name)).trace;

const asked = 'shopper > A request POST /checkout';
const ordered = ['A > orders command insert order', 'orders > A ack committed', 'A > shopper response 201 Created'];
const failed = 'A > shopper response 503 Service Unavailable';
const askB = ['A > B request GET /prices', 'B > catalog query select price', 'catalog > B result one row', 'B > A response 200 OK'];
const readCopy = ['A > cache query select price', 'cache > A result one row'];

const normal: Record<string, string[]> = {
  'shared-data': [
    asked, 'A > database query select price', 'database > A result one row',
    'A > database command insert order', 'database > A ack committed', 'A > shopper response 201 Created',
  ],
  'direct-api-call': [asked, ...askB, ...ordered],
  'async-polling': [
    asked, 'A > B command POST /price-requests', 'B > jobs command insert job', 'jobs > B ack stored',
    'B > catalog query select price', 'B > A ack 202 Accepted', 'catalog > B result one row',
    'B > jobs command store quote', 'jobs > B ack stored',
    'A > B poll GET /price-requests/:id', 'B > jobs query select job', 'jobs > B result one row', 'B > A response 303 See Other',
    'A > B request GET /quotes/:id', 'B > jobs query select quote', 'jobs > B result one row', 'B > A response 200 OK', ...ordered,
  ],
  'async-messaging': [
    asked, 'A > broker query GetPrice', 'broker > A ack confirm', 'broker > B push GetPrice',
    'B > catalog query select price', 'catalog > B result one row', 'B > broker response PriceReply', 'B > broker ack ack',
    'broker > A push PriceReply', 'A > orders command insert order', 'A > broker ack ack', 'orders > A ack committed',
    'A > shopper response 201 Created',
  ],
  'cache-with-api-updates': [
    'B > A push PUT /prices/:sku', 'A > cache command upsert if newer', 'cache > A ack stored', 'A > B ack 204 No Content',
    asked, ...readCopy, ...ordered,
  ],
  'cache-with-update-events': [
    'relay > catalog query select outbox', 'catalog > relay result rows', 'relay > broker event ProductPriceChanged',
    'broker > relay ack confirm', 'broker > consumer push ProductPriceChanged', 'relay > catalog command mark published',
    'consumer > cache command upsert if newer', 'catalog > relay ack marked', 'cache > consumer ack stored',
    'consumer > broker ack ack', asked, ...readCopy, ...ordered,
  ],
};

test.each(slugs)('%s: normal', (slug) => {
  expect(ends(told(slug, 'normal'))).toEqual(normal[slug]);
});

test('the first shopper buys the mug at 12.50, version 7, and is charged that', () => {
  const events = messagesOf(told('direct-api-call', 'normal')).filter(({ type }) => type === 'deliver');
  const price = { sku: 'MUG-1', cents: 1250, version: 7 };
  expect(events.map(({ payload }) => payload)).toEqual([
    { sku: 'MUG-1', qty: 1 }, { sku: 'MUG-1' }, { sku: 'MUG-1' }, price, price, price, {}, price,
  ]);
  expect(events.map(({ answers }, i) => (answers === null ? null : events.findIndex(({ id }, j) => j <= i && id === answers))))
    .toEqual([null, null, null, 2, 1, null, 5, 0]);
});

test('versions 8 and 9 of the mug cost 13.50 and 11.90', () => {
  const { trace } = play('direct-api-call', world(single, 'workload: { first: 1s }', 'catalog: { changes: [{ at: 0ms }] }'));
  expect(messagesOf(trace).at(-1)!.payload).toEqual({ sku: 'MUG-1', cents: 1350, version: 8 });
  const twice = play('direct-api-call', world(single, 'workload: { first: 1s }', 'catalog: { changes: [{ at: 0ms }, { at: 1ms }] }')).trace;
  expect(messagesOf(twice).at(-1)!.payload).toEqual({ sku: 'MUG-1', cents: 1190, version: 9 });
});

describe('b-down', () => {
  test('shared-data and the caches never notice', () => {
    for (const slug of ['shared-data', 'cache-with-api-updates', 'cache-with-update-events']) {
      const trace = told(slug, 'b-down');
      expect(outcomes(trace)).toEqual(['completed']);
      expect(ends(trace).filter((end) => end.includes('B'))).toEqual([]);
    }
  });

  test('direct-api-call: refused, three times, and the shopper is told', () => {
    const refused = 'A > B request GET /prices refused';
    expect(ends(told('direct-api-call', 'b-down'))).toEqual([asked, refused, refused, refused, failed]);
  });

  test('async-polling: the job outlives the crash', () => {
    const trace = told('async-polling', 'b-down');
    expect(outcomes(trace)).toEqual(['completed']);
    expect(ends(trace)).toContain('A > B poll GET /price-requests/:id refused');
    expect(ends(trace).filter((end) => end === 'B > catalog query select price')).toHaveLength(2);
    expect(ends(trace).filter((end) => end === 'B > jobs command insert job')).toHaveLength(1);
  });

  test('async-messaging: the question waits in the queue', () => {
    expect(ends(told('async-messaging', 'b-down'))).toEqual(normal['async-messaging']);
    expect(outcomes(told('async-messaging', 'late-reply'))).toEqual(['abandoned']);
  });
});

test('b-hang: direct-api-call waits out its time-outs until the shopper leaves', () => {
  const trace = told('direct-api-call', 'b-hang');
  expect(ends(trace)).toEqual([asked, ...Array.from({ length: 3 }, () => 'A > B request GET /prices lost')]);
  expect(outcomes(trace)).toEqual(['abandoned']);
});

test('b-slow: direct-api-call asks again while B is still at work on what it asked before', () => {
  const ended = ends(told('direct-api-call', 'b-slow'));
  expect(ended.filter((end) => end === 'A > B request GET /prices').length).toBeGreaterThan(1);
  expect(ended.filter((end) => end === 'B > A response 200 OK').length).toBeGreaterThan(1);
});

test('database-down: shared-data is refused at once', () => {
  expect(ends(told('shared-data', 'database-down'))).toEqual([asked, 'A > database query select price refused', failed]);
});

test('broker-down: async-messaging fails at once, the events of a cache wait in the outbox', () => {
  expect(ends(told('async-messaging', 'broker-down'))).toEqual([asked, 'A > broker query GetPrice refused', failed]);
  const trace = told('cache-with-update-events', 'broker-down');
  expect(outcomes(trace)).toEqual(['completed']);
  expect(ends(trace)).toContain('relay > broker event ProductPriceChanged refused');
  expect(ends(trace).at(-1)).toBe('consumer > broker ack ack');
});

test('lost-message: direct-api-call asks again, async-messaging hears too late', () => {
  expect(ends(told('direct-api-call', 'lost-message'))).toEqual([
    asked, ...askB.slice(0, 3), 'B > A response 200 OK lost', ...askB, ...ordered,
  ]);
  expect(outcomes(told('async-messaging', 'lost-message'))).toEqual(['abandoned']);
});

test('lost-202: the same key, the same job, an answer without polling', () => {
  expect(ends(told('async-polling', 'lost-202'))).toEqual([
    asked, 'A > B command POST /price-requests', 'B > jobs command insert job', 'jobs > B ack stored',
    'B > catalog query select price', 'B > A ack 202 Accepted lost', 'catalog > B result one row',
    'B > jobs command store quote', 'jobs > B ack stored',
    'A > B command POST /price-requests', 'B > jobs command insert job', 'jobs > B ack stored', 'B > A response 200 OK', ...ordered,
  ]);
});

test('lost-push, reordered-push: a copy that goes stale without a sign, and one that keeps the newer version', () => {
  expect(ends(told('cache-with-api-updates', 'lost-push'))).toEqual(['B > A push PUT /prices/:sku lost', asked, ...readCopy, ...ordered]);
  expect(ends(told('cache-with-api-updates', 'reordered-push')).filter((end) => end.startsWith('cache > A ack')))
    .toEqual(['cache > A ack stored', 'cache > A ack ignored']);
});

test('cold-cache: a copy that asks B, and one that cannot', () => {
  expect(ends(told('cache-with-api-updates', 'cold-cache'))).toEqual([
    asked, 'A > cache query select price', 'cache > A result no row', ...askB, 'A > cache command put', 'cache > A ack stored', ...ordered,
  ]);
  expect(ends(told('cache-with-update-events', 'cold-cache'))).toEqual([asked, 'A > cache query select price', 'cache > A result no row', failed]);
});

test('duplicate-reply, duplicate-event: done twice, counted once', () => {
  const reply = ends(told('async-messaging', 'duplicate-reply'));
  expect(reply.filter((end) => end === 'broker > A push PriceReply')).toHaveLength(2);
  expect(reply.filter((end) => end === 'A > orders command insert order')).toHaveLength(1);
  expect(ends(told('cache-with-update-events', 'duplicate-event')).filter((end) => end.startsWith('cache > consumer')))
    .toEqual(['cache > consumer ack stored lost', 'cache > consumer ack ignored']);
});

test.each([
  ['shared-data', 'error', failed],
  ['direct-api-call', 'error', failed],
  ['async-polling', 'error', failed],
  ['async-messaging', 'error', failed],
])('schema-change: %s cannot use the price it gets', (slug, how, last) => {
  const trace = told(slug, 'schema-change');
  expect(outcomes(trace)).toEqual([how]);
  expect(ends(trace)).toContain(last);
});

test('schema-change: the copies go on selling at the price they have', () => {
  for (const slug of ['cache-with-api-updates', 'cache-with-update-events']) {
    expect(outcomes(told(slug, 'schema-change'))).toEqual(['completed']);
  }
});

test.each(slugs)('%s: price-change catches the checkout with the price it had', (slug) => {
  const { trace, metrics } = play(slug, story(slug, 'price-change'));
  expect(outcomes(trace)).toEqual(['completed']);
  expect(metrics.wrongPrice.count).toBe(1);
  expect(messagesOf(trace).find(({ name, type }) => name === '201 Created' && type === 'deliver')!.payload['version']).toBe(7);
});
