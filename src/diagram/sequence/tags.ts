/** Where the price tags of a sequence diagram hang. */
import { tagOf } from '../kit/Tag.tsx';
import type { Point, Width } from '../layout/types.ts';
import { placeOn } from './arrows.ts';
import { glyphsOf, met } from './costs.ts';
import { BESIDE_PIN, type Label } from './labels.ts';
import type { Bare } from './layout.ts';

/** From a message's glyph down to its tag, and how far aside of it the tag begins, the usual place first. */
const places = [[20, -4], [36, -4], [-12, 16], [-44, -4]] as const;

/** From each message that carries a price to the corner of its tag, by the message's id: clear of words and of other glyphs where it can. */
export function placeTags({ arrows, left }: Bare, labels: readonly Label[], width: Width): Map<number, Point> {
  const taken = [...labels.map(({ box }) => box), ...glyphsOf(arrows)];
  return new Map(arrows.flatMap((arrow): [number, Point][] => {
    if (!arrow.price) return [];
    const at = placeOn(arrow, Infinity);
    const { active } = labels.find(({ id }) => id === arrow.id)!;
    const size = tagOf(arrow.price.cents, arrow.price.version, 24).shape.width;
    const spots = places.flatMap(([y, aside], i) => [aside, -aside - size].map((x, j) => {
      const room = { x: Math.max(left - BESIDE_PIN, Math.min(width - size - 4, at.x + x)), y: at.y + y, width: size, height: 24 };
      return { x: room.x - at.x, y, cost: taken.reduce((sum, one) => sum + met(room, one), 20 * met(room, active) + i * 8 + j * 4) };
    }));
    return [[arrow.id, spots.reduce((best, one) => (one.cost < best.cost ? one : best))]];
  }));
}
