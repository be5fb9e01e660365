/** Places a technique's participants, channels and names in one of three drawings, by role and owner alone. */
import type { Topology } from '../simulation/technique.ts';
import type { Trace } from '../simulation/trace.ts';
import { indexOf } from '../player/trace-index.ts';
import { placeMiddle } from './layout/middle.ts';
import { placeNames, trafficOn } from './layout/place-names.ts';
import { placeNarrow } from './layout/narrow.ts';
import { partsOf } from './layout/parts.ts';
import { placeFlags, type Taken } from './layout/room.ts';
import { widths, type Drawing, type Drawings, type PlacedNode, type Plan, type Point, type Route, type Said, type Width, type Wire } from './layout/types.ts';
import { placeWide } from './layout/wide.ts';
import { queueFinder, titled, wireFor } from './layout/wires.ts';
import { payloadText } from './names.ts';

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
function straight(plan: Plan, [from, to]: [string, string]): Route[] {
  const a = plan.nodes.find(({ id }) => id === from);
  const b = plan.nodes.find(({ id }) => id === to);
  if (!a || !b) return [];
  return [{ ends: [from, to], queue: null, points: [border(a, centre(b)), border(b, centre(a))], docked: false }];
}

const nowhere: Pick<Wire, 'label' | 'tagged' | 'tag'> = {
  label: { x: 0, y: 0, anchor: 'start', lines: 1 }, tagged: { x: 0, y: 0, anchor: 'start', lines: 1 }, tag: { side: 'below', compact: false, room: [0, 0] },
};

function wiresOf(plan: Plan, channels: Topology['channels']): Wire[] {
  const drawn = new Map<string, Wire>();
  for (const channel of channels) {
    const known = plan.routes.filter(({ ends }) => channel.every((end) => ends.includes(end)));
    for (const route of known.length > 0 ? known : straight(plan, channel)) {
      const id = [...route.ends, ...(route.queue ? [route.queue] : [])].join('-');
      drawn.set(id, { ...route, ...nowhere, id });
    }
  }
  return [...drawn.values()];
}

/** What the messages of some runs say, by the wire of a drawing that they take. */
function saidIn(topology: Topology, { nodes, wires }: Pick<Drawing, 'nodes' | 'wires'>, traces: readonly Trace[]): Map<Wire, Said[]> {
  const said = new Map<Wire, Said[]>();
  for (const trace of traces) {
    const queueOf = queueFinder(topology, trace);
    for (const [id, { sent, price }] of indexOf(trace).messages) {
      if (titled(nodes, sent.name)) continue;
      const wire = sent.to && wireFor({ wires }, sent.from, sent.to, queueOf(id))?.wire;
      if (wire) said.set(wire, [...said.get(wire) ?? [], { name: sent.name, note: payloadText(sent.payload, price), priced: price !== null }]);
    }
  }
  return said;
}

/**
 * One drawing of a technique. Coordinates are the drawing's own units.
 * @param traces runs to be shown: the names of their messages find places that have room for them
 */
export function drawingOf(topology: Topology, width: Width, traces: readonly Trace[] = []): Drawing {
  const plan = placed(topology, width);
  const wires = wiresOf(plan, topology.channels);
  const nodes = placeFlags({ width, height: plan.height, nodes: plan.nodes, wires });
  const room = { width, height: plan.height, nodes, wires };
  const said = saidIn(topology, room, traces);
  const others: Taken[] = [];
  const named = wires.map((wire) => {
    const one = placeNames(wire, said.get(wire) ?? [], room, others);
    others.push(...trafficOn(one, room));
    return one;
  });
  return { ...room, wires: named };
}

const placed = (topology: Topology, width: Width): Plan => places[width](partsOf(topology));

/** How high a drawing is, in its own units. */
export const heightOf = (topology: Topology, width: Width): number => placed(topology, width).height;

/** A technique's three drawings. */
export const drawingsOf = (topology: Topology, traces: readonly Trace[]): Drawings =>
  Object.fromEntries(widths.map((width) => [width, drawingOf(topology, width, traces)])) as Drawings;
