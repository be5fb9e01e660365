/** The shoppers' side of a run: who comes, who is served, who leaves. */
import { reasonOf } from './failure.ts';
import type { Reason } from './failure.ts';
import { Rank } from './kernel.ts';
import type { Flow, Process } from './kernel.ts';
import type { Answer, Message } from './message.ts';
import { skuOf } from './price.ts';
import type { Run } from './run.ts';
import type { Micros } from './scenario.ts';
import type { Price } from './trace.ts';
import { arrivals, Popularity } from './workload.ts';

interface Checkout {
  arrivedAt: Micros;
  request: Message;
  process: Process | null;
  wrong: boolean;
}

export class Checkouts {
  readonly #run: Run;
  readonly #popularity: Popularity;
  readonly #arrivals: Generator<Micros, never, unknown>;
  /** Checkouts that have neither been completed nor failed. */
  readonly #active = new Map<number, Checkout>();
  #count = 0;

  constructor(run: Run) {
    this.#run = run;
    this.#popularity = new Popularity(run.scenario.catalog, run.scenario.seed);
    this.#arrivals = arrivals(run.scenario);
  }

  start(): void {
    const at = this.#arrivals.next().value;
    if (at < this.#run.scenario.duration) this.#run.kernel.at(at, Rank.arrival, this);
  }

  /** A shopper presses Buy. */
  wake(): void {
    this.#count += 1;
    const run = this.#run;
    const { patience, arrivals: pattern } = run.scenario.workload;
    const product = pattern === 'single' ? 1 : this.#popularity.product(this.#count);
    const cause = { checkout: this.#count, root: this.#count, attempt: 1, deadline: null };
    const message = run.send('shopper', 'A', 'request', 'POST /checkout', { sku: skuOf(product), qty: 1 }, cause);
    const { now } = run.kernel;
    const leavesAt = patience === null ? null : now + run.network.span(message, now) + patience;
    run.recorder?.waitStarts(message, 'patience', leavesAt, 1);
    this.start();
  }

  /** A shopper's request reaches A; from now the shopper's patience runs. */
  arrived(request: Message): void {
    const run = this.#run;
    const { now } = run.kernel;
    const { patience } = run.scenario.workload;
    const { cause } = request;
    const number = cause.checkout!;
    this.#active.set(number, { arrivedAt: now, request, process: null, wrong: false });
    run.tally.began(now);
    run.recorder?.state('A', 'checkout', 'attempted', {}, 0, number);
    if (patience === null) return;
    cause.deadline = now + patience;
    run.at(now + patience, Rank.departure, () => this.#depart(number));
  }

  /** Remembers the process that serves a checkout, to end it should the shopper leave. */
  hold(request: Message, process: Process): void {
    const checkout = this.#active.get(request.cause.checkout!);
    if (checkout) checkout.process = process;
  }

  /** A's work for one checkout. */
  *serve(request: Message): Flow<Answer> {
    const run = this.#run;
    const number = request.cause.checkout!;
    const { sku, qty } = request.payload as { sku: string; qty: number };
    try {
      const { cents, version } = yield* run.technique.checkout(run.actors, { sku, qty }, run.scenario.policies);
      const charged = { sku, cents, version };
      this.#complete(number, charged);
      return { name: '201 Created', payload: charged };
    } catch (thrown) {
      const reason = reasonOf(thrown);
      this.failed(number, reason);
      return { name: '503 Service Unavailable', payload: { reason } };
    }
  }

  /** The order of a checkout is committed at this price. @returns false if its shopper has left: nothing is committed */
  commit(number: number, price: Price): boolean {
    const checkout = this.#active.get(number);
    if (!checkout) return false;
    checkout.wrong = this.#run.truth.price(price.sku).version !== price.version;
    return true;
  }

  /** Whether a checkout has ended, one way or the other. */
  isOver(number: number | null): boolean {
    return number !== null && !this.#active.has(number);
  }

  failed(number: number, reason: Reason): void {
    const checkout = this.#end(number);
    if (!checkout) return;
    this.#run.tally.ended(checkout.arrivedAt, this.#run.kernel.now, reason, false);
    this.#run.recorder?.state('A', 'checkout', 'failed', { reason }, 0, number);
  }

  /** The shopper's connection to A is refused or lost. */
  refused(number: number): void {
    const checkout = this.#active.get(number);
    if (!checkout) return;
    this.#run.recorder?.waitEnds(checkout.request, 'refused');
    this.failed(number, 'refused');
  }

  /** A's answer reaches the shopper. */
  answered(response: Message): void {
    this.#run.recorder?.waitEnds(response.answers!, 'answered');
  }

  #complete(number: number, { sku, cents, version }: Price): void {
    const checkout = this.#end(number)!;
    this.#run.tally.ended(checkout.arrivedAt, this.#run.kernel.now, 'completed', checkout.wrong);
    this.#run.recorder?.state('A', 'checkout', 'completed', { sku, cents, version, wrong: checkout.wrong }, 0, number);
  }

  #depart(number: number): void {
    const checkout = this.#active.get(number);
    if (!checkout) return;
    this.#run.recorder?.waitEnds(checkout.request, 'timeout');
    this.failed(number, 'abandoned');
    checkout.process?.cancel();
  }

  #end(number: number): Checkout | undefined {
    const checkout = this.#active.get(number);
    this.#active.delete(number);
    return checkout;
  }
}
