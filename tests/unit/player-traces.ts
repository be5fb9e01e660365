/** Small traces written by hand or by rule, for the tests of the player. */
import * as fc from 'fast-check';
import type { MessageKind, Scenario, Station } from '../../src/simulation/scenario.ts';
import type { MessageEvent, Payload, Price, StateEvent, Trace, TraceEvent } from '../../src/simulation/trace.ts';

export const HOP = 40_000;
export const mug7: Price = { sku: 'MUG-1', cents: 1250, version: 7 };
export const mug8: Price = { sku: 'MUG-1', cents: 1350, version: 8 };

export type Way = [from: string, to: string, kind: MessageKind, name: string];

type Untimed<T> = T extends TraceEvent ? Omit<T, 'seq'> : never;

export function message(
  type: MessageEvent['type'], t: number, id: number,
  [from, to, kind, name]: Way,
  rest: { payload?: Payload; answers?: number | null; checkout?: number | null } = {},
): Untimed<MessageEvent> {
  return { t, type, id, checkout: 1, from, to, kind, name, payload: {}, answers: null, ...rest };
}

export function state(
  t: number, from: string, kind: StateEvent['kind'], name: string,
  rest: { id?: number; payload?: Payload; checkout?: number | null } = {},
): Untimed<StateEvent> {
  return { t, type: 'state', id: 0, checkout: 1, from, to: null, kind, name, payload: {}, answers: null, ...rest };
}

export function traceOf(events: Untimed<TraceEvent>[], rest: Partial<Trace> = {}): Trace {
  const sorted = events.toSorted((a, b) => a.t - b.t).map((event, seq) => ({ ...event, seq }) as TraceEvent);
  return {
    technique: 'direct-api-call', scenario, events: sorted,
    end: sorted.at(-1)?.t ?? 0, initial: { catalog: [mug7] }, ...rest,
  };
}

const ways: Way[] = [
  ['A', 'B', 'request', 'GET /prices'],
  ['B', 'catalog', 'query', 'select price'],
  ['A', 'orders', 'command', 'insert order'],
];

const exchange = fc.record({
  at: fc.integer({ min: 0, max: 1_000_000 }),
  took: fc.constantFrom(0, 1, 10_000, HOP),
  way: fc.constantFrom(...ways),
  checkout: fc.constantFrom(1, 2, null),
  fate: fc.constantFrom('deliver', 'lost', 'refused', 'flying'),
  answer: fc.constantFrom('deliver', 'lost', 'none'),
  thinks: fc.constantFrom(0, 5_000, 30_000),
  patience: fc.constantFrom(50_000, 400_000, null),
});

/** Any number of exchanges at any time: delivered, lost, refused, answered, timed out, cut off by the end. */
export const anyTrace: fc.Arbitrary<Trace> = fc.array(exchange, { maxLength: 12 }).map((exchanges) => {
  const end = 1_100_000;
  const events: Untimed<TraceEvent>[] = [];
  exchanges.forEach(({ at, took, way, checkout, fate, answer, thinks, patience }, i) => {
    const id = 2 * i + 1;
    const [from, to] = way;
    const about = { checkout, payload: { sku: 'MUG-1' } };
    const wait = { to, for: 'answer', attempt: 1 };
    const finished = fate === 'deliver' && answer === 'deliver';
    const arrives = at + took;
    const answered = arrives + thinks + took;
    events.push(message('send', at, id, way, about));
    events.push(state(at, from, 'wait', 'start', {
      id, checkout, payload: { ...wait, until: patience === null ? null : at + patience },
    }));
    const refusedAt = at + 2 * took;
    if (fate !== 'flying') events.push(message(fate, fate === 'refused' ? refusedAt : arrives, id, way, about));
    if (fate === 'deliver' && answer !== 'none') {
      const back: Way = [to, from, 'response', '200 OK'];
      const carries = { checkout, answers: id, payload: { ...mug7 } };
      events.push(message('send', arrives + thinks, id + 1, back, carries));
      events.push(message(answer, answered, id + 1, back, carries));
    }
    const timesOut = patience === null ? Infinity : at + patience;
    const over = finished ? answered : fate === 'refused' ? refusedAt : Infinity;
    const name = over <= timesOut ? (finished ? 'answered' : 'refused') : 'timeout';
    const t = Math.min(over, timesOut);
    if (t !== Infinity) events.push(state(t, from, 'wait', name, { id, checkout, payload: wait }));
  });
  const run = events.filter(({ t }) => t <= end);
  return traceOf(run, { end });
});

const station: Station = {
  workers: null, queue: null, serviceTime: { distribution: 'constant', mean: 0 },
};

export const scenario: Scenario = {
  name: 'normal', parameters: 'teaching', seed: 1, duration: 10_000_000, warmup: 0,
  workload: { arrivals: 'single', rate: 0, patience: 1_200_000, first: 0, at: [] },
  catalog: { products: 10, popularity: 'zipf', exponent: 1, priceChanges: 0, hot: 1, changes: [] },
  network: {
    hop: { distribution: 'constant', mean: HOP },
    storeHop: { distribution: 'constant', mean: 30_000 },
    shopperHop: { distribution: 'constant', mean: HOP },
    loss: 0,
  },
  participants: {
    A: station, B: { ...station, workers: 4, queue: 6 }, orders: station, catalog: station, database: station,
    broker: station, jobs: station, cache: station, relay: station, consumer: station,
  },
  policies: {
    timeout: 400_000, retries: 2, backoff: 100_000, circuitBreaker: false, pollInterval: 250_000, pollJitter: 0,
    messageTtl: null, cacheTtl: null, cacheAside: false, cacheStart: 'full', relayInterval: 60_000, outbox: true,
    consumers: 1, subscribers: 1,
  },
  faults: [],
};
