/**
 * Workers and the places before them, first come, first served. A visit asks, waits, begins and
 * leaves; the station keeps the sums its metrics are made of.
 */
import type { Kernel, Process } from './kernel.ts';
import type { Micros } from './scenario.ts';

/** One stay at a station. `item` is the message served, as the trace names it. */
export interface Visit {
  item: number;
  checkout: number | null;
  process: Process;
  askedAt: Micros;
  state: 'waiting' | 'granted' | 'in service' | 'gone';
}

/** What a station counts over its window, times in microseconds. */
export interface StationStatistics {
  arrivals: number;
  served: number;
  rejected: number;
  wasted: number;
  busyTime: number;
  /** Integral of the number waiting over the window. */
  queueTime: number;
  /** Sum of all waits, each clipped to the window; equals `queueTime` (Little's law). */
  clippedWaits: number;
  begun: number;
  waits: number;
  /** The most that ever waited for any time at all. */
  maxQueue: number;
}

export type StationChange = 'queue' | 'start' | 'end' | 'leave' | 'reject';

export class Station {
  busy = 0;
  readonly statistics: StationStatistics = {
    arrivals: 0, served: 0, rejected: 0, wasted: 0, busyTime: 0,
    queueTime: 0, clippedWaits: 0, begun: 0, waits: 0, maxQueue: 0,
  };
  readonly #kernel: Kernel;
  readonly workers: number;
  readonly places: number;
  readonly #from: Micros;
  readonly #to: Micros;
  readonly #notice: ((change: StationChange, visit: Visit) => void) | null;
  /** Set where what waits is kept elsewhere, as in a broker's queues, and told by `hold` and `release`. */
  holds = false;
  #held = 0;
  #waiting: Visit[] = [];
  #head = 0;
  #accountedTo: Micros = 0;

  /**
   * @param workers,places Infinity for unlimited workers, unbounded places
   * @param window the span over which statistics are kept
   * @param notice told of every change, for the trace; null records nothing
   */
  constructor(
    kernel: Kernel, workers: number, places: number, window: { from: Micros; to: Micros },
    notice: ((change: StationChange, visit: Visit) => void) | null,
  ) {
    this.#kernel = kernel;
    this.workers = workers;
    this.places = places;
    this.#from = window.from;
    this.#to = window.to;
    this.#notice = notice;
  }

  /** How many wait for a worker. */
  get waiting(): number {
    return this.#waiting.length - this.#head + this.#held;
  }

  /** Whether the next to ask would be turned away. */
  get full(): boolean {
    return this.busy >= this.workers && this.waiting >= this.places;
  }

  /**
   * Asks for a worker on behalf of the running process.
   * Afterwards the visit is `in service` (go on at once), `waiting` (yield, then call `begin`),
   * or `gone` (rejected: no place was free).
   * @param durable waits even when no place is free
   */
  ask(item: number, checkout: number | null, durable = false): Visit {
    const now = this.#kernel.now;
    const visit: Visit = { item, checkout, process: this.#kernel.current!, askedAt: now, state: 'waiting' };
    const counted = now >= this.#from;
    if (counted) this.statistics.arrivals += 1;
    if (this.busy < this.workers) {
      this.#account();
      this.busy += 1;
      visit.state = 'granted';
      this.begin(visit);
    } else if (this.waiting >= this.places && !durable) {
      visit.state = 'gone';
      if (counted) this.statistics.rejected += 1;
      this.#notice?.('reject', visit);
    } else {
      this.#account();
      this.#waiting.push(visit);
      this.#notice?.('queue', visit);
    }
    return visit;
  }

  /** Counts one that was turned away before it could ask. */
  turnAway(): void {
    if (this.#kernel.now < this.#from) return;
    this.statistics.arrivals += 1;
    this.statistics.rejected += 1;
  }

  /** The visit takes up the worker it was granted. */
  begin(visit: Visit): void {
    visit.state = 'in service';
    if (visit.askedAt >= this.#from && !this.holds) {
      this.statistics.begun += 1;
      this.statistics.waits += this.#kernel.now - visit.askedAt;
    }
    this.#notice?.('start', visit);
  }

  /** Ends a visit in whatever state it is; a worker it holds or was just granted goes to the next in line. */
  leave(visit: Visit, served = false, wasted = false): void {
    const { state } = visit;
    if (state === 'gone') return;
    visit.state = 'gone';
    this.#account();
    if (state === 'waiting') {
      this.#withdraw(visit);
      this.#notice?.('leave', visit);
      return;
    }
    if (served && visit.askedAt >= this.#from) {
      this.statistics.served += 1;
      if (wasted) this.statistics.wasted += 1;
    }
    this.busy -= 1;
    this.#notice?.(state === 'in service' ? 'end' : 'leave', visit);
    this.#grant();
  }

  /** Something begins to wait elsewhere on this station's account. */
  hold(): void {
    this.#account();
    this.#held += 1;
  }

  /** What has waited elsewhere since an instant is taken. */
  release(since: Micros): void {
    this.#account();
    this.#held -= 1;
    this.#clip(since);
    if (since < this.#from) return;
    this.statistics.begun += 1;
    this.statistics.waits += this.#kernel.now - since;
  }

  /** Brings the time sums up to the end of the window. @param held since when each that is held elsewhere has waited */
  close(held: Micros[] = []): void {
    this.#account();
    for (let i = this.#head; i < this.#waiting.length; i += 1) this.#clip(this.#waiting[i]!.askedAt);
    for (const since of held) this.#clip(since);
  }

  #grant(): void {
    if (this.busy >= this.workers || this.#head === this.#waiting.length) return;
    const visit = this.#waiting[this.#head]!;
    this.#head += 1;
    if (this.#head > 64 && this.#head * 2 > this.#waiting.length) {
      this.#waiting = this.#waiting.slice(this.#head);
      this.#head = 0;
    }
    this.#clip(visit.askedAt);
    this.busy += 1;
    visit.state = 'granted';
    this.#kernel.soon(visit.process, undefined);
  }

  #withdraw(visit: Visit): void {
    const index = this.#waiting.indexOf(visit, this.#head);
    if (index < 0) return;
    this.#waiting.splice(index, 1);
    this.#clip(visit.askedAt);
  }

  #clip(since: Micros): void {
    const from = Math.max(since, this.#from);
    const to = Math.min(this.#kernel.now, this.#to);
    if (to > from) this.statistics.clippedWaits += to - from;
  }

  #account(): void {
    const { now } = this.#kernel;
    const from = Math.max(this.#accountedTo, this.#from);
    const to = Math.min(now, this.#to);
    if (to > from) {
      this.statistics.busyTime += this.busy * (to - from);
      this.statistics.queueTime += this.waiting * (to - from);
      if (this.waiting > this.statistics.maxQueue) this.statistics.maxQueue = this.waiting;
    }
    this.#accountedTo = now;
  }
}
