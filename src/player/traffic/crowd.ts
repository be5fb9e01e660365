/** When more is under way than an eye can follow, and how much flows along each wire then. */
import { indexOf } from '../trace-index.ts';
import type { Micros } from '../../simulation/scenario.ts';
import type { MessageEvent, Trace } from '../../simulation/trace.ts';

/** The run is looked at in stretches of this long, so that the picture does not change its kind from one moment to the next. */
export const STRETCH = 500_000;
/** The most messages that are drawn one by one. */
export const MOST = 30;

/** For each stretch of the run: the most messages under way at once. */
export function peaks(trace: Trace): number[] {
  const changes: [Micros, number][] = [];
  for (const { sent, gone } of indexOf(trace).messages.values()) {
    changes.push([sent.t, 1]);
    if (gone < trace.end) changes.push([gone, -1]);
  }
  changes.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const most = Array.from({ length: Math.ceil(trace.end / STRETCH) + 1 }, () => 0);
  let now = 0;
  let stretch = 0;
  for (const [t, by] of changes) {
    for (; stretch < Math.floor(t / STRETCH); stretch += 1) most[stretch + 1] = now;
    now += by;
    most[stretch] = Math.max(most[stretch]!, now);
  }
  return most;
}

/** The stretch that an instant is in. */
export const stretchAt = (t: Micros): number => Math.floor(t / STRETCH);

/** For each stretch: how many messages a second set out, by the key of each; null is not counted. */
export function flows(trace: Trace, keyOf: (sent: MessageEvent) => string | null): Map<string, number>[] {
  const all = Array.from({ length: Math.ceil(trace.end / STRETCH) + 1 }, () => new Map<string, number>());
  for (const { sent } of indexOf(trace).messages.values()) {
    const key = keyOf(sent);
    const here = all[stretchAt(sent.t)]!;
    if (key !== null) here.set(key, (here.get(key) ?? 0) + 1e6 / STRETCH);
  }
  return all;
}
