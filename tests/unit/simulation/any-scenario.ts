/** Random scenarios, of every policy, fault and distribution, small enough to run by the hundred. */
import * as fc from 'fast-check';
import { participantIds } from '../../../src/simulation/scenario.ts';
import type { Distribution, Fault, Scenario, Station } from '../../../src/simulation/scenario.ts';

const duration = 3_000_000;

/** Spans on a coarse grid, so that many things fall on one instant. */
const micros = (most: number) => fc.oneof(
  fc.constantFrom(0, 0, 1, 1000, 10_000).filter((span) => span <= most),
  fc.integer({ min: 0, max: Math.floor(most / 1000) }).map((millis) => millis * 1000),
  fc.integer({ min: 0, max: most }),
);

const time = (most: number): fc.Arbitrary<Distribution> => fc.oneof(
  micros(most).map((mean): Distribution => ({ distribution: 'constant', mean })),
  micros(most).map((mean): Distribution => ({ distribution: 'exponential', mean })),
  fc.tuple(micros(most), micros(most)).map(([a, b]): Distribution => ({ distribution: 'uniform', min: Math.min(a, b), max: Math.max(a, b) })),
  fc.tuple(micros(most), fc.double({ min: 0, max: 3, noNaN: true })).map(([mean, cv]): Distribution => ({ distribution: 'lognormal', mean, cv })),
);

const station = (most: number, least = 0): fc.Arbitrary<Station> => fc.record({
  workers: fc.constantFrom(null, 1, 1, 2, 4),
  queue: fc.constantFrom(null, null, 0, 1, 5, 20),
  serviceTime: fc.oneof(time(most), fc.constantFrom(least, most).map((mean): Distribution => ({ distribution: 'exponential', mean }))),
});

const window = fc.tuple(micros(duration), micros(duration)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));

const participant = fc.constantFrom(...participantIds.filter((id) => id !== 'shopper'));
const kinds = ['request', 'response', 'query', 'result', 'command', 'ack', 'event', 'poll', 'push'] as const;
const concerned = {
  of: fc.option(fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 })),
  name: fc.option(fc.constantFrom('202 Accepted', 'PriceReply', 'GET /prices', 'ack', 'stored'), { freq: 4 }),
};

const what: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ kind: fc.constantFrom('down', 'hang'), participant }),
  fc.record({ kind: fc.constantFrom('down', 'hang'), participant: fc.constantFrom('B', 'A', 'broker', 'database') }),
  fc.record({ kind: fc.constant('slow'), participant, factor: fc.constantFrom(0.5, 2, 20, 250) }),
  fc.record({ kind: fc.constant('loss'), probability: fc.constantFrom(0, 0.05, 0.5, 1), ...concerned }),
  fc.record({ kind: fc.constant('delay'), by: micros(500_000), ...concerned }),
  fc.record({ kind: fc.constant('traffic'), factor: fc.constantFrom(0, 0.5, 3, 8) }),
  fc.record({ kind: fc.constant('priceChanges'), rate: fc.constantFrom(0, 5, 60) }),
  fc.record({ kind: fc.constant('schemaChange') }),
);
const fault = fc.tuple(what, window).map(([each, when]) => ({ ...each, ...when }) as Fault);

const orNone = (most: number) => fc.option(micros(most), { freq: 3 });

/** A scenario of three seconds and some hundred shoppers at most. */
export const anyScenario: fc.Arbitrary<Scenario> = fc.record({
  name: fc.constant('any'),
  parameters: fc.constant('realistic'),
  seed: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.maxSafeNat()),
  duration: fc.constant(duration),
  warmup: fc.constantFrom(0, 0, 500_000),
  workload: fc.record({
    arrivals: fc.constantFrom('poisson', 'poisson', 'poisson', 'uniform', 'uniform', 'single'),
    rate: fc.constantFrom(0, 20, 60, 100, 150),
    patience: orNone(1_000_000),
    first: micros(100_000),
    at: fc.array(micros(duration), { maxLength: 3 }),
  }),
  catalog: fc.record({
    products: fc.constantFrom(1, 3, 40),
    popularity: fc.constantFrom('zipf', 'uniform'),
    exponent: fc.constantFrom(0, 0.7, 1, 2),
    priceChanges: fc.constantFrom(0, 1, 20),
    hot: fc.constantFrom(1, 3),
    changes: fc.array(fc.record({ at: micros(duration), product: fc.constant(1) }), { maxLength: 3 }),
  }),
  network: fc.record({
    hop: time(50_000), storeHop: time(20_000), shopperHop: time(50_000), loss: fc.constantFrom(0, 0, 0.03),
  }),
  participants: fc.record({
    A: fc.tuple(station(20_000, 5_000), fc.constantFrom(null, 1, 4), time(20_000)).map(([each, pushWorkers, pushTime]) => ({ ...each, pushWorkers, pushTime })),
    B: station(60_000, 20_000), orders: station(10_000), catalog: station(10_000),
    database: fc.tuple(station(10_000), time(10_000)).map(([each, commitTime]) => ({ ...each, commitTime })),
    broker: station(5_000), jobs: station(5_000), cache: station(5_000), relay: station(1_000), consumer: station(20_000),
  }),
  policies: fc.record({
    timeout: orNone(400_000),
    retries: fc.constantFrom(0, 1, 2, 5),
    backoff: micros(100_000),
    circuitBreaker: fc.boolean(),
    pollInterval: fc.integer({ min: 5_000, max: 400_000 }),
    pollJitter: fc.constantFrom(0, 0, 0.5, 1),
    messageTtl: orNone(1_000_000),
    cacheTtl: orNone(500_000),
    cacheAside: fc.boolean(),
    cacheStart: fc.constantFrom('full', 'empty'),
    relayInterval: fc.constantFrom(0, 1000, 60_000, 500_000),
    outbox: fc.boolean(),
    consumers: fc.constantFrom(1, 3),
    subscribers: fc.constantFrom(1, 1, 4),
  }),
  faults: fc.array(fault, { minLength: 0, maxLength: 5, size: 'max' }),
});
