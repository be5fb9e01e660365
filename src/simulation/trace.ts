/**
 * What a run leaves behind: everything that happened, in order of simulated time.
 * Every picture, list, chart and text is a view of a trace.
 */
import type { MessageKind, Micros, Scenario } from './scenario.ts';

/** A price as it travels: euro cents and the version of the truth it was copied from. */
export type Price = {
  sku: string;
  cents: number;
  version: number;
};

export type Payload = Record<string, string | number | boolean | null>;

/** One message event. `id` is the message's, the same from `send` to its end. */
export interface MessageEvent {
  t: Micros;
  seq: number;
  /** A message ends in exactly one of `deliver`, `lost` or `refused`, or is in flight at the end of the run.
   *  `refused` comes at the instant the sender learns of it, one hop after the receiver could not take it.
   *  An exchange whose receiver dies after delivery adds a state event (`wait` ... `refused`), not a second end. */
  type: 'send' | 'deliver' | 'lost' | 'refused';
  id: number;
  /** The checkout on whose behalf it is sent; null for background work. */
  checkout: number | null;
  from: string;
  to: string;
  kind: MessageKind;
  name: string;
  payload: Payload;
  /** The id of the message this one answers, or null. */
  answers: number | null;
}

/**
 * A change of state at participant `from`:
 *
 * | kind | name | id | payload |
 * |---|---|---|---|
 * | status | well, down, hang, slow | 0 | factor (1 unless slow) |
 * | station | queue, start, end, leave, reject | message served | busy, waiting (after the change), pool ('work' or 'push') |
 * | queue | join, leave, drop | message kept | queue (its name), waiting (after the change); a participant that keeps named queues (broker, outbox, jobs) |
 * | wait | start | message awaited on | to (participant), for ('answer', 'reply', 'backoff', 'poll', 'patience'), until (Micros or null), attempt |
 * | wait | answered, timeout, refused, left | message awaited on | to, for, attempt |
 * | price | changed, copied, ignored, dropped | message that brought it, or 0 | sku, cents, version |
 * | checkout | attempted, completed, failed | 0 | reason (failed), cents, version, wrong (completed) |
 * | breaker | open, half-open, closed | 0 | |
 */
export interface StateEvent {
  t: Micros;
  seq: number;
  type: 'state';
  id: number;
  checkout: number | null;
  from: string;
  to: string | null;
  kind: 'status' | 'station' | 'queue' | 'wait' | 'price' | 'checkout' | 'breaker';
  name: string;
  payload: Payload;
  answers: null;
}

export type TraceEvent = MessageEvent | StateEvent;

export interface Trace {
  technique: string;
  scenario: Scenario;
  /** In order of (t, seq). */
  events: TraceEvent[];
  /** When the run stopped: the scenario's duration, or for a story that came to rest before, its last event. */
  end: Micros;
  /** The truth's and every copy's price of every product that appears, at t = 0, by store id. */
  initial: Record<string, Price[]>;
}

/** One trace event as the command line prints it: fixed keys in a fixed order. */
export function traceLine(event: TraceEvent): string {
  const { t, seq, type, id, checkout, from, to, kind, name, payload } = event;
  return JSON.stringify({ t, seq, type, id, checkout, from, to, kind, name, payload });
}
