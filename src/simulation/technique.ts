/** What a technique's model file states, apart from its behaviour. */
export type ParticipantRole =
  | 'shopper' | 'service' | 'database' | 'broker' | 'cache' | 'jobs' | 'relay' | 'consumer';

export interface Participant {
  role: ParticipantRole;
  /** The service it belongs to (`orders` to A, `catalog` to B), or null. */
  owner: 'A' | 'B' | null;
  /** The queues it keeps, for a broker: `GetPrice`, `PriceReply`. */
  queues: string[];
}

export interface Topology {
  slug: string;
  participants: Record<string, Participant>;
  /** Who talks to whom: one entry an edge of the diagram. */
  channels: [string, string][];
}
