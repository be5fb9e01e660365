/** Places a technique in a small drawing, by role and owner: no shopper, and no store that is A's alone. */
import { partsOf } from '../diagram/layout/parts.ts';
import { pathOf, type Path } from '../diagram/layout/route.ts';
import { around, at } from '../diagram/layout/sketch.ts';
import type { Box, Point } from '../diagram/layout/types.ts';
import type { Topology } from '../simulation/technique.ts';

export const WIDTH = 280;
export const HEIGHT = 132;

export interface SmallNode {
  id: string;
  /** The participant whose state it shows: a broker has a tray for each queue. */
  who: string;
  /** The line that waits there, or null. */
  line: string | null;
  shape: 'disc' | 'square' | 'cylinder' | 'shelf' | 'tray' | 'box';
  box: Box;
  owner: 'A' | 'B' | 'none';
}

export interface SmallWire {
  ends: [string, string];
  /** The broker's queue it serves, or null. */
  queue: string | null;
  path: Path;
  /** Joins B and a store of its own: nothing is shown to flow there. */
  quiet: boolean;
}

export interface SmallDrawing {
  nodes: SmallNode[];
  wires: SmallWire[];
}

const [ax, bx, row, low] = [28, 252, 42, 104];

/** The drawing of a technique, in units of one pixel. */
export function smallDrawing(topology: Topology): SmallDrawing {
  const { a, b, ownB, shared, jobs, cache, broker, relay, consumer, queues } = partsOf(topology);
  const nodes: SmallNode[] = [];
  const wires: SmallWire[] = [];
  const node = (id: string | null, shape: SmallNode['shape'], box: Box, owner: SmallNode['owner'], line: string | null = null, who = id) => {
    if (id) nodes.push({ id, who: who!, line, shape, box, owner });
  };
  const wire = (from: string | null, to: string | null, points: Point[], { queue = null, quiet = false }: { queue?: string | null; quiet?: boolean } = {}) => {
    if (from && to) wires.push({ ends: [from, to], queue, path: pathOf(points), quiet });
  };
  const feed = relay !== null || consumer !== null;
  node(a, 'disc', around(ax, row, 36, 36), 'A');
  node(b, 'square', around(bx, row, 36, 36), 'B');
  if (!shared && !(broker && !feed)) wire(a, b, [at(ax + 18, row), at(bx - 18, row)]);

  node(shared, 'cylinder', around(140, 96, 46, 34), 'none');
  wire(a, shared, [at(ax + 15, row + 10), at(117, 92)]);
  wire(b, shared, [at(bx - 18, row + 12), at(163, 92)]);

  const own = broker && !feed ? 262 : bx;
  node(ownB, 'cylinder', around(own, low, 34, 26), 'B');
  wire(b, ownB, [at(own, row + 18), at(own, low - 13)], { quiet: true });
  node(jobs, 'cylinder', around(186, low, 34, 26), 'B', jobs);
  wire(b, jobs, [at(bx - 10, row + 18), at(bx - 10, 74), at(186, 74), at(186, low - 13)], { quiet: true });
  node(cache, 'shelf', around(ax, low, 54, 26), 'A');

  if (broker && feed) {
    node(consumer, 'box', around(90, low, 22, 22), 'A');
    node(broker, 'tray', around(146, low, 48, 24), 'none', queues[0]);
    node(relay, 'box', around(203, low, 22, 22), 'B');
    wire(relay, ownB, [at(214, low), at(bx - 17, low)]);
    wire(relay, broker, [at(192, low), at(170, low)]);
    wire(broker, consumer, [at(122, low), at(101, low)]);
    wire(consumer, cache, [at(79, low), at(ax + 27, low)]);
    wire(b, broker, [at(bx - 10, row + 18), at(bx - 10, 74), at(146, 74), at(146, low - 12)]);
  } else if (broker) {
    const [asks = null, answers = null] = queues;
    node(broker, 'tray', around(140, row, 84, 24), 'none', asks);
    node(answers, 'tray', around(140, 88, 84, 18), 'none', answers, broker);
    wire(a, broker, [at(ax + 18, row), at(98, row)], { queue: asks });
    wire(broker, b, [at(182, row), at(bx - 18, row)], { queue: asks });
    wire(b, broker, [at(bx - 10, row + 18), at(bx - 10, 88), at(182, 88)], { queue: answers });
    wire(broker, a, [at(98, 88), at(ax, 88), at(ax, row + 18)], { queue: answers });
  }
  return { nodes, wires };
}
