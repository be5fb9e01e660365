/** Checkouts by the second in which they began. */
import type { Ended } from '../simulation/metrics.ts';
import type { Micros } from '../simulation/scenario.ts';

/** One number a second; an empty list is nothing but zeros. */
export interface Strip {
  completed: number[];
  /** Of the completed, those that took a second or more. */
  late: number[];
  /** Of the completed, those that paid a wrong price. */
  wrong: number[];
  failed: number[];
}

const LATE = 1_000_000;

/** Counts how the checkouts of a run of so many microseconds end. */
export class StripCounter {
  readonly #strip: Strip;

  constructor(duration: Micros) {
    const zeros = () => Array.from({ length: Math.ceil(duration / 1e6) }, () => 0);
    this.#strip = { completed: zeros(), late: zeros(), wrong: zeros(), failed: zeros() };
  }

  /** Takes note of a checkout that has ended. */
  readonly count = ({ arrivedAt, endedAt, outcome, wrong }: Ended): void => {
    const { completed, late, wrong: wronged, failed } = this.#strip;
    const second = Math.floor(arrivedAt / 1e6);
    if (outcome !== 'completed') {
      failed[second]! += 1;
      return;
    }
    completed[second]! += 1;
    if (endedAt - arrivedAt >= LATE) late[second]! += 1;
    if (wrong) wronged[second]! += 1;
  };

  get strip(): Strip {
    const short = (counts: number[]) => (counts.some((count) => count > 0) ? counts : []);
    const { completed, late, wrong, failed } = this.#strip;
    return { completed: short(completed), late: short(late), wrong: short(wrong), failed: short(failed) };
  }
}
