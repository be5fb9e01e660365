/** A binary heap of what is to happen, ordered by (time, order); equal keys do not occur. */
export class Heap<T> {
  #times: number[] = [];
  #orders: number[] = [];
  #stamps: number[] = [];
  #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** The time of the earliest entry; Infinity when there is none. */
  get time(): number {
    return this.#items.length > 0 ? this.#times[0]! : Infinity;
  }

  /** The stamp of the earliest entry. */
  get stamp(): number {
    return this.#stamps[0]!;
  }

  push(time: number, order: number, stamp: number, item: T): void {
    const times = this.#times;
    const orders = this.#orders;
    let at = this.#items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const later = times[parent]! - time;
      if (later < 0 || (later === 0 && orders[parent]! < order)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, time, order, stamp, item);
  }

  /** Takes the earliest entry out. */
  pop(): T {
    const times = this.#times;
    const orders = this.#orders;
    const first = this.#items[0]!;
    const item = this.#items.pop()!;
    const size = this.#items.length;
    if (size === 0) return first;
    const time = times[size]!;
    const order = orders[size]!;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < size) {
        const earlier = times[right]! - times[child]!;
        if (earlier < 0 || (earlier === 0 && orders[right]! < orders[child]!)) child = right;
      }
      const later = times[child]! - time;
      if (later > 0 || (later === 0 && order < orders[child]!)) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, time, order, this.#stamps[size]!, item);
    return first;
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from]!;
    this.#orders[to] = this.#orders[from]!;
    this.#stamps[to] = this.#stamps[from]!;
    this.#items[to] = this.#items[from]!;
  }

  #put(at: number, time: number, order: number, stamp: number, item: T): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#stamps[at] = stamp;
    this.#items[at] = item;
  }
}
