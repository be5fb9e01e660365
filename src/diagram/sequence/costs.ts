/** What words of a sequence diagram must not stand on. */
import { over } from '../layout/room.ts';
import type { Box, Point, Width } from '../layout/types.ts';
import { BAR, piecesOf, placeOn, type PlacedArrow } from './arrows.ts';
import { BELOW_HEADS, TOP } from './clock.ts';
import type { Bare } from './layout.ts';

const around = ({ x, y }: Point, size: number): Box => ({ x: x - size / 2, y: y - size / 2, width: size, height: size });

/** Where the glyphs of messages come to rest. */
export const glyphsOf = (arrows: readonly PlacedArrow[]): Box[] => arrows.map((arrow) => around(placeOn(arrow, Infinity), 18));

/** How bad it is that two boxes touch; 0 when they do not. */
export function met(a: Box, b: Box): number {
  const area = over(a, b, 2, 1);
  return area && area + 40;
}

/** What it costs to stand in a box among everything but words; `loose`: to be there for a moment. */
export function costsIn({ clock, arrows, waits, bars }: Bare, width: Width): (box: Box, loose: Box) => number {
  const taken: [number, Box][] = [
    ...glyphsOf(arrows).map((box): [number, Box] => [2, box]),
    ...waits.map((wait): [number, Box] => [3, around(wait, 14)]),
    ...bars.map(({ x, y1, y2 }): [number, Box] => [0.2, { x: x - BAR, y: y1, width: 2 * BAR, height: y2 - y1 }]),
    ...[{ y: 0, height: TOP[width] - BELOW_HEADS }, ...clock.breaks.map(({ y }) => ({ y: y - 6, height: 12 }))]
      .map((band): [number, Box] => [50, { x: 0, width, ...band }]),
  ];
  const lines = arrows.flatMap(piecesOf);
  return (box, loose) => taken.reduce((sum, [weight, one]) => sum + weight * (met(box, one) + met(loose, one) / 30), 0)
    + lines.reduce((sum, line) => sum + 2 * struck(box, line), 0);
}

/** How much of a line runs through a box. */
function struck({ x, y, width, height }: Box, [a, b]: [Point, Point]): number {
  const across = [(x - a.x) / (b.x - a.x), (x + width - a.x) / (b.x - a.x)];
  const down = [(y - a.y) / (b.y - a.y), (y + height - a.y) / (b.y - a.y)];
  const share = Math.min(1, Math.max(...across), Math.max(...down)) - Math.max(0, Math.min(...across), Math.min(...down));
  return share > 0 ? 6 + share * Math.hypot(b.x - a.x, b.y - a.y) : 0;
}
