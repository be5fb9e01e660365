import { gap, service } from './mm1.ts';
import { rank } from './row.ts';

export interface Outcome {
  served: number;
  /** When the last customer left, in simulated microseconds. */
  end: number;
  /** Events a second. */
  rate: number;
}

/** What the loop does a second on this machine now: the median of five. */
export function loopRate(): number {
  return rank(Array.from({ length: 5 }, () => byLoop(200_000).rate), 0.5);
}

/** Times a queue of so many customers, each an arrival and a departure. */
export function timed(customers: number, work: () => Omit<Outcome, 'rate'>): Outcome {
  const from = performance.now();
  const outcome = work();
  return { ...outcome, rate: (2 * customers) / ((performance.now() - from) / 1000) };
}

/** The M/M/1 queue as a loop on a binary heap, written for it alone. @returns events a second, two a customer */
export function byLoop(customers: number): Outcome {
  return timed(customers, () => {
    const times: number[] = [];
    const kinds: number[] = [];
    const push = (time: number, kind: number) => {
      let at = times.length;
      times.push(time);
      kinds.push(kind);
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (times[parent]! < time || (times[parent] === time && kinds[parent]! <= kind)) break;
        times[at] = times[parent]!;
        kinds[at] = kinds[parent]!;
        at = parent;
      }
      times[at] = time;
      kinds[at] = kind;
    };
    const pop = () => {
      const time = times.pop()!;
      const kind = kinds.pop()!;
      const size = times.length;
      if (size === 0) return;
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        const right = child + 1;
        if (right < size && (times[right]! < times[child]! || (times[right] === times[child] && kinds[right]! < kinds[child]!))) child = right;
        if (time < times[child]! || (time === times[child] && kind < kinds[child]!)) break;
        times[at] = times[child]!;
        kinds[at] = kinds[child]!;
        at = child;
      }
      times[at] = time;
      kinds[at] = kind;
    };
    let [next, begun, served, waiting, busy, now] = [0, 0, 0, 0, false, 0];
    push(gap(0), 1);
    while (times.length > 0) {
      now = times[0]!;
      const arrived = kinds[0] === 1;
      pop();
      if (arrived) {
        waiting += 1;
        next += 1;
        if (next < customers) push(now + gap(next), 1);
      } else {
        served += 1;
        busy = false;
      }
      if (!busy && waiting > 0) {
        waiting -= 1;
        busy = true;
        push(now + service(begun), 0);
        begun += 1;
      }
    }
    return { served, end: now };
  });
}
