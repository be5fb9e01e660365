/** A binary heap of what is to happen, ordered by time, then rank, then which was put in first. */
export class Heap<T> {
  #entries: Entry<T>[] = [];
  #sequence = 0;

  get size(): number {
    return this.#entries.length;
  }

  /** The time of the earliest entry; Infinity when there is none. */
  get time(): number {
    return this.#entries.length > 0 ? this.#entries[0]!.time : Infinity;
  }

  push(time: number, rank: number, stamp: number, item: T): void {
    const entries = this.#entries;
    this.#sequence += 1;
    const entry = { time, rank, sequence: this.#sequence, stamp, item };
    let at = entries.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = entries[above]!;
      if (!earlier(entry, parent)) break;
      entries[at] = parent;
      at = above;
    }
    entries[at] = entry;
  }

  /** Takes the earliest entry out. */
  pop(): Entry<T> {
    const entries = this.#entries;
    const first = entries[0]!;
    const entry = entries.pop()!;
    const size = entries.length;
    if (size === 0) return first;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      let below = entries[child]!;
      if (child + 1 < size) {
        const right = entries[child + 1]!;
        if (earlier(right, below)) {
          below = right;
          child += 1;
        }
      }
      if (!earlier(below, entry)) break;
      entries[at] = below;
      at = child;
    }
    entries[at] = entry;
    return first;
  }
}

interface Entry<T> {
  time: number;
  rank: number;
  sequence: number;
  stamp: number;
  item: T;
}

function earlier<T>(a: Entry<T>, b: Entry<T>): boolean {
  if (a.time !== b.time) return a.time < b.time;
  return a.rank < b.rank || (a.rank === b.rank && a.sequence < b.sequence);
}
