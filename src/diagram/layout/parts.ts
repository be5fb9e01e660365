import type { Participant, Topology } from '../../simulation/technique.ts';
import type { Parts } from './types.ts';

/** Sorts a technique's participants by role and owner. Throws if it lacks service A or B. */
export function partsOf(topology: Topology): Parts {
  const all = Object.entries(topology.participants);
  const find = (test: (one: Participant, id: string) => boolean) =>
    all.find(([id, one]) => test(one, id))?.[0] ?? null;
  const a = find((one, id) => one.role === 'service' && id === 'A');
  const b = find((one, id) => one.role === 'service' && id === 'B');
  if (!a || !b) throw new Error(`src/techniques/${topology.slug}.ts: expected services A and B, found ${Object.keys(topology.participants)}; add them`);
  const broker = find((one) => one.role === 'broker');
  const queues = Object.entries(broker ? topology.participants[broker]!.queues : {});
  queues.sort(([, one], [, other]) => Number(other === b) - Number(one === b));
  return {
    shopper: find((one) => one.role === 'shopper'),
    a,
    b,
    ownA: find((one) => one.role === 'database' && one.owner === 'A'),
    ownB: find((one) => one.role === 'database' && one.owner === 'B'),
    shared: find((one) => one.role === 'database' && one.owner === null),
    jobs: find((one) => one.role === 'jobs'),
    cache: find((one) => one.role === 'cache'),
    broker,
    queues: queues.map(([name]) => name),
    relay: find((one) => one.role === 'relay'),
    consumer: find((one) => one.role === 'consumer'),
  };
}
