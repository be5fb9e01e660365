/**
 * Finds where the names of the messages on a wire stand and on which side their price tags hang: beside the wire,
 * clear of all that stands in the drawing and of the messages themselves, as near to the wire's middle as there is room.
 */
import { spotsBeside, type Candidate } from './name-spots.ts';
import { clash, GLYPH, grown, over, piecesOf, takenIn, type Room, type Taken } from './room.ts';
import { pathOf, placeAt, type Path } from './route.ts';
import { insetsOf, tagBox, tagWidth } from './tag-place.ts';
import type { Box, Point, Said, TagPlace, TagSide, TextSpot, Wire } from './types.ts';

/** A message is looked at in so many places along its wire. */
const LOOKS = 24;
interface Choice<T> {
  it: T;
  cost: number;
}

const gap = (a: Box, b: Box): number => Math.hypot(
  Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width), Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height),
);

/** Where a message passes: the middle of its glyph in `LOOKS` places. */
function stopsOf(path: Path, [near, far]: [number, number]): Point[] {
  return Array.from({ length: LOOKS }, (_, i) => placeAt(path, near + (i / (LOOKS - 1)) * (path.total - near - far)));
}

/** The ways in which tags may hang on a wire: below, between its ends, or beside it; whole, or with the version alone. */
function tagPlaces({ points }: Wire): Choice<TagPlace>[] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [from, to] = [Math.min(...xs) + 16, Math.max(...xs) - 4];
  const flat = Math.max(...ys) - Math.min(...ys) < Math.max(...xs) - Math.min(...xs);
  const sides: [TagSide, number][] = flat ? [['below', 0], ['right', 40], ['left', 40]] : [['left', 0], ['right', 0], ['below', 25]];
  return sides.flatMap(([side, cost]) => [false, true].map((compact) => {
    const tag: TagPlace = { side, compact, room: [from, to] };
    const width = tagWidth(tag);
    if (to - from < width) tag.room = flat ? [from - 12, Math.max(to, from - 12 + width)] : [-9999, 9999];
    return { it: tag, cost: cost + (compact ? 14 : 0) };
  }));
}

/** The cheapest of some spots; `more` is what only passes while such a message is under way. */
function bestSpot(wire: Wire, spots: readonly Candidate[], taken: readonly Taken[], more: readonly Taken[], room: Room, near: Point | null): Choice<TextSpot> {
  const all = [...taken, ...more];
  const own = piecesOf(wire);
  const others = taken.filter(({ part, owner }) => part === 'wire' && owner !== wire.id);
  let best: Choice<TextSpot> | null = null;
  let limit = Infinity;
  for (const { spot, box, cost } of spots) {
    if (cost >= limit) break;
    const clashing = cost + clash(box, all, room, [5, 2], limit - cost);
    if (clashing >= limit) continue;
    const mine = Math.min(...own.map((piece) => gap(box, piece)));
    const theirs = Math.min(Infinity, ...others.map((piece) => gap(box, piece)));
    const total = clashing + (theirs < mine ? 20 : 0) + (near ? Math.min(20, Math.hypot(near.x - spot.x, near.y - spot.y) * 0.1) : 0);
    if (total >= limit) continue;
    best = { it: spot, cost: total };
    limit = total;
  }
  return best!;
}

const unknown: Said[] = [{ name: 'GET /prices', note: '', priced: false }, { name: '200 OK', note: '', priced: true }];

/** Where messages and tags pass along a wire that has its places: others keep clear if they can. */
export function trafficOn(wire: Wire, room: Room): Taken[] {
  const path = pathOf(wire.points);
  const tags = stopsOf(path, insetsOf(wire, path, discsIn(room))).filter((_, i) => i % 4 === 0).map((at) => ({ weight: 0.12, ...tagBox(wire.tag, at) }));
  const glyphs = piecesOf(wire).map((piece) => ({ weight: 0.1, ...grown(piece, GLYPH) }));
  return [...tags, ...glyphs].map((box) => ({ what: 'messages', owner: wire.id, part: 'traffic', ...box }));
}

const discsIn = ({ nodes }: Room) => new Set(nodes.filter(({ shape }) => shape === 'disc').map(({ id }) => id));

/**
 * A wire with its places: of its tags, of names alone, and of names beside a tag.
 * @param others the traffic on other wires
 */
export function placeNames(wire: Wire, said: readonly Said[], room: Room, others: readonly Taken[]): Wire {
  const path = pathOf(wire.points);
  const stops = stopsOf(path, insetsOf(wire, path, discsIn(room)));
  const taken = [...takenIn(room, wire), ...others];
  const passing = (box: (at: Point) => Box, what: string): Taken[] => stops.map((at) => ({ what, owner: wire.id, part: 'traffic', weight: 1, ...box(at) }));
  const glyphs = passing(({ x, y }) => ({ x: x - GLYPH, y: y - GLYPH, width: 2 * GLYPH, height: 2 * GLYPH }), 'message');
  const all = said.length > 0 ? said : unknown;
  const [priced, bare] = [all.filter((one) => one.priced), all.filter((one) => !one.priced)];
  const solid = taken.filter(({ part }) => part !== 'wire' && part !== 'traffic');
  const spots = priced.length > 0 ? spotsBeside(path, priced, room.width) : [];
  let best: { tag: TagPlace; spot: TextSpot; cost: number } | null = null;
  for (const { it: tag, cost } of tagPlaces(wire)) {
    const boxes = passing((at) => tagBox(tag, at), 'tag');
    const hidden = solid.reduce((sum, one) => {
      const most = Math.max(...boxes.map((box) => over(box, one, 2, 2)));
      const end = one.part === 'body' && wire.ends.includes(one.owner);
      return sum + (most === 0 ? 0 : (60 + most) * one.weight * (end ? 0.5 : 1));
    }, 0) + Math.max(...boxes.map((box) => clash(box, [], room, [0, 0])));
    if (best && cost + hidden >= best.cost) continue;
    if (priced.length === 0) {
      best = { tag, spot: { x: 0, y: 0, anchor: 'start', lines: 1 }, cost: cost + hidden };
      continue;
    }
    const spot = bestSpot(wire, spots, taken, [...glyphs, ...boxes], room, null);
    const total = cost + hidden + spot.cost;
    if (!best || total < best.cost) best = { tag, spot: spot.it, cost: total };
  }
  const { tag, spot } = best!;
  const label = bare.length > 0 ? bestSpot(wire, spotsBeside(path, bare, room.width), taken, glyphs, room, priced.length > 0 ? spot : null).it : spot;
  return { ...wire, tag, label, tagged: priced.length > 0 ? spot : label };
}
