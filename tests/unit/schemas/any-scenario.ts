import * as fc from 'fast-check';

const micros = fc.nat(200_000_000);
const span = micros.map((value) => `${value}us`);
const spanOrNone = fc.oneof(span, fc.constant('none'));
const share = fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs);
const rate = fc.double({ min: 0, max: 1000, noNaN: true }).map((value) => `${Math.abs(value)}/s`);
const count = fc.integer({ min: 1, max: 1000 });

const distribution = fc.oneof(
  span,
  fc.record({ distribution: fc.constantFrom('constant', 'exponential'), mean: span }),
  fc.record({ distribution: fc.constant('lognormal'), mean: span, cv: fc.double({ min: 0, max: 100, noNaN: true }).map(Math.abs) }),
  fc.tuple(micros, micros).map(([one, other]) =>
    ({ distribution: 'uniform', min: `${Math.min(one, other)}us`, max: `${Math.max(one, other)}us` })),
);

const some = <T extends object>(shape: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) => fc.record(shape, { requiredKeys: [] });
const common = {
  workers: fc.oneof(count, fc.constant('unlimited')),
  queue: fc.oneof(fc.nat(50), fc.constant('unbounded')),
  serviceTime: distribution,
};
const station = some(common);
const store = some({ ...common, commitTime: distribution });
const participant = fc.constantFrom('A', 'B', 'orders', 'catalog', 'database', 'broker', 'jobs', 'cache', 'relay', 'consumer');
const window = { from: fc.nat(1000).map((value) => `${value}ms`), to: fc.integer({ min: 1001, max: 60_000 }).map((value) => `${value}ms`) };
const kinds = fc.subarray(['request', 'response', 'query', 'result', 'command', 'ack', 'event', 'poll', 'push'], { minLength: 1 });
const about = some({ of: kinds, name: fc.constantFrom('GET /prices', '202 Accepted', 'no') });

const fault = fc.oneof(
  fc.record({ kind: fc.constantFrom('down', 'hang'), participant, ...window }),
  fc.record({ kind: fc.constant('slow'), participant, factor: fc.double({ min: 0.1, max: 100, noNaN: true }), ...window }),
  fc.tuple(fc.record({ kind: fc.constant('loss'), probability: share, ...window }), about).map(([one, other]) => ({ ...one, ...other })),
  fc.tuple(fc.record({ kind: fc.constant('delay'), by: span, ...window }), about).map(([one, other]) => ({ ...one, ...other })),
  fc.record({ kind: fc.constant('traffic'), factor: fc.integer({ min: 0, max: 9 }), ...window }),
  fc.record({ kind: fc.constant('priceChanges'), rate, ...window }),
  fc.record({ kind: fc.constant('schemaChange') }),
);

/** Scenario files at random, in file notation: anything a file may say. */
export const anyScenario = some({
  parameters: fc.constantFrom('realistic', 'teaching'),
  seed: fc.nat(),
  duration: fc.integer({ min: 2, max: 100 }).map((value) => `${value}s`),
  warmup: fc.nat(1999).map((value) => `${value}ms`),
  workload: some({ arrivals: fc.constantFrom('poisson', 'uniform', 'single'), rate, patience: spanOrNone, at: fc.array(span) }),
  catalog: some({
    products: fc.integer({ min: 10, max: 2000 }), popularity: fc.constantFrom('zipf', 'uniform'), exponent: share, priceChanges: rate,
    hot: count, changes: fc.array(fc.record({ at: span, product: fc.integer({ min: 1, max: 10 }) })),
  }),
  network: some({ hop: distribution, storeHop: distribution, shopperHop: distribution, loss: share }),
  participants: some({
    A: some({ ...common, pushWorkers: common.workers, pushTime: distribution }), B: station, orders: store, catalog: store,
    database: store, broker: station, jobs: store, cache: store, relay: station, consumer: some({ ...common, workers: count }),
  }),
  policies: some({
    timeout: spanOrNone, retries: fc.nat(100), backoff: spanOrNone, circuitBreaker: fc.boolean(),
    pollInterval: fc.integer({ min: 1, max: 1_000_000 }).map((value) => `${value}us`), pollJitter: share, messageTtl: spanOrNone,
    cacheTtl: spanOrNone, cacheAside: fc.boolean(), cacheStart: fc.constantFrom('full', 'empty'), relayInterval: span,
    outbox: fc.boolean(), consumers: count, subscribers: count,
  }),
  faults: fc.array(fault, { maxLength: 4 }),
});
