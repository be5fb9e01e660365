/**
 * The world of a run, resolved: every unit parsed, every default filled in.
 * Scenario files (YAML) are turned into this by `src/schemas/scenario.ts`; the figure and the
 * command line change single fields of it. Times are integer microseconds, rates are per second.
 */

/** Simulated time or a span of it: an integer count of microseconds. */
export type Micros = number;

/** A random span of time. A constant of 0 draws nothing and takes no time. */
export type Distribution =
  | { distribution: 'constant'; mean: Micros }
  | { distribution: 'exponential'; mean: Micros }
  | { distribution: 'uniform'; min: Micros; max: Micros }
  | { distribution: 'lognormal'; mean: Micros; cv: number };

/** The fixed ids of everything that can send or receive. */
export const participantIds = [
  'shopper', 'A', 'B', 'orders', 'catalog', 'database', 'broker', 'jobs', 'cache', 'relay', 'consumer',
] as const;
export type ParticipantId = (typeof participantIds)[number];

/** How a participant serves: null workers = unlimited, null queue = unbounded (waiting places only). */
export interface Station {
  workers: number | null;
  queue: number | null;
  serviceTime: Distribution;
  /** Stores only: the service time of a command (a write). Absent: as `serviceTime`. */
  commitTime?: Distribution;
  /** A only: how pushes from B are handled, apart from checkouts. */
  pushWorkers?: number | null;
  pushTime?: Distribution;
}

export interface Workload {
  /** `single`: one shopper at `first`, and one more at each instant of `at`. */
  arrivals: 'poisson' | 'uniform' | 'single';
  rate: number;
  /** How long a shopper waits from the moment A receives the checkout; null waits for ever. */
  patience: Micros | null;
  /** 0 unless a story has something happen before anybody comes. */
  first: Micros;
  at: Micros[];
}

export interface Catalog {
  products: number;
  popularity: 'zipf' | 'uniform';
  exponent: number;
  /** Price changes a second, Poisson, uniform over the `hot` most popular products. */
  priceChanges: number;
  hot: number;
  /** Price changes at fixed instants, for stories. `product` is the popularity rank, 1 first. */
  changes: { at: Micros; product: number }[];
}

export interface Network {
  hop: Distribution;
  storeHop: Distribution;
  shopperHop: Distribution;
  /** Probability that a message which can be lost is lost. */
  loss: number;
}

/** Null switches a policy off. Which exchanges each governs: reference to the page on the model. */
export interface Policies {
  timeout: Micros | null;
  retries: number;
  backoff: Micros;
  circuitBreaker: boolean;
  pollInterval: Micros;
  /** Share of the poll interval by which a poll may come early or late, 0 to 1. */
  pollJitter: number;
  messageTtl: Micros | null;
  cacheTtl: Micros | null;
  cacheAside: boolean;
  /** Whether the copy is complete at t = 0. */
  cacheStart: 'full' | 'empty';
  relayInterval: Micros;
  /** Whether a price change and its event are stored in one transaction. */
  outbox: boolean;
  consumers: number;
  subscribers: number;
}

export type Window = { from: Micros; to: Micros };

export type MessageKind =
  | 'request' | 'response' | 'query' | 'result' | 'command' | 'ack' | 'event' | 'poll' | 'push';

export type Fault =
  | ({ kind: 'down' | 'hang'; participant: ParticipantId } & Window)
  | ({ kind: 'slow'; participant: ParticipantId; factor: number } & Window)
  | ({ kind: 'loss'; probability: number; of: MessageKind[] | null; name: string | null } & Window)
  | ({ kind: 'delay'; by: Micros; of: MessageKind[] | null; name: string | null } & Window)
  | ({ kind: 'traffic'; factor: number } & Window)
  | ({ kind: 'priceChanges'; rate: number } & Window)
  | ({ kind: 'schemaChange' } & Window);

export interface Scenario {
  name: string;
  parameters: 'realistic' | 'teaching';
  seed: number;
  duration: Micros;
  warmup: Micros;
  workload: Workload;
  catalog: Catalog;
  network: Network;
  participants: Record<Exclude<ParticipantId, 'shopper'>, Station>;
  policies: Policies;
  faults: Fault[];
}
