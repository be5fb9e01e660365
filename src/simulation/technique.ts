/** What a technique's model file states: who takes part, who talks to whom, and what each does. */
import type { Actor } from './actor.ts';
import type { Flow } from './kernel.ts';
import type { Answer } from './message.ts';
import type { Policies } from './scenario.ts';
import type { Payload, Price } from './trace.ts';

export type ParticipantRole =
  | 'shopper' | 'service' | 'database' | 'broker' | 'cache' | 'jobs' | 'relay' | 'consumer';

export interface Participant {
  role: ParticipantRole;
  /** The service it belongs to (`orders` to A, `catalog` to B), or null. */
  owner: 'A' | 'B' | null;
  /** A broker's queues and who consumes each. */
  queues: Record<string, string>;
}

export interface Topology {
  slug: string;
  participants: Record<string, Participant>;
  /** Who talks to whom: one entry an edge of the diagram. */
  channels: [string, string][];
}

export interface Cart {
  sku: string;
  qty: number;
}

/** What the messages carry. Each carries some of it; a handler takes what it is sent. */
export interface Body extends Payload {
  sku: string;
  cents: number;
  version: number;
  id: string;
  key: string;
  correlationId: string;
}

export type Handler<P extends string> = (parts: Record<P, Actor>, body: Body, policies: Policies) =>
  Flow<Payload | Answer | null | void>;

export interface Behaviour<P extends string> {
  /** How A gets the price for a checkout and places the order; ends with the price charged. */
  checkout(parts: Record<P, Actor>, cart: Cart, policies: Policies): Flow<Price>;
  /** What a participant does with a message of that name, on one of its workers. */
  handlers?: Record<string, Handler<P>>;
  /** The same for messages that take no worker and no service time. */
  frontEnd?: Record<string, Handler<P>>;
  /** What one of B's workers does with a job of the job store. */
  job?(parts: Record<P, Actor>, job: { id: string; sku: string }): Flow<void>;
  /** What B does once a price change has committed, unless an outbox keeps it. */
  priceChanged?(parts: Record<P, Actor>, change: Payload, policies: Policies): Flow<void>;
  /** How the relay finds what is to be published, at every interval while the outbox holds something. */
  relay?(parts: Record<P, Actor>): Flow<Payload[]>;
  /** What the relay does with one change from the outbox. */
  publish?(parts: Record<P, Actor>, change: Payload): Flow<void>;
}

/** A technique as the simulation runs it. */
export type Technique = Topology & Behaviour<string>;

/** Checks the parts of a model against each other and makes a technique of it. */
export function defineTechnique<P extends string>(
  model: { slug: string; participants: Record<P, Participant>; channels: [P, P][] } & Behaviour<P>,
): Technique {
  return model as Technique;
}

const participant = (role: ParticipantRole, owner: 'A' | 'B' | null = null, queues = {}): Participant => ({
  role, owner, queues,
});

export const shopper = participant('shopper');
export const service = () => participant('service');
/** A database; without an owner it is shared. */
export const database = (owner: 'A' | 'B' | null = null) => participant('database', owner);
export const cache = (owner: 'A' | 'B') => participant('cache', owner);
export const jobStore = (owner: 'A' | 'B') => participant('jobs', owner);
export const relay = (owner: 'A' | 'B') => participant('relay', owner);
export const consumer = (owner: 'A' | 'B') => participant('consumer', owner);
/** A broker: the name of each queue, and who takes from it. */
export const broker = (queues: Record<string, string>) => participant('broker', null, queues);
