/**
 * The clock and its processes. A process is a generator: it yields to wait, and whatever wakes it
 * passes a value in. It reads in the order things happen and runs synchronously.
 */
import { Heap } from './heap.ts';
import type { Micros } from './scenario.ts';

/** A piece of behaviour that may wait and ends with a T. */
export type Flow<T> = Generator<unknown, T, unknown>;

/** What happens first among things of one instant. */
export const Rank = { fault: 0, delivery: 1, timeout: 2, departure: 3, arrival: 4 } as const;
export type Rank = (typeof Rank)[keyof typeof Rank];

/** Anything that can be woken at an instant. */
export interface Wakeable {
  /** @param stamp as it was given to `at` */
  wake(stamp: number): void;
}

export class Kernel {
  now: Micros = 0;
  /** The process that is running, or null between processes. */
  current: Process | null = null;
  /** Events taken from the clock so far. */
  events = 0;
  #heap = new Heap<Wakeable>();
  #ready: Process[] = [];
  #readyValues: unknown[] = [];
  #readyStamps: number[] = [];
  #readyCount = 0;

  /** Wakes `target` at an instant, after everything of the same instant that has a lower rank or came earlier. */
  at(time: Micros, rank: Rank, target: Wakeable, stamp = 0): void {
    if (time < this.now) throw new RangeError(`nothing can happen at ${time}, it is ${this.now}`);
    this.#heap.push(time, rank, stamp, target);
  }

  /** Wakes the running process after a span; the process must yield next. */
  sleep(span: Micros): void {
    const process = this.current!;
    this.at(this.now + span, Rank.delivery, process, process.epoch);
  }

  /** Starts a process now; it runs until it first waits. */
  spawn(flow: Flow<unknown>, context: unknown = null): Process {
    const process = new Process(this, flow, context);
    process.resume(undefined);
    return process;
  }

  /** Wakes a waiting process in this instant, as soon as the running one waits or ends. */
  soon(process: Process, value: unknown): void {
    const place = this.#readyCount;
    this.#ready[place] = process;
    this.#readyValues[place] = value;
    this.#readyStamps[place] = process.epoch;
    this.#readyCount = place + 1;
  }

  /** The instant of the next event; Infinity when nothing is left to happen. */
  get next(): Micros {
    return this.#heap.time;
  }

  /**
   * Runs everything that happens before `until`.
   * @param budget the most events to take in this call
   * @returns whether that instant was reached (false: the budget ran out)
   */
  run(until: Micros, budget = Infinity): boolean {
    const heap = this.#heap;
    let left = budget;
    while (heap.time < until) {
      if (left <= 0) return false;
      left -= 1;
      this.events += 1;
      const { time, stamp, item } = heap.pop();
      this.now = time;
      item.wake(stamp);
      if (this.#readyCount > 0) this.#settle();
    }
    this.now = until === Infinity ? this.now : until;
    return true;
  }

  #settle(): void {
    for (let i = 0; i < this.#readyCount; i += 1) {
      this.#ready[i]!.wake(this.#readyStamps[i]!, this.#readyValues[i]);
    }
    this.#readyCount = 0;
  }
}

export class Process implements Wakeable {
  /** Counts how often it has run: a wake-up meant for an earlier wait is stale and dropped. */
  epoch = 0;
  done = false;
  /** Called once when the process has ended or was cancelled. */
  onEnd: ((process: Process) => void) | null = null;
  readonly #kernel: Kernel;
  readonly #flow: Flow<unknown>;
  /** Whatever the process belongs to; the kernel does not look into it. */
  readonly context: unknown;

  constructor(kernel: Kernel, flow: Flow<unknown>, context: unknown) {
    this.#kernel = kernel;
    this.#flow = flow;
    this.context = context;
  }

  wake(stamp: number, value?: unknown): void {
    if (stamp === this.epoch && !this.done) this.resume(value);
  }

  resume(value: unknown): void {
    this.epoch += 1;
    const kernel = this.#kernel;
    const before = kernel.current;
    kernel.current = this;
    const { done } = this.#flow.next(value);
    kernel.current = before;
    if (done === true) this.#end();
  }

  /** Ends a waiting process where it stands; its `finally` blocks run and must not wait. */
  cancel(): void {
    if (this.done) return;
    this.epoch += 1;
    this.done = true;
    const kernel = this.#kernel;
    const before = kernel.current;
    kernel.current = this;
    this.#flow.return(undefined);
    kernel.current = before;
    this.onEnd?.(this);
  }

  #end(): void {
    this.done = true;
    this.onEnd?.(this);
  }
}
