/** What a participant can do, as the models say it. Every method runs on behalf of the process that calls it. */
import { Failure, reasonOf } from './failure.ts';
import { Breaker } from './breaker.ts';
import type { Host } from './host.ts';
import { Rank } from './kernel.ts';
import type { Flow } from './kernel.ts';
import type { Answer, Cause, Exchange, Message } from './message.ts';
import { purpose, uniform } from './random.ts';
import type { Run } from './run.ts';
import type { MessageKind, Micros } from './scenario.ts';
import type { Payload, Price } from './trace.ts';

/** How an HTTP call differs from a plain request. */
export interface CallOptions {
  kind?: Extract<MessageKind, 'request' | 'command' | 'poll' | 'push'>;
  /** Tells repeated calls of one checkout apart, such as the polls: 1, 2, 3 ... */
  nth?: number;
}

const ATTEMPTS_A_CALL = 1000;

export class Actor {
  readonly id: string;
  readonly #run: Run;
  readonly #breaker: Breaker;

  constructor(run: Run, id: string) {
    this.#run = run;
    this.id = id;
    this.#breaker = new Breaker(run, id);
  }

  /**
   * An HTTP request under the policies of time-out, retries, backoff and circuit breaker.
   * Ends with the body of the answer; throws a Failure once the last attempt has failed.
   */
  *call(to: Actor, name: string, payload: Payload, { kind = 'request', nth = 0 }: CallOptions = {}): Flow<Payload> {
    const { timeout, retries, backoff } = this.#run.scenario.policies;
    const { seed } = this.#run.scenario;
    for (let attempt = 1; ; attempt += 1) {
      const trial = this.#breaker.check();
      let over = false;
      const cause = { ...this.#cause, attempt: nth * ATTEMPTS_A_CALL + attempt };
      const message = this.#send(to, kind, name, payload, cause);
      try {
        const until = timeout === null ? null : this.#run.kernel.now + timeout;
        const answer = yield* this.#await(message, 'answer', until, until, attempt);
        over = true;
        this.#breaker.succeeded(trial);
        return answer as Payload;
      } catch (thrown) {
        const reason = reasonOf(thrown);
        over = true;
        this.#breaker.failed(trial);
        if (reason === 'error' || attempt > retries) throw thrown;
      } finally {
        if (!over) this.#breaker.abandoned(trial);
      }
      const limit = backoff * 2 ** (attempt - 1);
      const wait = Math.round(limit * uniform(seed, purpose(`backoff ${name}`), cause.root, cause.attempt));
      yield* this.#pause(wait, 'backoff', message, attempt);
    }
  }

  /**
   * Pushes over HTTP: one attempt, no time-out but patience; throws a Failure when it comes to nothing.
   * Every further subscriber is sent a copy that nobody here waits for.
   */
  *push(to: Actor, name: string, payload: Payload): Flow<Payload> {
    for (let n = 2; n <= this.#run.scenario.policies.subscribers; n += 1) {
      this.#run.send(this.id, 'subscriber', 'push', name, payload, { ...this.#cause, attempt: n });
    }
    return (yield* this.#once(to, 'push', name, payload)) as Payload;
  }

  /** Asks a store. Ends with the row, or null where there is none. */
  query(store: Actor, name: string, payload: Payload): Flow<Payload | null> {
    return this.#once(store, 'query', name, payload) as Flow<Payload | null>;
  }

  /** Asks a store for several rows. */
  queryAll(store: Actor, name: string, payload: Payload): Flow<Payload[]> {
    return this.#once(store, 'query', name, payload) as Flow<Payload[]>;
  }

  /** Has a store write something. Ends with what the store gives back. */
  command(store: Actor, name: string, payload: Payload): Flow<Payload> {
    return this.#once(store, 'command', name, payload) as Flow<Payload>;
  }

  /** Hands a message to the broker and waits for its confirmation. */
  publish(broker: Actor, name: string, payload: Payload, kind: MessageKind = 'event'): Flow<unknown> {
    return this.#once(broker, kind, name, payload);
  }

  /** Hands a message to the broker and goes on at once. */
  send(broker: Actor, name: string, payload: Payload, kind: MessageKind): void {
    this.#send(broker, kind, name, payload, this.#cause);
  }

  /** Asks through the broker: ends with the reply that names the same correlation id, however long that takes. */
  *request(broker: Actor, name: string, payload: Payload & { correlationId: string }): Flow<Payload> {
    const message = this.#send(broker, 'query', name, payload, this.#cause);
    const { replies } = this.#run;
    try {
      return (yield* this.#await(message, 'reply', null, this.#cause.deadline, 1, (exchange) => {
        exchange.awaitsReply = true;
        replies.set(payload.correlationId, exchange);
      })) as Payload;
    } finally {
      replies.delete(payload.correlationId);
    }
  }

