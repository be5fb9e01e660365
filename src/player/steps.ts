/** The stops on the way through a story. */
import type { Micros } from '../simulation/scenario.ts';
import type { MessageEvent, StateEvent, Trace, TraceEvent } from '../simulation/trace.ts';
import type { MessageLife } from './lives.ts';
import { indexOf } from './trace-index.ts';

export interface Step {
  /** 0 is before the first message. */
  index: number;
  t: Micros;
  kind: 'start' | 'message' | 'wait';
  /** The event that ends the message or the wait; null at step 0. */
  event: MessageEvent | StateEvent | null;
}

/** Which checkout's messages and waits make the stops. Without one: all of the run. */
export interface StepOptions {
  checkout?: number | null;
}

/**
 * The stops of a run in order of time, ties in the order of the trace: before the first message, at the end
 * of each message, and where a wait ends without an answer. A message still in flight when the run ends
 * has its stop there, with its `send` as the event. Every message is in exactly one step.
 */
export function steps(trace: Trace, { checkout = null }: StepOptions = {}): Step[] {
  const { messages } = indexOf(trace);
  const mine = (event: TraceEvent) => checkout === null || event.checkout === checkout;
  const stops: Step[] = [{ index: 0, t: 0, kind: 'start', event: null }];
  const stop = (t: Micros, kind: Step['kind'], event: MessageEvent | StateEvent) => {
    stops.push({ index: stops.length, t, kind, event });
  };
  for (const event of trace.events) {
    if (!mine(event)) continue;
    if (event.type === 'state') {
      if (endsUnanswered(event, messages.get(event.id))) stop(event.t, 'wait', event);
    } else if (event.type !== 'send') stop(event.t, 'message', event);
  }
  for (const { sent, end } of messages.values()) {
    if (end === null && mine(sent)) stop(trace.end, 'message', sent);
  }
  if (checkout !== null) stops[0]!.t = trace.events.find((event) => event.type === 'send' && mine(event))?.t ?? 0;
  return stops;
}

/** The index of the last stop at or before `t`; 0 before all of them. */
export function stepAt(stops: readonly Step[], t: Micros): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stops[middle]!.t <= t) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function endsUnanswered({ kind, name, payload }: StateEvent, message: MessageLife | undefined): boolean {
  if (kind !== 'wait') return false;
  if (payload.for === 'backoff' || payload.for === 'poll') return false;
  if (name === 'left') return payload.for === 'patience';
  return name === 'timeout' || (name === 'refused' && message?.end?.type !== 'refused');
}
