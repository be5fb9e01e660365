/** How a message and its price tag lie on a wire. */
import { tagShape } from '../kit/shapes.ts';
import type { Path } from './route.ts';
import type { Box, Point, TagPlace, Wire } from './types.ts';

/** The height of a whole tag, and of one with its version alone. */
export const tagHeight = ({ compact }: TagPlace): number => (compact ? 19 : 24);

/** A tag's top left corner from its message's place. @param x the message's; the others are the tag's */
export function tagCorner({ side, room: [from, to] }: TagPlace, x: number, width: number, height: number): [number, number] {
  if (side === 'below') return [Math.max(from, Math.min(to - width, x - 4)) - x, 21];
  return [side === 'left' ? -18 - width : 18, -height / 2];
}

/** The width of a tag with a price of two digits. */
export const tagWidth = (tag: TagPlace): number => tagShape(tagHeight(tag), 1, tag.compact ? 'v7' : '12.50 v7').width;

/** The room that a tag takes when its message is at a point. */
export function tagBox(tag: TagPlace, { x, y }: Point): Box {
  const [width, height] = [tagWidth(tag), tagHeight(tag)];
  const [dx, dy] = tagCorner(tag, x, width, height);
  return { x: x + dx, y: y + dy, width, height };
}

/** How far from its wire's ends a message stays: a ring needs more room than a border. */
export function insetsOf({ ends }: Pick<Wire, 'ends'>, { total }: Path, discs: Set<string>): [number, number] {
  const [near, far] = ends.map((end) => (discs.has(end) ? 28 : 14)) as [number, number];
  const room = Math.min(1, (total * 0.62) / (near + far));
  return [near * room, far * room];
}
