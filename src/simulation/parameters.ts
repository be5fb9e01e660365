import type { Distribution, Micros, Scenario, Station } from './scenario.ts';

const ms = 1000;
const seconds = 1_000_000;

const constant = (mean: Micros): Distribution => ({ distribution: 'constant', mean });
const exponential = (mean: Micros): Distribution => ({ distribution: 'exponential', mean });

/** Serves whatever comes at once: what every participant is unless stated. */
const free = (serviceTime: Distribution): Station => ({ workers: null, queue: null, serviceTime });

/** A store serves 16 connections at a time; more wait without a bound. */
const store = (serviceTime: Distribution): Station => ({ workers: 16, queue: null, serviceTime });

/** What a run is when nothing is said: a scenario without a name. */
export type ParameterSet = Omit<Scenario, 'name' | 'seed'>;

/**
 * The times of a real system in one region. Every figure published on the site comes from these.
 *
 * | parameter | value | basis |
 * |---|---|---|
 * | `network.hop` | 0.25 ms | 250 us within a region, github.com/sirupsen/napkin-math (read) |
 * | `database` read | exponential 1 ms, 16 connections | about 0.5 ms a query, napkin-math (read) |
 * | `database`, `orders` commit | 3 ms | assumption |
 * | `cache` read | exponential 0.5 ms | 0.5 ms for Redis and Memcached, napkin-math (read) |
 * | `A` | 2 ms before it asks for the price | assumption |
 * | `B` | exponential 10 ms with its database, 4 workers (400/s), queue 20 | assumption; an API typically answers within 100 ms, Azure Asynchronous Request-Reply (read) |
 * | `catalog`, `jobs`, `relay` | 0 ms | their time is inside B's 10 ms |
 * | `broker` | 2.5 ms: 3 ms from publish to deliver | Confluent's benchmark, p99 1 to 25 ms (excerpt, a vendor's test) |
 * | `consumer` | 2 ms each, 1 worker (500/s) | assumption |
 * | pushes at `A` | 2 ms, 4 at a time (with two hops 2.5 ms, 1600/s) | assumption |
 * | `workload` | Poisson 100/s, patience 2 s | assumption |
 * | `catalog` | 1000 products, Zipf(1), 1 price change a second on the 50 most popular | assumption |
 * | `timeout` | 250 ms | assumption; B's 99.9th percentile is 69 ms when well. AWS: pick the percentile whose false time-outs you can bear (read) |
 * | `retries`, `backoff` | 2, 50 ms with full jitter | assumption |
 * | `pollInterval` | 100 ms | assumption; `Retry-After` carries whole seconds only, RFC 9110 (read) |
 * | `relayInterval` | 100 ms | assumption |
 */
export const realistic: ParameterSet = {
  parameters: 'realistic',
  duration: 60 * seconds,
  warmup: 0,
  workload: { arrivals: 'poisson', rate: 100, patience: 2 * seconds, first: 0, at: [] },
  catalog: { products: 1000, popularity: 'zipf', exponent: 1, priceChanges: 1, hot: 50, changes: [] },
  network: { hop: constant(0.25 * ms), storeHop: constant(0), shopperHop: constant(0), loss: 0 },
  participants: {
    A: { ...free(constant(2 * ms)), pushWorkers: 4, pushTime: constant(2 * ms) },
    B: { workers: 4, queue: 20, serviceTime: exponential(10 * ms) },
    orders: store(constant(3 * ms)),
    catalog: store(constant(0)),
    database: { ...store(exponential(1 * ms)), commitTime: constant(3 * ms) },
    broker: free(constant(2.5 * ms)),
    jobs: store(constant(0)),
    cache: store(exponential(0.5 * ms)),
    relay: free(constant(0)),
    consumer: { workers: 1, queue: null, serviceTime: constant(2 * ms) },
  },
  policies: {
    timeout: 250 * ms,
    retries: 2,
    backoff: 50 * ms,
    circuitBreaker: false,
    pollInterval: 100 * ms,
    pollJitter: 0,
    messageTtl: null,
    cacheTtl: null,
    cacheAside: false,
    cacheStart: 'full',
    relayInterval: 100 * ms,
    outbox: true,
    consumers: 1,
    subscribers: 1,
  },
  faults: [],
};

/**
 * The same system slowed down until it can be watched: every time is chosen for the eye, none is
 * measured. Speed 1 plays it 20 times slower still, so that a hop takes 0.8 s on the screen.
 */
export const teaching: ParameterSet = {
  parameters: 'teaching',
  duration: 10 * seconds,
  warmup: 0,
  workload: { arrivals: 'poisson', rate: 30, patience: 1.2 * seconds, first: 0, at: [] },
  catalog: { products: 20, popularity: 'zipf', exponent: 1, priceChanges: 0.5, hot: 5, changes: [] },
  network: { hop: constant(40 * ms), storeHop: constant(30 * ms), shopperHop: constant(40 * ms), loss: 0 },
  participants: {
    A: { ...free(constant(20 * ms)), pushWorkers: 4, pushTime: constant(20 * ms) },
    B: { workers: 4, queue: 6, serviceTime: constant(30 * ms) },
    orders: store(constant(30 * ms)),
    catalog: store(constant(30 * ms)),
    database: store(constant(30 * ms)),
    broker: free(constant(20 * ms)),
    jobs: store(constant(30 * ms)),
    cache: store(constant(10 * ms)),
    relay: free(constant(0)),
    consumer: { workers: 1, queue: null, serviceTime: constant(40 * ms) },
  },
  policies: {
    ...realistic.policies,
    timeout: 400 * ms,
    retries: 2,
    backoff: 100 * ms,
    pollInterval: 250 * ms,
    relayInterval: 100 * ms,
  },
  faults: [],
};

/** The two sets by name. */
export const parameterSets = { realistic, teaching };
