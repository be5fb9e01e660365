/** A binary heap of what is to happen, ordered by (time, order); equal keys do not occur. */
export class Heap<T> {
  size = 0;
  #times: number[] = [];
  #orders: number[] = [];
  #stamps: number[] = [];
  #items: T[] = [];
  #values: unknown[] = [];

  /** The time of the earliest entry; Infinity when there is none. */
  get time(): number {
    return this.size > 0 ? this.#times[0]! : Infinity;
  }

  get item(): T {
    return this.#items[0]!;
  }

  get value(): unknown {
    return this.#values[0];
  }

  get stamp(): number {
    return this.#stamps[0]!;
  }

  push(time: number, order: number, item: T, value: unknown, stamp: number): void {
    const times = this.#times;
    const orders = this.#orders;
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = times[parent]!;
      if (other < time || (other === time && orders[parent]! < order)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, time, order, item, value, stamp);
  }

  /** Drops the earliest entry. */
  pop(): void {
    const times = this.#times;
    const orders = this.#orders;
    this.size -= 1;
    const last = this.size;
    const time = times[last]!;
    const order = orders[last]!;
    const item = this.#items[last]!;
    const value = this.#values[last];
    const stamp = this.#stamps[last]!;
    this.#items.pop();
    this.#values.pop();
    if (last === 0) return;
    let at = 0;
    const firstLeaf = last >> 1;
    while (at < firstLeaf) {
      let child = 2 * at + 1;
      const right = child + 1;
      if (right < last) {
        const earlier = times[right]! - times[child]!;
        if (earlier < 0 || (earlier === 0 && orders[right]! < orders[child]!)) child = right;
      }
      if (time < times[child]! || (time === times[child]! && order < orders[child]!)) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, time, order, item, value, stamp);
  }

  #move(from: number, to: number): void {
    this.#times[to] = this.#times[from]!;
    this.#orders[to] = this.#orders[from]!;
    this.#items[to] = this.#items[from]!;
    this.#values[to] = this.#values[from];
    this.#stamps[to] = this.#stamps[from]!;
  }

  #put(at: number, time: number, order: number, item: T, value: unknown, stamp: number): void {
    this.#times[at] = time;
    this.#orders[at] = order;
    this.#items[at] = item;
    this.#values[at] = value;
    this.#stamps[at] = stamp;
  }
}
