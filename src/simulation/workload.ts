/** When shoppers come, what they want, and when prices change. */
import { ln, pow } from './math.ts';
import { purpose, uniform } from './random.ts';
import type { Catalog, Fault, Micros, Scenario, Window } from './scenario.ts';

interface Segment {
  from: Micros;
  /** Expected number of arrivals before `from`. */
  before: number;
  /** Arrivals a second. */
  rate: number;
}

/** A rate that changes at fixed instants. */
class Intensity {
  readonly #segments: Segment[] = [];
  #at = 0;

  /**
   * @param rateAt arrivals a second at an instant
   * @param changes the instants at which that may change
   */
  constructor(rateAt: (t: Micros) => number, changes: Micros[]) {
    let before = 0;
    for (const from of [...new Set([0, ...changes])].sort((a, b) => a - b)) {
      const last = this.#segments.at(-1);
      if (last) before = last.before + ((from - last.from) * last.rate) / 1e6;
      this.#segments.push({ from, before, rate: rateAt(from) });
    }
  }

  /** The instant before which `count` arrivals are expected; counts must not fall from call to call. */
  instant(count: number): Micros {
    while (this.#at + 1 < this.#segments.length && this.#segments[this.#at + 1]!.before <= count) this.#at += 1;
    const { from, before, rate } = this.#segments[this.#at]!;
    if (rate === 0) return Infinity;
    return Math.round(from + ((count - before) * 1e6) / rate);
  }
}

type Of<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

const edges = (windows: Window[]): Micros[] => windows.flatMap(({ from, to }) => [from, to]);

/** The instants at which shoppers come, one after the other, ending with Infinity. */
export function* arrivals(scenario: Scenario): Generator<Micros, never, unknown> {
  const { workload, seed } = scenario;
  if (workload.arrivals === 'single') {
    yield* [workload.first, ...workload.at].sort((a, b) => a - b);
    for (;;) yield Infinity;
  }
  const found = scenario.faults.filter((fault): fault is Of<'traffic'> => fault.kind === 'traffic');
  const intensity = new Intensity(
    (t) => found.reduce((rate, { from, to, factor }) => (t >= from && t < to ? rate * factor : rate), workload.rate),
    edges(found),
  );
  let count = 0;
  for (let n = 1; ; n += 1) {
    count = workload.arrivals === 'uniform' ? n : count - ln(uniform(seed, purpose('arrival'), n, 0));
    yield intensity.instant(count);
  }
}

/** Price changes as they fall: when, and which product (its popularity rank); ending with Infinity. */
export function* priceChanges(scenario: Scenario): Generator<{ at: Micros; product: number }, never, unknown> {
  const { catalog, seed } = scenario;
  const fixed = [...catalog.changes].sort((a, b) => a.at - b.at);
  const found = scenario.faults.filter((fault): fault is Of<'priceChanges'> => fault.kind === 'priceChanges');
  const intensity = new Intensity((t) => {
    const running = found.filter(({ from, to }) => t >= from && t < to);
    return running.length > 0 ? Math.max(...running.map(({ rate }) => rate)) : catalog.priceChanges;
  }, edges(found));
  let count = 0;
  for (let n = 1; ; n += 1) {
    count -= ln(uniform(seed, purpose('change'), n, 0));
    const at = intensity.instant(count);
    while (fixed.length > 0 && fixed[0]!.at <= at) yield fixed.shift()!;
    const hot = Math.min(catalog.hot, catalog.products);
    yield { at, product: 1 + Math.floor(uniform(seed, purpose('changed product'), n, 0) * hot) };
  }
}

/** Which product a shopper wants. */
export class Popularity {
  readonly #cumulative: number[] = [];
  readonly #seed: number;

  constructor(catalog: Catalog, seed: number) {
    this.#seed = seed;
    let sum = 0;
    for (let rank = 1; rank <= catalog.products; rank += 1) {
      sum += catalog.popularity === 'zipf' ? pow(rank, -catalog.exponent) : 1;
      this.#cumulative.push(sum);
    }
  }

  /** The popularity rank of the product of a checkout, 1 first. */
  product(checkout: number): number {
    const cumulative = this.#cumulative;
    const target = uniform(this.#seed, purpose('product'), checkout, 0) * cumulative.at(-1)!;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low + 1;
  }
}
