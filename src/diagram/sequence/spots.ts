/** Where words of a sequence diagram may stand, the usual place first. */
import type { Point } from '../layout/types.ts';
import { BAR, type PlacedArrow } from './arrows.ts';

/** A place to begin or end at, `y` the baseline of words, and what is against it. */
export interface Spot extends Point {
  anchor: 'start' | 'end';
  cost: number;
}

/** Above the line from its start on, below it towards its end, and on the other side of the lifeline it leaves. */
export function spotsAt({ x1, y1, ends }: PlacedArrow): Spot[] {
  const way = ends.x < x1 ? -1 : 1;
  const [anchor, other] = way > 0 ? ['start', 'end'] as const : ['end', 'start'] as const;
  const onLine = (share: number, aside: number, down: number) => ({ x: x1 + (ends.x - x1) * share + way * aside, y: y1 + (ends.y - y1) * share + down });
  const back = x1 - way * (2 * BAR + 9);
  return [
    { ...onLine(0, 9, -7), anchor, cost: 0 },
    ...[0.15, 0.3, 0.45, 0.6].map((share) => ({ ...onLine(share, 9, -7), anchor, cost: 6 + share * 20 })),
    ...[1, 0.8, 0.6, 0.4].map((share) => ({ ...onLine(share, -12, 16), anchor: other, cost: 14 })),
    ...[-7, 5, 17].map((down) => ({ x: back, y: y1 + down, anchor: other, cost: 20 })),
  ];
}

/** Beside a cross on a lifeline. */
export function spotsBeside({ x, y }: Point): Spot[] {
  return [5, -9, 19].flatMap((down, i) => [
    { x: x + 14, y: y + down, anchor: 'start' as const, cost: i * 6 }, { x: x - 14, y: y + down, anchor: 'end' as const, cost: i * 6 + 3 },
  ]);
}
