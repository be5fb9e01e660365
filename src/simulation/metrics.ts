/** What a run comes to. Definitions: the page on the model. Times in the result are milliseconds. */
import type { Message } from './message.ts';
import type { Reason } from './failure.ts';
import type { MessageKind, Micros, Scenario } from './scenario.ts';
import type { Station } from './station.ts';

export interface ParticipantMetrics {
  arrivals: number;
  served: number;
  rejected: number;
  /** Null with unlimited workers. */
  utilisation: number | null;
  meanWait: number | null;
  meanQueue: number;
  maxQueue: number;
  wasted: number;
}

export interface Metrics {
  technique: string;
  seed: number;
  scenario: Scenario;
  checkouts: {
    attempted: number;
    completed: number;
    failed: number;
    pending: number;
    failures: Record<Reason, number>;
  };
  availability: number | null;
  correct: number | null;
  latency: { mean: number | null; p50: number | null; p95: number | null; p99: number | null; max: number | null };
  wrongPrice: { count: number; rate: number | null };
  staleness: { mean: number | null; p99: number | null; max: number | null };
  messages: { perCheckout: number | null; background: number; byKind: Record<string, number> };
  participants: Record<string, ParticipantMetrics>;
  failingSpan: number;
}

/** How a checkout ended, and when; times are microseconds. */
export interface Ended {
  arrivedAt: Micros;
  endedAt: Micros;
  outcome: Reason | 'completed';
  wrong: boolean;
}

/** The value at a share of a sorted list by nearest rank; null for an empty list. */
export function nearestRank(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.max(0, Math.ceil(share * sorted.length - 1e-9) - 1)]!;
}

const ms = (micros: number | null): number | null => (micros === null ? null : micros / 1000);
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function mean(values: number[]): number | null {
  let sum = 0;
  for (const value of values) sum += value;
  return ratio(sum, values.length);
}

/** Counts what happens in a run, as it happens. */
export class Tally {
  /** Told of every checkout that ends, warm-up included. */
  watch: ((ended: Ended) => void) | null = null;
  attempted = 0;
  completed = 0;
  wrong = 0;
  readonly failures: Record<Reason, number> = { timeout: 0, refused: 0, rejected: 0, abandoned: 0, error: 0 };
  readonly latencies: Micros[] = [];
  readonly staleness: Micros[] = [];
  #ofCheckouts = 0;
  #background = 0;
  readonly #byKind = new Map<MessageKind, number>();
  readonly #from: Micros;
  readonly #faultFrom: Micros;
  #firstFailed: Micros | null = null;
  #lastFailed: Micros | null = null;
  #failedAfterFault = 0;

  constructor(scenario: Scenario) {
    this.#from = scenario.warmup;
    this.#faultFrom = scenario.faults.reduce((first, { from }) => Math.min(first, from), Infinity);
  }

  sent(message: Message, now: Micros): void {
    if (now < this.#from) return;
    if (message.cause.checkout === null) this.#background += 1;
    else this.#ofCheckouts += 1;
    this.#byKind.set(message.kind, (this.#byKind.get(message.kind) ?? 0) + 1);
  }

  began(arrivedAt: Micros): void {
    if (arrivedAt >= this.#from) this.attempted += 1;
  }

  ended(arrivedAt: Micros, now: Micros, outcome: Reason | 'completed', wrong: boolean): void {
    this.watch?.({ arrivedAt, endedAt: now, outcome, wrong });
    if (outcome !== 'completed' && arrivedAt >= this.#faultFrom) {
      this.#failedAfterFault += 1;
      this.#firstFailed = Math.min(this.#firstFailed ?? Infinity, arrivedAt);
      this.#lastFailed = Math.max(this.#lastFailed ?? 0, arrivedAt);
    }
    if (arrivedAt < this.#from) return;
    if (outcome === 'completed') {
      this.completed += 1;
      this.latencies.push(now - arrivedAt);
      if (wrong) this.wrong += 1;
    } else {
      this.failures[outcome] += 1;
    }
  }

  metrics(technique: string, scenario: Scenario, stations: Map<string, Station>, hasCache: boolean): Metrics {
    const { timeout, refused, rejected, abandoned, error } = this.failures;
    const failed = timeout + refused + rejected + abandoned + error;
    const ended = this.completed + failed;
    const sorted = Float64Array.from(this.latencies).sort();
    const stale = Float64Array.from(this.staleness).sort();
    const last = sorted.length - 1;
    const window = scenario.duration - scenario.warmup;
    return {
      technique,
      seed: scenario.seed,
      scenario,
      checkouts: {
        attempted: this.attempted, completed: this.completed, failed,
        pending: this.attempted - ended, failures: { ...this.failures },
      },
      availability: ratio(this.completed, ended),
      correct: ratio(this.completed - this.wrong, ended),
      latency: {
        mean: ms(mean(this.latencies)), p50: ms(nearestRank(sorted, 0.5)), p95: ms(nearestRank(sorted, 0.95)),
        p99: ms(nearestRank(sorted, 0.99)), max: ms(sorted[last] ?? null),
      },
      wrongPrice: { count: this.wrong, rate: ratio(this.wrong, this.completed) },
      staleness: hasCache
        ? { mean: ms(mean(this.staleness)), p99: ms(nearestRank(stale, 0.99)), max: ms(stale.at(-1) ?? null) }
        : { mean: null, p99: null, max: null },
      messages: {
        perCheckout: ratio(this.#ofCheckouts, this.attempted),
        background: this.#background,
        byKind: Object.fromEntries(this.#byKind),
      },
      participants: Object.fromEntries(
        [...stations].map(([id, station]) => [id, participantMetrics(station, window)]),
      ),
      failingSpan: this.#failedAfterFault < 2 ? 0 : (this.#lastFailed! - this.#firstFailed!) / 1000,
    };
  }
}

function participantMetrics(station: Station, window: Micros): ParticipantMetrics {
  const { arrivals, served, rejected, wasted, busyTime, queueTime, begun, waits, maxQueue } = station.statistics;
  return {
    arrivals, served, rejected,
    utilisation: station.workers === Infinity ? null : ratio(busyTime, station.workers * window),
    meanWait: ms(ratio(waits, begun)),
    meanQueue: ratio(queueTime, window) ?? 0,
    maxQueue, wasted,
  };
}
