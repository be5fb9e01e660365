/** When more is under way than an eye can follow, and how much flows along each wire then. */
import { PIECE, atOnce, type Pieces } from '../pieces.ts';
import { indexOf } from '../trace-index.ts';
import type { Micros } from '../../simulation/scenario.ts';
import type { MessageEvent, Trace } from '../../simulation/trace.ts';

/** The run is looked at in stretches of this long, so that the picture does not change its kind from one moment to the next. */
export const STRETCH = 500_000;
/** The most messages that are drawn one by one. */
export const MOST = 30;
/** Messages are counted in bins of this long: one that ends in a bin counts beside those that begin in it. */
const BIN = 5000;

/** How full a run is, by stretch. */
export interface Crowding {
  /** The most messages under way at once. */
  most: number[];
  /** The messages that set out. */
  sent: MessageEvent[][];
}

const known = new WeakMap<Trace, Crowding>();

/** How full a run is; counted once for each run. */
export const crowdingOf = (trace: Trace): Crowding => known.get(trace) ?? atOnce(crowding(trace));

/** Counts how full a run is, a piece at a time; `crowdingOf` has it at hand afterwards. */
export function* crowding(trace: Trace): Pieces<Crowding> {
  const { end } = trace;
  const begun = new Uint32Array(Math.floor(end / BIN) + 1);
  const ended = new Uint32Array(begun.length);
  const sent: MessageEvent[][] = Array.from({ length: stretchAt(end) + 1 }, () => []);
  let seen = 0;
  for (const life of indexOf(trace).messages.values()) {
    if (seen++ % PIECE === 0) yield;
    begun[Math.floor(life.sent.t / BIN)]! += 1;
    sent[stretchAt(life.sent.t)]!.push(life.sent);
    if (life.gone < end) ended[Math.floor(life.gone / BIN)]! += 1;
  }
  const most = sent.map(() => 0);
  let now = 0;
  begun.forEach((more, bin) => {
    const stretch = stretchAt(bin * BIN);
    most[stretch] = Math.max(most[stretch]!, now + more);
    now += more - ended[bin]!;
  });
  const counted = { most, sent };
  known.set(trace, counted);
  return counted;
}

/** The stretch that an instant is in. */
export const stretchAt = (t: Micros): number => Math.floor(t / STRETCH);

/** How many messages a second set out in one stretch of the run, by the key of each; null is not counted. */
export function flow(trace: Trace, stretch: number, keyOf: (sent: MessageEvent) => string | null): Map<string, number> {
  const rates = new Map<string, number>();
  for (const sent of crowdingOf(trace).sent[stretch] ?? []) {
    const key = keyOf(sent);
    if (key !== null) rates.set(key, (rates.get(key) ?? 0) + 1e6 / STRETCH);
  }
  return rates;
}
