/** Time to height in a sequence diagram. */
import type { Micros } from '../../simulation/scenario.ts';
import type { Width } from '../layout/types.ts';

/** One unit of height is this many microseconds: 100 ms are 112 units. */
const MICROS_A_UNIT = 893;
/** A stretch in which nothing begins or ends is drawn no longer than this. */
const LONGEST_SILENCE = 120_000;
const BREAK = 62;
/** Where the mark of a break stands in it: so far above what follows that a label has room between. */
const BREAK_MARK = 22;
/** Where time begins, below the heads. */
export const TOP = { 1000: 124, 600: 120, 320: 110 };
/** The heads end this far above it: the first label stands between. */
export const BELOW_HEADS = 30;

/** Time to height, and the breaks where silence was left out. */
export interface Clock {
  y: (t: Micros) => number;
  breaks: { y: number; from: Micros; to: Micros }[];
  ticks: { t: Micros; y: number; label: string }[];
  height: number;
}

/** A clock over the instants at which something begins or ends. */
export function clockOf(instants: readonly Micros[], width: Width): Clock {
  const top = TOP[width];
  const sorted = [...new Set([0, ...instants])].sort((a, b) => a - b);
  const known: { t: Micros; y: number }[] = [{ t: 0, y: top }];
  const breaks: Clock['breaks'] = [];
  for (let i = 1; i < sorted.length; i += 1) {
    const from = sorted[i - 1]!;
    const to = sorted[i]!;
    const { y } = known.at(-1)!;
    if (to - from > LONGEST_SILENCE) {
      breaks.push({ y: y + BREAK_MARK, from, to });
      known.push({ t: to, y: y + BREAK });
    } else known.push({ t: to, y: y + (to - from) / MICROS_A_UNIT });
  }
  const y = (t: Micros) => {
    const after = known.findIndex((one) => one.t >= t);
    if (after === 0) return top;
    const last = known.at(-1)!;
    if (after < 0) return last.y + (t - last.t) / MICROS_A_UNIT;
    const from = known[after - 1]!;
    const to = known[after]!;
    return from.y + ((t - from.t) / (to.t - from.t)) * (to.y - from.y);
  };
  const end = sorted.at(-1)!;
  return { y, breaks, ticks: ticksOf(end, y, breaks), height: Math.ceil(y(end)) + 34 };
}

function ticksOf(end: Micros, y: (t: Micros) => number, breaks: Clock['breaks']): Clock['ticks'] {
  const ticks: Clock['ticks'] = [];
  for (let t = 0; t <= end; t += 100_000) {
    if (breaks.some(({ from, to }) => t > from && t < to)) continue;
    ticks.push({ t, y: y(t), label: t === 0 ? '0 ms' : String(t / 1000) });
  }
  return ticks;
}
