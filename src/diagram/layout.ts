/** Places a technique's participants and channels in one of three drawings, by role and owner alone. */
import type { Topology } from '../simulation/technique.ts';
import { placeMiddle } from './layout/middle.ts';
import { placeNarrow } from './layout/narrow.ts';
import { partsOf } from './layout/parts.ts';
import type { Drawing, PlacedNode, Plan, Point, Width, Wire } from './layout/types.ts';
import { placeWide } from './layout/wide.ts';

const places = { 1000: placeWide, 600: placeMiddle, 320: placeNarrow } as const;

const centre = ({ box }: PlacedNode): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The point where the line from a box's centre towards a target leaves the box. */
function border(node: PlacedNode, target: Point): Point {
  const from = centre(node);
  const dx = target.x - from.x;
  const dy = target.y - from.y;
  const reach = Math.min(
    dx === 0 ? Infinity : node.box.width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : node.box.height / 2 / Math.abs(dy),
  );
  return { x: from.x + dx * reach, y: from.y + dy * reach };
}

/** A channel no rule foresaw is a straight line. */
function straight(plan: Plan, [from, to]: [string, string]): Omit<Wire, 'id'>[] {
  const a = plan.nodes.find(({ id }) => id === from);
  const b = plan.nodes.find(({ id }) => id === to);
  if (!a || !b) return [];
  const points = [border(a, centre(b)), border(b, centre(a))];
  const middle = { x: (points[0]!.x + points[1]!.x) / 2, y: (points[0]!.y + points[1]!.y) / 2 - 16 };
  return [{ ends: [from, to], queue: null, points, docked: false, label: { ...middle, anchor: 'middle', lines: 1 } }];
}

function wiresOf(plan: Plan, channels: Topology['channels']): Wire[] {
  const drawn = new Map<string, Wire>();
  for (const channel of channels) {
    const known = plan.routes.filter(({ ends }) => channel.every((end) => ends.includes(end)));
    for (const route of known.length > 0 ? known : straight(plan, channel)) {
      const id = [...route.ends, ...(route.queue ? [route.queue] : [])].join('-');
      drawn.set(id, { ...route, id });
    }
  }
  return [...drawn.values()];
}

/** One drawing of a technique. Coordinates are the drawing's own units. */
export function drawingOf(topology: Topology, width: Width): Drawing {
  const plan = places[width](partsOf(topology));
  return { width, height: plan.height, nodes: plan.nodes, wires: wiresOf(plan, topology.channels) };
}

/**
 * The wire a message travels, and whether it goes from the wire's first end to its second.
 * `queue` is the broker queue the message belongs to, if any. Null when no channel joins the two.
 */
export function wireFor(
  drawing: Drawing, from: string, to: string, queue: string | null,
): { wire: Wire; forward: boolean } | null {
  const between = drawing.wires.filter(({ ends }) => ends.includes(from) && ends.includes(to));
  const wire = between.find((one) => one.queue !== null && one.queue === queue) ?? between[0];
  return wire ? { wire, forward: wire.ends[0] === from } : null;
}
