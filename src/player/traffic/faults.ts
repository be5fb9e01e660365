/** What a reader can have go wrong in the traffic. */
import type { Fault, Window } from '../../simulation/scenario.ts';
import type { Topology } from '../../simulation/technique.ts';

export interface Breakage {
  title: string;
  /** The picture beside it. */
  icon: string;
  /** What happens while it lasts, as part of a sentence. */
  while: string;
  fault(window: Window): Fault;
}

/** Every breakage by the name it has in an address. */
export const breakages: Record<string, Breakage> = {
  'b-down': {
    title: 'B is down', icon: 'down', while: 'B refuses every connection',
    fault: (window) => ({ kind: 'down', participant: 'B', ...window }),
  },
  'b-hang': {
    title: 'B hangs', icon: 'hang', while: 'B takes everything and answers nothing',
    fault: (window) => ({ kind: 'hang', participant: 'B', ...window }),
  },
  'b-slow': {
    title: 'B is slow', icon: 'slow', while: 'B works twenty times more slowly',
    fault: (window) => ({ kind: 'slow', participant: 'B', factor: 20, ...window }),
  },
  'traffic-spike': {
    title: 'Traffic × 5', icon: 'traffic', while: 'five times as many shoppers come',
    fault: (window) => ({ kind: 'traffic', factor: 5, ...window }),
  },
  'price-change': {
    title: 'Prices change', icon: 'price', while: 'prices change ten times a second',
    fault: (window) => ({ kind: 'priceChanges', rate: 10, ...window }),
  },
  'database-down': {
    title: 'Database down', icon: 'database', while: 'the database with the true prices is down',
    fault: (window) => ({ kind: 'down', participant: 'database', ...window }),
  },
  'broker-down': {
    title: 'Broker down', icon: 'broker', while: 'the broker refuses every connection',
    fault: (window) => ({ kind: 'down', participant: 'broker', ...window }),
  },
  'lost-message': {
    title: 'Messages lost', icon: 'lost', while: 'half of the messages between services get lost',
    fault: (window) => ({ kind: 'loss', probability: 0.5, of: null, name: null, ...window }),
  },
};

/** Nothing goes wrong. */
export const NOTHING = 'nothing';

/** The breakages that a technique can have: those of participants that it has. */
export function breakagesOf({ participants }: Topology): string[] {
  return Object.keys(breakages).filter((name) => name !== 'broker-down' || 'broker' in participants);
}

/**
 * The same in the order in which they are offered. The one that a technique asks about first leads, and is what
 * breaking it breaks before anything else is chosen.
 */
export function choicesOf(topology: Topology, predictions: Record<string, unknown>): [string, ...string[]] {
  const all = breakagesOf(topology);
  const [first = all[0]!] = Object.keys(predictions);
  return [first, ...all.filter((name) => name !== first)];
}
