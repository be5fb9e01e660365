/** Where everything in a sequence diagram stands: lifelines across, time downwards. */
import type { Arrow, Bar, Sequence } from '../../player/sequence.ts';
import type { Micros } from '../../simulation/scenario.ts';
import { round } from '../layout/route.ts';
import type { Point, Width } from '../layout/types.ts';

/** One unit of height is this many microseconds: 100 ms are 112 units. */
const MICROS_A_UNIT = 893;
/** A stretch in which nothing begins or ends is drawn no longer than this. */
const LONGEST_SILENCE = 120_000;
const BREAK = 44;
/** Where time begins, below the heads. */
export const TOP = { 1000: 122, 600: 116, 320: 96 };

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
      breaks.push({ y: y + BREAK / 2, from, to });
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

export interface Placed {
  x: Record<string, number>;
  left: number;
  right: number;
  clock: Clock;
  arrows: PlacedArrow[];
  bars: (Bar & { x: number; y1: number; y2: number })[];
}

export interface PlacedArrow extends Arrow {
  x1: number;
  y1: number;
  /** Where it arrives, is lost, or turns round. */
  ends: Point;
  /** Where a refused one comes back to; null for any other. */
  back: Point | null;
  label: { x: number; y: number; anchor: 'start' | 'end' };
}

/** Half the width of a bar on a lifeline. */
export const BAR = 5;

/** Places a run's lifelines, arrows and bars in a drawing of a width. */
export function placeSequence({ lifelines, arrows, bars, end }: Sequence, width: Width): Placed {
  const left = { 1000: 128, 600: 84, 320: 50 }[width];
  const right = width - { 1000: 110, 600: 60, 320: 26 }[width];
  const gap = lifelines.length > 1 ? (right - left) / (lifelines.length - 1) : 0;
  const x = Object.fromEntries(lifelines.map((id, i) => [id, left + i * gap]));
  const instants = [...arrows.flatMap(({ start, end: stop, turn }) => [start, stop, ...(turn === null ? [] : [turn])]), ...bars.flatMap(({ from, to }) => [from, to])];
  const clock = clockOf(instants.filter((t) => t <= end), width);
  return {
    x, left, right, clock,
    arrows: arrows.map((arrow) => placeArrow(arrow, x, clock)),
    bars: bars.filter(({ who, to, from }) => who in x && to > from)
      .map((bar) => ({ ...bar, x: x[bar.who]!, y1: clock.y(bar.from), y2: clock.y(bar.to) })),
  };
}

function placeArrow(arrow: Arrow, x: Record<string, number>, clock: Clock): PlacedArrow {
  const from = x[arrow.from]!;
  const to = x[arrow.to]!;
  const way = Math.sign(to - from);
  const x1 = from + way * BAR;
  const far = to - way * BAR;
  const refused = arrow.turn !== null;
  const y1 = clock.y(arrow.start);
  return {
    ...arrow, x1, y1,
    ends: { x: refused ? far : x1 + (far - x1) * arrow.reach, y: clock.y(arrow.turn ?? arrow.end) },
    back: refused ? { x: x1, y: clock.y(arrow.end) } : null,
    label: { x: from + way * (BAR + 9), y: y1 - 7, anchor: way > 0 ? 'start' : 'end' },
  };
}

/** How far before its end an arrow's glyph stops, so that it does not lie on the lifeline. */
const BACK = 9;

/** Where an arrow's glyph is at an instant, and its line up to there. Beyond its end it stays where it ended. */
export function placeOn(arrow: PlacedArrow, t: Micros): Point & { line: string } {
  const { x1, y1, ends, back, start, end, turn } = arrow;
  const out = turn ?? end;
  const length = Math.hypot(ends.x - x1, ends.y - y1) || 1;
  const most = Math.max(0, 1 - BACK / length);
  const share = out > start ? Math.max(0, Math.min(1, (t - start) / (out - start))) : 1;
  const tip = between({ x: x1, y: y1 }, ends, Math.min(most, share));
  const there = `M${round(x1)},${round(y1)}L${tip.x},${tip.y}`;
  if (!back || turn === null || t <= turn) return { ...tip, line: there };
  const home = between(ends, back, Math.min(1, (t - turn) / (end - turn || 1)));
  const line = `${there}M${round(ends.x)},${round(ends.y)}L${home.x},${home.y}`;
  return t >= end ? { ...tip, line } : { ...home, line };
}

function between(from: Point, to: Point, share: number): Point {
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) };
}
