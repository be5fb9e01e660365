/** The lines of the messages in a sequence diagram. */
import type { Arrow } from '../../player/sequence.ts';
import type { Micros } from '../../simulation/scenario.ts';
import { round } from '../layout/route.ts';
import type { Point } from '../layout/types.ts';
import type { Clock } from './clock.ts';

export interface PlacedArrow extends Arrow {
  x1: number;
  y1: number;
  /** Where it arrives, is lost, or turns round. */
  ends: Point;
  /** Where a refused one comes back to; null for any other. */
  back: Point | null;
}

/** Half the width of a bar on a lifeline. */
export const BAR = 5;

/** A message from lifeline to lifeline. @param x where each stands */
export function placeArrow(arrow: Arrow, x: Record<string, number>, clock: Clock): PlacedArrow {
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
  };
}

/** The straight pieces of an arrow's whole line. */
export function piecesOf({ x1, y1, ends, back }: PlacedArrow): [Point, Point][] {
  return [[{ x: x1, y: y1 }, ends], ...(back ? [[ends, back] satisfies [Point, Point]] : [])];
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
