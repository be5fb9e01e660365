/** A few seconds out of a long run, as a run of their own. */
import type { Fault, Micros } from '../../simulation/scenario.ts';
import type { MessageEvent, Price, StateEvent, Trace, TraceEvent } from '../../simulation/trace.ts';
import { priceOf } from '../format.ts';

/**
 * The run from one instant to another, with its time counted from the first. What was going on then is there
 * from the start: states, queues and whose work is in them, busy workers, waits and prices. Checkouts that began
 * before are not told of.
 */
export function excerpt(trace: Trace, from: Micros, to: Micros): Trace {
  const before: TraceEvent[] = [];
  const within: TraceEvent[] = [];
  for (const event of trace.events) {
    if (event.t < from) before.push(event);
    else if (event.t <= to) within.push(moved(event, from));
  }
  const end = to - from;
  return {
    ...trace, end,
    scenario: { ...trace.scenario, duration: end, faults: trace.scenario.faults.flatMap((fault) => inside(fault, from, to)) },
    events: [...goingOn(before).map((event) => ({ ...moved(event, from), t: 0 })), ...within],
    initial: pricesAfter(trace.initial, before),
  };
}

/** An event with its time, and any time that it speaks of, counted from another instant. */
function moved<E extends TraceEvent>(event: E, from: Micros): E {
  const { until } = event.payload;
  const payload = typeof until === 'number' ? { ...event.payload, until: until - from } : event.payload;
  return { ...event, t: event.t - from, payload };
}

function inside<F extends Fault>(fault: F, from: Micros, to: Micros): F[] {
  const window = { from: Math.max(0, fault.from - from), to: Math.min(to, fault.to) - from };
  return window.to > window.from ? [{ ...fault, ...window }] : [];
}

/** Of the events before an instant, those whose effect lasts. */
function goingOn(before: readonly TraceEvent[]): TraceEvent[] {
  const sent = new Map<number, MessageEvent>();
  const lasting = new Map<string, TraceEvent>();
  const kept = new Map<string, StateEvent>();
  const places = new Map<string, number>();
  const over = new Map<number, StateEvent>();
  for (const event of before) {
    if (event.type === 'send') sent.set(event.id, event);
    if (event.type !== 'state') continue;
    const { kind, name, from, id, payload } = event;
    if (kind === 'checkout' && name !== 'attempted' && event.checkout !== null) over.set(event.checkout, event);
    else if (kind === 'status') lasting.set(`status ${from}`, event);
    else if (kind === 'station' || kind === 'queue') {
      const line = `${kind} ${from} ${payload.queue ?? ''}`;
      lasting.set(line, event);
      const item = `${line} ${id === 0 ? `${payload.sku} ${payload.version}` : id}`;
      if (name === 'queue' || name === 'join') {
        kept.set(item, event);
        if (!places.has(item)) places.set(item, places.size);
      } else kept.delete(item);
    } else if (kind === 'wait') {
      const key = `wait ${id} ${from} ${payload.for} ${event.checkout}`;
      if (name === 'start') lasting.set(key, event);
      else lasting.delete(key);
    }
  }
  const inLine = [...kept].toSorted(([one], [other]) => places.get(one)! - places.get(other)!).map(([, join]) => join);
  const waiting = inLine.flatMap((join): TraceEvent[] => {
    const send = sent.get(join.id);
    const end = over.get(send?.checkout ?? -1);
    return send ? [send, { ...send, type: 'deliver' }, join, ...(end ? [end] : [])] : [join];
  });
  const joined = new Set<TraceEvent>(inLine);
  return [...waiting, ...[...lasting.values()].filter((event) => !joined.has(event))];
}

function pricesAfter(initial: Trace['initial'], before: readonly TraceEvent[]): Trace['initial'] {
  const stores = new Map(Object.entries(initial).map(([store, prices]) => [store, new Map(prices.map((price) => [price.sku, price]))]));
  for (const { type, kind, name, from, payload } of before) {
    const price: Price | null = type === 'state' && kind === 'price' && (name === 'changed' || name === 'copied') ? priceOf(payload) : null;
    if (price) stores.get(from)?.set(price.sku, price);
  }
  return Object.fromEntries([...stores].map(([store, prices]) => [store, [...prices.values()]]));
}
