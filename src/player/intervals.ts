/** Things that last, found by an instant in time proportional to how many last then. */
export class Intervals<T> {
  readonly #items: readonly T[];
  readonly #from: Float64Array;
  /** A binary tree over the items in order of `from`: the latest `to` below each node. */
  readonly #latest: Float64Array;
  readonly #leaves: number;

  /** `span` gives the closed interval of an item. Equal starts keep the order of `items`. */
  constructor(items: readonly T[], span: (item: T) => { from: number; to: number }) {
    this.#items = inOrder(items, span);
    this.#from = new Float64Array(items.length);
    let leaves = 1;
    while (leaves < items.length) leaves *= 2;
    this.#leaves = leaves;
    this.#latest = new Float64Array(2 * leaves).fill(Number.NEGATIVE_INFINITY);
    for (let i = 0; i < items.length; i++) {
      const { from, to } = span(this.#items[i]!);
      this.#from[i] = from;
      this.#latest[leaves + i] = to;
    }
    for (let node = leaves - 1; node > 0; node--) {
      this.#latest[node] = Math.max(this.#latest[2 * node]!, this.#latest[2 * node + 1]!);
    }
  }

  /** Every item whose interval holds `t`, ends included, in order of its start. */
  at(t: number): T[] {
    const found: T[] = [];
    this.#collect(1, 0, this.#leaves, t, found);
    return found;
  }

  #collect(node: number, first: number, width: number, t: number, found: T[]): void {
    if (first >= this.#items.length || this.#latest[node]! < t || this.#from[first]! > t) return;
    if (width === 1) {
      found.push(this.#items[first]!);
      return;
    }
    this.#collect(2 * node, first, width / 2, t, found);
    this.#collect(2 * node + 1, first + width / 2, width / 2, t, found);
  }
}

/** The items by their start, those of equal starts as they were; most lists are in that order already. */
function inOrder<T>(items: readonly T[], span: (item: T) => { from: number }): readonly T[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    const { from } = span(item);
    if (from < last) return items.toSorted((a, b) => span(a).from - span(b).from);
    last = from;
  }
  return items;
}

/** A value that changes now and then: what it is at an instant. Changes are added in order of time. */
export class Changes<T> {
  readonly #initial: T;
  readonly #times: number[] = [];
  readonly #values: T[] = [];

  constructor(initial: T) {
    this.#initial = initial;
  }

  /** From `t` on the value is `value`. */
  add(t: number, value: T): void {
    this.#times.push(t);
    this.#values.push(value);
  }

  /** The value at `t`, a change at that very instant included. */
  at(t: number): T {
    const after = firstAfter(this.#times, t);
    return after === 0 ? this.#initial : this.#values[after - 1]!;
  }

  /** Each change as `[t, value]`, in order. */
  *entries(): Generator<[number, T]> {
    for (let i = 0; i < this.#times.length; i++) yield [this.#times[i]!, this.#values[i]!];
  }
}

/** How many of the ascending `times` are at or before `t`. */
function firstAfter(times: ArrayLike<number>, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
