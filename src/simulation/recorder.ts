/** Writes down what happens in a run. */
import type { Exchange, Message } from './message.ts';
import type { Kernel } from './kernel.ts';
import type { Run } from './run.ts';
import type { MessageEvent, Payload, Price, StateEvent, Trace, TraceEvent } from './trace.ts';

interface Limits {
  for: 'answer' | 'reply' | 'backoff' | 'poll' | 'patience';
  until: number | null;
  attempt: number;
}

export class Recorder {
  readonly events: TraceEvent[] = [];
  readonly #kernel: Kernel;
  #sequence = 0;
  readonly #limits = new Map<number, Limits>();

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
  }

  state(
    from: string, kind: StateEvent['kind'], name: string, payload: Payload,
    about: { id?: number; checkout?: number | null; to?: string | null } = {},
  ): void {
    this.#sequence += 1;
    const { id = 0, checkout = null, to = null } = about;
    this.events.push({
      t: this.#kernel.now, seq: this.#sequence, type: 'state', id, checkout, from, to, kind, name, payload, answers: null,
    });
  }

  waitStarts(message: Message, limits: Limits): void {
    this.#limits.set(message.id, limits);
    this.state(message.from, 'wait', 'start', { to: message.to, ...limits }, {
      id: message.id, checkout: message.cause.checkout, to: message.to,
    });
  }

  waitEnds(exchange: Pick<Exchange, 'ask'>, how: 'answered' | 'timeout' | 'refused' | 'left'): void {
    const { id, from, to, cause } = exchange.ask;
    const limits = this.#limits.get(id);
    if (!limits) return;
    this.#limits.delete(id);
    const { for: purpose, attempt } = limits;
    this.state(from, 'wait', how, { to, for: purpose, attempt }, { id, checkout: cause.checkout, to });
  }

  price(where: string, what: 'changed' | 'copied' | 'ignored' | 'dropped', { sku, cents, version }: Price, id = 0): void {
    this.state(where, 'price', what, { sku, cents, version }, { id });
  }

  /** The trace so far. A story ends with its last event that is no change of status. */
  trace(run: Run): Trace {
    const { scenario, technique } = run;
    const single = scenario.workload.arrivals === 'single';
    let { events } = this;
    if (single) {
      let last = events.length - 1;
      while (last >= 0 && isStatus(events[last]!)) last -= 1;
      events = events.slice(0, last + 1);
    }
    const end = single ? (events.at(-1)?.t ?? 0) : scenario.duration;
    return { technique: technique.slug, scenario, events, end, initial: run.truth.initial(events) };
  }
}

function isStatus(event: TraceEvent): boolean {
  return event.type === 'state' && event.kind === 'status';
}
