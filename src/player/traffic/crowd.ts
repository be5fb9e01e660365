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
  const { messages } = indexOf(trace);
  const starts = Float64Array.from(messages.values(), ({ sent }) => sent.t).sort();
  const ends = Float64Array.from(messages.values(), ({ gone }) => gone).sort();
  const most = Array.from({ length: Math.ceil(trace.end / STRETCH) + 1 }, () => 0);
  let ended = 0;
  let stretch = 0;
  const reach = (t: Micros, now: number) => {
    for (; stretch < Math.floor(t / STRETCH); stretch += 1) most[stretch + 1] = now;
  };
  starts.forEach((t, begun) => {
    for (; ends[ended]! <= t && ends[ended]! < trace.end; ended += 1) reach(ends[ended]!, begun - ended);
    reach(t, begun - ended);
    most[stretch] = Math.max(most[stretch]!, begun + 1 - ended);
  });
  for (; ends[ended]! < trace.end; ended += 1) reach(ends[ended]!, starts.length - ended);
  return most;
}

/** The stretch that an instant is in. */
export const stretchAt = (t: Micros): number => Math.floor(t / STRETCH);

/** How many messages a second set out in one stretch of the run, by the key of each; null is not counted. */
export function flow(trace: Trace, stretch: number, keyOf: (sent: MessageEvent) => string | null): Map<string, number> {
  const rates = new Map<string, number>();
  for (const { sent } of indexOf(trace).messages.values()) {
    if (stretchAt(sent.t) !== stretch) continue;
    const key = keyOf(sent);
    if (key !== null) rates.set(key, (rates.get(key) ?? 0) + 1e6 / STRETCH);
  }
  return rates;
}
