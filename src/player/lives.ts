/** From first to last: the life of every message and of every wait of a trace. */
import { meanOf } from '../simulation/random.ts';
import type { Micros, Network } from '../simulation/scenario.ts';
import type { MessageEvent, Price, StateEvent, Trace } from '../simulation/trace.ts';
import type { Wait } from './frame.ts';
import { priceOf } from './format.ts';
import { PIECE, type Pieces } from './pieces.ts';

export interface MessageLife {
  sent: MessageEvent;
  /** Deliver, lost or refused; null when it is in flight at the end of the run. */
  end: MessageEvent | null;
  price: Price | null;
  /** What its way to the receiver takes, if nothing stops it. */
  hop: Micros;
  /** How far it gets: 1, or where a lost one stops. */
  stop: number;
  /** The last instant at which it is drawn. */
  gone: Micros;
}

export interface WaitLife {
  start: StateEvent;
  /** Null when it lasts beyond the end of the run. */
  end: StateEvent | null;
  on: string;
  for: Wait['for'];
  until: Micros | null;
  attempt: number;
}

/** Where a message lost on the network stops, and one swallowed by its receiver. */
export const LOST_AT = 0.6;
export const SWALLOWED_AT = 0.85;

/** Every message of `trace` by its id, in the order of sending, and every wait in the order of its start. */
export function* lives(trace: Trace): Pieces<{ messages: Map<number, MessageLife>; waits: WaitLife[] }> {
  const messages = new Map<number, MessageLife>();
  const waits: WaitLife[] = [];
  const open = new Map<string, WaitLife>();
  const deaf = new Set<string>();
  let seen = 0;
  for (const event of trace.events) {
    if (seen++ % PIECE === 0) yield;
    if (event.type === 'send') messages.set(event.id, begin(event, trace));
    else if (event.type !== 'state') {
      const life = messages.get(event.id) ?? begin(event, trace);
      messages.set(event.id, life);
      finish(life, event, deaf.has(event.to));
    } else if (event.kind === 'status') {
      if (event.name === 'down' || event.name === 'hang') deaf.add(event.from);
      else deaf.delete(event.from);
    } else if (event.kind === 'wait') {
      const key = `${event.id} ${event.from} ${event.payload.for} ${event.checkout}`;
      if (event.name === 'start') {
        const wait = waitOf(event);
        waits.push(wait);
        open.set(key, wait);
      } else {
        const wait = open.get(key);
        if (wait) wait.end = event;
        open.delete(key);
      }
    }
  }
  yield;
  keepLostUntilGivenUp(messages, waits, trace.end);
  return { messages, waits };
}

/** Whether the wait ended with nobody answering. */
export function unanswered(wait: WaitLife): boolean {
  return wait.end !== null && wait.end.name !== 'answered';
}

/** The mean one-way time from one participant to another, in microseconds. */
function meanHop(network: Network, from: string, to: string): Micros {
  if (from === 'shopper' || to === 'shopper') return meanOf(network.shopperHop);
  return meanOf(ownStore(from, to) || ownStore(to, from) ? network.storeHop : network.hop);
}

const ownStores: Record<string, string[]> = {
  A: ['orders', 'cache'], B: ['catalog', 'jobs'], relay: ['catalog'], consumer: ['cache'],
};

function ownStore(owner: string, store: string): boolean {
  return ownStores[owner]?.includes(store) ?? false;
}

function begin(event: MessageEvent, trace: Trace): MessageLife {
  const hop = meanHop(trace.scenario.network, event.from, event.to);
  return { sent: event, end: null, price: priceOf(event.payload), hop, stop: 1, gone: Infinity };
}

function finish(life: MessageLife, end: MessageEvent, receiverIsDeaf: boolean): void {
  const took = end.t - life.sent.t;
  life.end = end;
  life.gone = end.t;
  if (end.type === 'deliver') life.hop = took;
  if (end.type === 'refused') life.hop = took / 2;
  if (end.type !== 'lost') return;
  life.stop = receiverIsDeaf ? SWALLOWED_AT : LOST_AT;
  life.gone = Math.max(end.t, life.sent.t + life.hop) + life.hop;
  if (took > 0) life.hop = took;
}

/** A lost message, or a lost answer, stays for as long as somebody waits on it. */
function keepLostUntilGivenUp(messages: Map<number, MessageLife>, waits: WaitLife[], end: Micros): void {
  const givenUp = new Map<number, Micros>();
  for (const wait of waits) {
    if (wait.for !== 'backoff' && wait.for !== 'poll') givenUp.set(wait.start.id, wait.end?.t ?? end);
  }
  for (const life of messages.values()) {
    if (life.end?.type !== 'lost') continue;
    const until = givenUp.get(life.sent.answers ?? life.sent.id);
    if (until !== undefined && until > life.end.t) life.gone = until;
  }
}

function waitOf(start: StateEvent): WaitLife {
  const { to, until, attempt } = start.payload;
  return {
    start,
    end: null,
    on: typeof to === 'string' ? to : (start.to ?? ''),
    for: start.payload.for as Wait['for'],
    until: typeof until === 'number' ? until : null,
    attempt: typeof attempt === 'number' ? attempt : 1,
  };
}
