/** What takes room in a drawing before any message is under way. */
import { FLAG, RING_BAND, RING_GAP } from '../kit/shapes.ts';
import { nameOf } from '../names.ts';
import { widthOf } from './letters.ts';
import type { Box, Drawing, PlacedNode, TextSpot, Width, Wire } from './types.ts';

/** Something that takes room: what it is and whose; `weight` is how much of a fault it is to stand on it. Of traffic only the most counts. */
export interface Taken extends Box {
  what: string;
  owner: string;
  part: 'body' | 'label' | 'state' | 'wire' | 'traffic';
  weight: number;
}

/** The sizes of names and of the lines below them. */
export const sizes: Record<Width, { name: number; note: number; line: number }> = {
  1000: { name: 15, note: 13, line: 17 }, 600: { name: 15, note: 13, line: 16 }, 320: { name: 14, note: 12.5, line: 16 },
};

/** The boxes of a name and of the line below it at a spot: their letters, from the height of capitals to the foot of a p. */
function textBoxes({ x, y, anchor, lines }: TextSpot, name: string, note: string, width: Width): Box[] {
  const { name: size, note: small, line } = sizes[width];
  const rows = [{ text: name, size, foot: y, thin: 1 }, { text: note, size: small, foot: y + line, thin: 0.94 }].slice(0, lines);
  return rows.map(({ text, size: high, foot, thin }) => {
    const wide = widthOf(text) * high * thin;
    return { x: anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2, y: foot - high * 0.7, width: wide, height: high * 0.9 };
  });
}

/** The longest line that may stand under a participant's name. */
function longestNote({ shape }: PlacedNode, width: Width): string {
  if (shape === 'disc') return width === 1000 ? 'time-out, 399 of 400 ms left' : width === 600 ? '399 of 400 ms left' : 'asks again in 250 ms';
  if (shape === 'square') return width === 1000 ? '4 of 4 busy, 12 wait' : '4 of 4 busy';
  return 'belongs to B';
}

export const grown = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });

/** A participant: its shape, its names, and what may appear at its edge when it is not well. */
function takenBy(node: PlacedNode, width: Width): Taken[] {
  const { id, shape, box, label, trays } = node;
  const taken: Taken[] = [];
  const take = (what: string, part: Taken['part'], weight: number, room: Box) => taken.push({ what, owner: id, part, weight, ...room });
  const write = (spot: TextSpot, name: string, note: string) => textBoxes(spot, name, note, width).forEach((room, i) => take(`${name} ${i === 0 ? 'name' : 'note'}`, 'label', 1, room));
  if (shape === 'broker') {
    for (const { queue, box: tray, label: name } of trays) {
      take(queue, 'body', 1, tray);
      write(name, name.lines === 1 ? `${queue}, 12 wait` : queue, '12 wait');
    }
    return taken;
  }
  take(id, 'body', 1, shape === 'disc' ? grown(box, RING_GAP + RING_BAND / 2) : box);
  if (shape === 'shelf') take(`${id} age`, 'body', 1, { x: box.x, y: box.y + box.height, width: box.width, height: 58 });
  if (label) write(label, shape === 'shelf' ? 'its own copy' : nameOf(id), longestNote(node, width));
  if (shape !== 'screen' && shape !== 'banner' && shape !== 'shelf') take(`${id} flag`, 'state', shape === 'disc' ? 0.03 : shape === 'cylinder' ? 0.1 : 0.6, { ...node.flag, ...FLAG });
  if (shape === 'square') {
    take(`${id} echoes`, 'state', 0.1, { x: box.x + box.width, y: box.y, width: 21, height: box.height });
    take(`${id} queue`, 'state', 0.06, { x: box.x - 28, y: box.y, width: 28, height: box.height });
  }
  return taken;
}

/** Half of a message's glyph, with its strokes and a hair of air. */
export const GLYPH = 13;
/** No words stand nearer to the drawing's edge. */
const MARGIN = 6;

export type Room = Pick<Drawing, 'nodes' | 'wires' | 'width' | 'height'>;

/** How much of a box lies on another, or nearer to it than it should; no box counts for more than a word's worth. */
export function over(a: Box, b: Box, across: number, down: number): number {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) + across;
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) + down;
  return x > 0 && y > 0 ? Math.min(x, 40) * Math.min(y, 20) : 0;
}

/** What it costs to stand on things, and outside; counted no further than `limit`. */
export function clash(box: Box, taken: readonly Taken[], { width, height }: Room, air: [number, number], limit = Infinity): number {
  const outside = Math.max(0, MARGIN - box.x) + Math.max(0, MARGIN - box.y) + Math.max(0, box.x + box.width - width + MARGIN) + Math.max(0, box.y + box.height - height + MARGIN);
  let cost = outside * 30;
  let passing = 0;
  for (const one of taken) {
    const area = over(box, one, ...air);
    if (area === 0) continue;
    if (one.part === 'traffic') passing = Math.max(passing, (60 + area) * one.weight);
    else cost += (60 + area) * one.weight;
    if (cost >= limit) return cost;
  }
  return cost + passing;
}

/** Each straight piece of a wire. */
export const piecesOf = ({ id, points }: Wire): Taken[] => points.slice(1).map((to, i) => {
  const from = points[i]!;
  return {
    what: id, owner: id, part: 'wire', weight: 1.5,
    x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y),
  };
});

/**
 * Everything that stands in a drawing at rest, or may stand there.
 * @param wire the wire that is looked at: who asks its own copy waits for nobody, so that the line of a wait is free
 */
export function takenIn({ nodes, wires, width }: Room, wire?: Wire): Taken[] {
  const own = (node: PlacedNode) => (wire?.docked && node.label && wire.ends.includes(node.id) ? { ...node, label: { ...node.label, lines: 1 as const } } : node);
  return [...nodes.flatMap((node) => takenBy(own(node), width)), ...wires.flatMap(piecesOf)];
}

/** Gives every participant a place for its flag: above it, or wherever there is room. */
export function placeFlags(room: Room): PlacedNode[] {
  const taken = takenIn(room).filter(({ part }) => part !== 'state');
  const lanes = taken.map((one) => (one.part === 'wire' ? { ...one, ...grown(one, GLYPH), weight: 0.4 } : one));
  return room.nodes.map((node) => {
    const { x, y, width, height } = node.box;
    const above = y - FLAG.height - (node.shape === 'disc' ? 24 : node.shape === 'square' ? 8 : 6);
    const [middle, right] = [x + (width - FLAG.width) / 2, x + width - FLAG.width];
    const places: [number, number, number][] = [
      [middle, above, 0], [x, above, 2], [right, above, 2], [x - FLAG.width / 2, above, 8], [right + FLAG.width / 2, above, 8],
      [middle, y + height + 6, 20], [x + width + 8, y, 20], [x - FLAG.width - 8, y, 20],
    ];
    const costs = places.map(([left, top, cost]) => cost + clash({ x: left, y: top, ...FLAG }, lanes.filter(({ what }) => what !== node.id), room, [2, 2]));
    const [left, top] = places[costs.indexOf(Math.min(...costs))]!;
    return { ...node, flag: { x: left, y: top } };
  });
}
