/** Writes down what happens in a run. */
import type { Message } from './message.ts';
import type { Kernel } from './kernel.ts';
import type { Run } from './run.ts';
import type { Micros } from './scenario.ts';
import type { MessageEvent, Payload, Price, StateEvent, Trace, TraceEvent } from './trace.ts';

export class Recorder {
  readonly events: TraceEvent[] = [];
  readonly #kernel: Kernel;
  /** The products that appear, in order of appearance. */
  readonly #skus = new Set<string>();
  #sequence = 0;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  message(type: MessageEvent['type'], message: Message): void {
    this.#sequence += 1;
    const { id, cause, from, to, kind, name, payload, answers } = message;
    this.events.push({
      t: this.#kernel.now, seq: this.#sequence, type, id, checkout: cause.checkout, from, to, kind, name, payload,
      answers: answers === null ? null : answers.id,
    });
    const { sku } = payload;
    if (type === 'send' && typeof sku === 'string') this.#skus.add(sku);
  }

  state(
    from: string, kind: StateEvent['kind'], name: string, payload: Payload,
    id = 0, checkout: number | null = null, to: string | null = null,
  ): void {
    this.#sequence += 1;
    this.events.push({
      t: this.#kernel.now, seq: this.#sequence, type: 'state', id, checkout, from, to, kind, name, payload, answers: null,
    });
  }

  /** @param until when the wait ends by itself, as the trace shows it; null: it does not */
  waitStarts(message: Message, purpose: 'answer' | 'reply' | 'patience', until: Micros | null, attempt: number): void {
    const { id, from, to, cause } = message;
    message.awaited = { to, for: purpose, until, attempt };
    this.state(from, 'wait', 'start', message.awaited, id, cause.checkout, to);
  }

  waitEnds(message: Message, how: 'answered' | 'timeout' | 'refused' | 'left'): void {
    const { id, from, to, cause, awaited } = message;
    if (awaited === null) return;
    message.awaited = null;
    const { for: purpose, attempt } = awaited;
    this.state(from, 'wait', how, { to, for: purpose, attempt }, id, cause.checkout, to);
  }

  price(where: string, what: 'changed' | 'copied' | 'ignored' | 'dropped', { sku, cents, version }: Price, id = 0): void {
    this.state(where, 'price', what, { sku, cents, version }, id);
    this.#skus.add(sku);
  }

  /** The trace so far. A story ends with its last event that is no change of status; one cut short, with messages in flight, at its duration. */
  trace(run: Run): Trace {
    const { scenario, technique } = run;
    const single = scenario.workload.arrivals === 'single';
    let { events } = this;
    if (single) {
      let last = events.length - 1;
      while (last >= 0 && isStatus(events[last]!)) last -= 1;
      events = events.slice(0, last + 1);
    }
    const end = single && !anyInFlight(events) ? (events.at(-1)?.t ?? 0) : scenario.duration;
    return { technique: technique.slug, scenario, events, end, initial: run.truth.initial([...this.#skus]) };
  }
}

function anyInFlight(events: readonly TraceEvent[]): boolean {
  let inFlight = 0;
  for (const { type } of events) {
    if (type === 'send') inFlight += 1;
    else if (type !== 'state') inFlight -= 1;
  }
  return inFlight > 0;
}

function isStatus(event: TraceEvent): boolean {
  return event.type === 'state' && event.kind === 'status';
}