  /** Gives a reply to whoever waits for it; a reply that nobody waits for (late, or a duplicate) is dropped. */
  resume(correlationId: string, answer: Payload): void {
    const exchange = this.#run.replies.get(correlationId);
    if (exchange) this.#run.settle(exchange, answer, 'answered');
  }

  /** Waits for the next poll, number `nth` of this checkout. */
  *untilNextPoll(nth: number): Flow<void> {
    const { policies: { pollInterval, pollJitter }, seed } = this.#run.scenario;
    const off = pollJitter === 0 ? 0 : pollJitter * (2 * uniform(seed, purpose('poll jitter'), this.#cause.root, nth) - 1);
    yield* this.#pause(Math.round(pollInterval * (1 + off)), 'poll', null, nth);
  }

  /** Turns the caller away when no worker and no place is free. */
  admit(): void {
    const { station } = this.#host;
    if (!station.full) return;
    station.turnAway();
    throw new Failure('rejected');
  }

  /** Starts something that nobody here waits for; if it fails, `failed` is told. */
  start(flow: Flow<void>, failed: () => void = () => {}): void {
    this.#host.start(forgiving(flow, failed), this.#cause);
  }

  /** Lets all who want the same thing at the same time share one flow and its outcome. */
  *share(key: string, flow: () => Flow<Price>): Flow<Price> {
    return (yield* this.#run.shared.join(`${this.id} ${key}`, this.#host, this.#cause, flow)) as Price;
  }

  /** A name that is this checkout's own, such as `c-1`. */
  unique(prefix: string): string {
    return `${prefix}-${this.#cause.root}`;
  }

  get #host(): Host {
    return this.#run.host(this.id);
  }

  get #cause(): Cause {
    return this.#run.kernel.current!.context as Cause;
  }

  #send(to: Actor, kind: MessageKind, name: string, payload: Payload, cause: Cause): Message {
    return this.#run.send(this.id, to.id, kind, name, payload, cause);
  }

  /** Sends at once; what it returns waits for the answer. */
  #once(to: Actor, kind: MessageKind, name: string, payload: Payload): Flow<unknown> {
    const cause = this.#cause;
    const message = this.#send(to, kind, name, payload, cause);
    return this.#await(message, 'answer', this.#limit(cause), null, 1);
  }

  /** Patience ends what no time-out governs: for A's own checkout by the shopper leaving, elsewhere from now. */
  #limit({ checkout }: Cause): Micros | null {
    if (checkout !== null && this.id === 'A') return null;
    const { patience } = this.#run.scenario.workload;
    return patience === null ? null : this.#run.kernel.now + patience;
  }

  *#await(
    message: Message, awaited: 'answer' | 'reply', until: Micros | null, shown: Micros | null, attempt: number,
    opened?: (exchange: Exchange) => void,
  ): Flow<unknown> {
    const run = this.#run;
    const exchange: Exchange = { ask: message, process: run.kernel.current!, open: true, awaitsReply: false };
    message.exchange = exchange;
    opened?.(exchange);
    run.recorder?.waitStarts(message, awaited, shown, attempt);
    if (until !== null) run.at(until, Rank.timeout, () => run.settle(exchange, new Failure('timeout'), 'timeout'));
    try {
      const outcome = yield;
      if (outcome instanceof Failure) throw outcome;
      return outcome;
    } finally {
      if (exchange.open) {
        exchange.open = false;
        run.recorder?.waitEnds(message, 'left');
      }
    }
  }

  *#pause(span: Micros, reason: 'backoff' | 'poll', about: Message | null, attempt: number): Flow<void> {
    const { kernel, recorder } = this.#run;
    const { checkout } = this.#cause;
    const id = about?.id ?? 0;
    const to = about?.to ?? null;
    recorder?.state(this.id, 'wait', 'start', { to, for: reason, attempt, until: kernel.now + span }, id, checkout, to);
    let how = 'left';
    try {
      kernel.sleep(span);
      yield;
      how = 'answered';
    } finally {
      recorder?.state(this.id, 'wait', how, { to, for: reason, attempt }, id, checkout, to);
    }
  }
}

function* forgiving(flow: Flow<void>, failed: () => void): Flow<void> {
  try {
    yield* flow;
  } catch (thrown) {
    reasonOf(thrown);
    failed();
  }
}

/** An answer by name, where `200 OK` with the payload would not do. */
export function reply(name: string, payload: Payload): Answer {
  return { name, payload };
}

/** The price in an answer. Throws the failure `error` when A finds none that it understands. */
export function usable(answer: Payload | null): Price {
  const { sku, cents, version } = answer ?? {};
  if (typeof sku === 'string' && typeof cents === 'number' && typeof version === 'number') return { sku, cents, version };
  throw new Failure('error');
}
