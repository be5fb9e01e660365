/** The two parameter sets as rows of a table: what is set, to what, and what that rests on. */
import { duration } from '../player/format.ts';
import { parameterSets } from '../simulation/parameters.ts';
import type { Distribution, Micros, Scenario } from '../simulation/scenario.ts';

type Set = Omit<Scenario, 'name' | 'seed' | 'faults'>;

export interface Row {
  name: string;
  teaching: string;
  realistic: string;
  /** Keys of sources, or null for an assumption of ours. */
  basis: string | null;
}

const rows: [name: string, say: (set: Set) => string, basis: string | null][] = [
  ['Hop between two participants, one way', ({ network }) => spread(network.hop), 'NAPKIN'],
  ['Hop between a service and its own store', ({ network }) => spread(network.storeHop), null],
  ['Hop between shopper and A', ({ network }) => spread(network.shopperHop), null],
  ['A, before it asks for the price', ({ participants }) => spread(participants.A.serviceTime), null],
  ['A’s store, writing the order', ({ participants: { orders } }) => spread(orders.commitTime ?? orders.serviceTime), null],
  ['B, one price request', ({ participants }) => spread(participants.B.serviceTime), null],
  ['B, workers and waiting places', ({ participants: { B } }) => `${limit(B.workers)}, ${limit(B.queue)}`, null],
  ['Shared database, one read', ({ participants }) => spread(participants.database.serviceTime), 'NAPKIN'],
  ['Cache, one read', ({ participants }) => spread(participants.cache.serviceTime), 'NAPKIN'],
  ['Broker, one message', ({ participants }) => spread(participants.broker.serviceTime), 'CONFLUENT'],
  ['Consumer, one event', ({ participants }) => spread(participants.consumer.serviceTime), null],
  ['A, one push from B', ({ participants: { A } }) => spread(A.pushTime ?? A.serviceTime), null],
  ['Time-out of a request', ({ policies }) => span(policies.timeout), null],
  ['Retries, and the first pause at most', ({ policies }) => `${policies.retries}, ${duration(policies.backoff)}`, null],
  ['Poll interval', ({ policies }) => duration(policies.pollInterval), null],
  ['Outbox relay, interval', ({ policies }) => duration(policies.relayInterval), null],
  ['A shopper’s patience', ({ workload }) => span(workload.patience), null],
  ['Shoppers', ({ workload }) => `${workload.rate} a second`, null],
  ['Price changes', ({ catalog }) => `${catalog.priceChanges} a second`, null],
];

/** Every row, values from the sets themselves. */
export function parameterRows(): Row[] {
  const { teaching, realistic } = parameterSets;
  return rows.map(([name, say, basis]) => ({ name, teaching: say(teaching), realistic: say(realistic), basis }));
}

function spread(time: Distribution): string {
  switch (time.distribution) {
    case 'constant': return duration(time.mean);
    case 'uniform': return `${duration(time.min)} to ${duration(time.max)}`;
    default: return `${duration(time.mean)} on average, ${time.distribution}`;
  }
}

function span(time: Micros | null): string {
  return time === null ? 'none' : duration(time);
}

function limit(count: number | null): string {
  return count === null ? 'no limit' : String(count);
}
