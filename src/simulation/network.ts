/** How long a message is under way, and whether it arrives. */
import { purpose, quantile, uniform } from './random.ts';
import type { Fault, MessageKind, Micros, Scenario } from './scenario.ts';
import type { Message } from './message.ts';

const lossy: readonly MessageKind[] = ['request', 'response', 'query', 'result', 'push', 'event'];

export interface Link {
  hop: 'shopperHop' | 'storeHop' | 'hop';
}

/** Which of the three one-way times a pair of participants has. A service and its own store are near. */
export function linkOf(from: string, to: string, ownerOf: (id: string) => string | null): Link['hop'] {
  if (from === 'shopper' || to === 'shopper') return 'shopperHop';
  const near = (store: string, other: string) => {
    const owner = ownerOf(store);
    return owner !== null && (owner === other || owner === ownerOf(other));
  };
  return near(from, to) || near(to, from) ? 'storeHop' : 'hop';
}

export class Network {
  readonly #scenario: Scenario;
  readonly #ownerOf: (id: string) => string | null;
  readonly #links = new Map<string, Map<string, Link['hop']>>();
  readonly #losses: Extract<Fault, { kind: 'loss' }>[];
  readonly #delays: Extract<Fault, { kind: 'delay' }>[];

  /** @param ownerOf the service that a store or a helper process belongs to, null for a participant on its own */
  constructor(scenario: Scenario, ownerOf: (id: string) => string | null) {
    this.#scenario = scenario;
    this.#ownerOf = ownerOf;
    this.#losses = scenario.faults.filter((fault) => fault.kind === 'loss');
    this.#delays = scenario.faults.filter((fault) => fault.kind === 'delay');
  }

  /** The time that a message sent now takes. */
  span(message: Message, now: Micros): Micros {
    const hop = this.#scenario.network[this.link(message.from, message.to)];
    const drawn = hop.distribution === 'constant' ? hop.mean : quantile(hop, this.#draw('hop', message));
    let extra = 0;
    for (const delay of this.#delays) {
      if (now >= delay.from && now < delay.to && this.#concerns(delay, message)) extra += delay.by;
    }
    return drawn + extra;
  }

  /** Whether a message sent now is lost on the way. */
  loses(message: Message, now: Micros): boolean {
    const { loss } = this.#scenario.network;
    if (loss === 0 && this.#losses.length === 0) return false;
    if (this.link(message.from, message.to) !== 'hop') return false;
    const usual = lossy.includes(message.kind);
    let arrives = usual ? 1 - loss : 1;
    for (const fault of this.#losses) {
      if (now < fault.from || now >= fault.to) continue;
      const named = fault.of !== null || fault.name !== null;
      if (named ? this.#concerns(fault, message) : usual) arrives *= 1 - fault.probability;
    }
    return arrives < 1 && this.#draw('loss', message) >= arrives;
  }

  link(from: string, to: string): Link['hop'] {
    return this.#links.get(from)?.get(to) ?? this.#findLink(from, to);
  }

  #findLink(from: string, to: string): Link['hop'] {
    const links = this.#links.get(from) ?? new Map<string, Link['hop']>();
    const link = linkOf(from, to, this.#ownerOf);
    this.#links.set(from, links.set(to, link));
    return link;
  }

  #concerns(fault: { of: MessageKind[] | null; name: string | null }, message: Message): boolean {
    return (fault.of === null || fault.of.includes(message.kind)) && (fault.name === null || fault.name === message.name);
  }

  #draw(what: string, message: Message): number {
    const { from, to, name, cause } = message;
    return uniform(this.#scenario.seed, purpose(`${what} ${from}>${to} ${name}`), cause.root, cause.attempt);
  }
}
