/** A message broker: named queues that outlive their consumers, competing deliveries, acknowledgements. */
import { Rank } from './kernel.ts';
import type { Cause, Message } from './message.ts';
import type { Run } from './run.ts';
import type { Micros } from './scenario.ts';
import type { Payload } from './trace.ts';

interface Entry {
  id: number;
  cause: Cause;
  name: string;
  payload: Payload;
  publishedAt: Micros;
  queuedAt: Micros;
  deliveries: number;
}

interface Queue {
  name: string;
  consumer: string;
  /** Tells the queues of one name apart: 1 is A's, the others are further subscribers'. */
  copy: number;
  /** Oldest first. */
  ready: Entry[];
  /** Delivered and not yet acknowledged, by the delivery's message id. */
  unacknowledged: Map<number, Entry>;
  prefetch: number;
}

/** When a lost delivery is made again. Until then its worker is free for another. */
const REDELIVER_AFTER: Micros = 1_000_000;
/** Keeps the random draws of a redelivery apart from those of the first. */
const REDELIVERY_STRIDE = 1_000_000;

export class Broker {
  readonly #run: Run;
  readonly #queues = new Map<string, Queue>();
  readonly #lossy: boolean;

  /** @param queues the name of each queue, and who consumes it */
  constructor(run: Run, queues: Record<string, string>) {
    this.#run = run;
    const { scenario, technique } = run;
    this.#lossy = scenario.network.loss > 0 || scenario.faults.some(({ kind }) => kind === 'loss');
    for (const [name, consumer] of Object.entries(queues)) {
      const free = technique.frontEnd?.[name] !== undefined;
      this.#queues.set(name, {
        name, consumer, copy: 1, ready: [], unacknowledged: new Map(),
        prefetch: free ? Infinity : run.host(consumer).station.workers,
      });
    }
    run.host('broker').station.holds = true;
    for (let n = 2; n <= scenario.policies.subscribers; n += 1) this.#subscribe(n);
  }

  /** A published message has been taken in: it is queued, confirmed if its publisher waits for that, then delivered. */
  accept(message: Message): void {
    for (const queue of this.#queues.values()) {
      if (queue.name !== message.name) continue;
      const { id, cause, name, payload } = message;
      const { now } = this.#run.kernel;
      this.#push(queue, { id, cause, name, payload, publishedAt: now, queuedAt: now, deliveries: 0 });
    }
    if (message.exchange) this.#run.answer(message, { kind: 'ack', name: 'confirm', payload: {} });
    for (const queue of this.#queues.values()) if (queue.name === message.name) this.#dispatch(queue);
  }

  /** A consumer has acknowledged a delivery, or rejected it for good. */
  acknowledged(acknowledgement: Message): void {
    const delivery = acknowledgement.answers!;
    for (const queue of this.#queues.values()) {
      const entry = queue.unacknowledged.get(delivery.id);
      if (!entry || !queue.unacknowledged.delete(delivery.id)) continue;
      if (acknowledgement.name === 'reject') this.#note('dead letters', 'join', entry, 0);
      this.#dispatch(queue);
    }
  }

  /** The consumer has died: what it had not acknowledged returns to the head of its queues. */
  consumerGone(consumer: string): void {
    for (const queue of this.#queues.values()) if (queue.consumer === consumer) this.#requeue(queue);
  }

  /** The consumer or the broker is there again. */
  resume(): void {
    for (const queue of this.#queues.values()) this.#dispatch(queue);
  }

  /** Since when each message in a queue has waited there. */
  waitingSince(): Micros[] {
    return [...this.#queues.values()].flatMap(({ ready }) => ready.map(({ queuedAt }) => queuedAt));
  }

  /** The broker has died: connections are gone, queues are on disk. */
  crashed(): void {
    for (const queue of this.#queues.values()) this.#requeue(queue);
  }

  #subscribe(n: number): void {
    for (const queue of this.#queues.values()) {
      if (queue.consumer !== 'consumer') continue;
      this.#queues.set(`${queue.name} ${n}`, {
        ...queue, consumer: 'subscriber', copy: n, ready: [], unacknowledged: new Map(), prefetch: Infinity,
      });
    }
  }

  #push(queue: Queue, entry: Entry): void {
    queue.ready.push(entry);
    this.#joined(queue, entry);
  }

  #putBack(queue: Queue, entries: Entry[]): void {
    queue.ready.unshift(...entries);
    for (const entry of entries) {
      entry.queuedAt = this.#run.kernel.now;
      this.#joined(queue, entry);
    }
  }

  #joined(queue: Queue, entry: Entry): void {
    this.#run.host('broker').station.hold();
    this.#note(queue.name, 'join', entry, queue.ready.length);
  }

  #dispatch(queue: Queue): void {
    const run = this.#run;
    if (!run.host('broker').up || run.host(queue.consumer).down) return;
    const { messageTtl } = run.scenario.policies;
    let taken = 0;
    while (taken < queue.ready.length && queue.unacknowledged.size < queue.prefetch) {
      const entry = queue.ready[taken]!;
      taken += 1;
      run.host('broker').station.release(entry.queuedAt);
      if (messageTtl !== null && run.kernel.now - entry.publishedAt > messageTtl) {
        this.#note(queue.name, 'drop', entry, queue.ready.length - taken);
        continue;
      }
      this.#note(queue.name, 'leave', entry, queue.ready.length - taken);
      this.#deliver(queue, entry);
    }
    if (taken > 0) queue.ready.splice(0, taken);
  }

  #deliver(queue: Queue, entry: Entry): void {
    const run = this.#run;
    const { cause } = entry;
    const again = { ...cause, attempt: cause.attempt + queue.copy - 1 + entry.deliveries * REDELIVERY_STRIDE };
    entry.deliveries += 1;
    const message = run.send('broker', queue.consumer, 'push', entry.name, entry.payload, again);
    queue.unacknowledged.set(message.id, entry);
    if (!this.#lossy) return;
    let lost = false;
    message.onUndelivered = () => {
      lost = queue.unacknowledged.delete(message.id);
      this.#dispatch(queue);
    };
    run.at(run.kernel.now + REDELIVER_AFTER, Rank.timeout, () => {
      if (!lost && !queue.unacknowledged.delete(message.id)) return;
      this.#putBack(queue, [entry]);
      this.#dispatch(queue);
    });
  }

  #requeue(queue: Queue): void {
    const entries = [...queue.unacknowledged.values()];
    queue.unacknowledged.clear();
    this.#putBack(queue, entries);
  }

  #note(queue: string, change: 'join' | 'leave' | 'drop', entry: Entry, waiting: number): void {
    this.#run.recorder?.state('broker', 'queue', change, { queue, waiting }, entry.id, entry.cause.checkout);
  }
}
