import { around, at, sketch, spot } from './sketch.ts';
import type { Parts, Plan, Tray } from './types.ts';

const row = 132;

/** The drawing 1000 units wide: everything on one line, stores beneath. */
export function placeWide(parts: Parts): Plan {
  const { shopper, a, b, ownA, ownB, shared, jobs, cache, broker, relay, consumer, queues } = parts;
  const drawn = sketch();
  const feed = relay !== null || consumer !== null;
  const replies = broker !== null && !feed;
  const ax = feed ? 304 : 415;
  const bx = feed ? 844 : 787;
  const screen = cache ? { x: 30, y: 22, width: 140, height: 195 } : { x: 42, y: 51, width: 140, height: 195 };
  drawn.node(shopper, 'screen', screen);
  drawn.route(shopper, a, [at(screen.x + 140, row), at(ax - 40, row)]);

  const aLabel = feed ? spot(ax + 60, 92) : cache ? { ...spot(ax, 56, 'middle'), up: true } : replies ? spot(ax - 16, 205, 'end') : spot(ax + 16, 205);
  drawn.node(a, 'disc', around(ax, row, 80, 80), aLabel);
  drawn.node(b, 'square', around(bx, row, 78, 78), jobs || replies ? spot(bx + 68, row - 2) : spot(bx + 16, 200));
  drawn.route(a, b, [at(ax + 40, row), at(bx - 39, row)]);

  if (cache) {
    const x = screen.x + 70;
    drawn.node(ownA, 'cylinder', around(x, 290, 104, 62), spot(x, 341, 'middle', 1));
    drawn.route(a, ownA, [at(ax - 34, row + 21), at(190, row + 21), at(190, 290), at(x + 52, 290)]);
    drawn.node(cache, 'shelf', around(ax, 262, 108, 40), spot(ax + 16, 204, 'start', 1));
    drawn.route(a, cache, [at(ax, row + 40), at(ax, 242)], { docked: true });
  } else {
    drawn.node(ownA, 'cylinder', around(ax, 287, 104, 66), spot(ax + 66, 284));
    drawn.route(a, ownA, [at(ax, row + 40), at(ax, 254)]);
  }

  if (feed) {
    drawn.node(ownB, 'cylinder', around(bx, 262, 104, 66), spot(bx + 66, 260));
    drawn.route(b, ownB, [at(bx, row + 39), at(bx, 229)]);
    drawn.node(consumer, 'box', around(445, 262, 70, 36));
    drawn.node(relay, 'box', around(716, 262, 64, 36));
    drawn.broker(broker, queues.map((queue, i): Tray => ({
      queue, slots: 4, reader: 'left', box: { x: 524, y: 241 + i * 62, width: 116, height: 42 },
      label: spot(582, 214 + i * 62, 'middle'),
    })));
    drawn.route(consumer, cache, [at(410, 262), at(ax + 54, 262)]);
    drawn.route(broker, consumer, [at(524, 262), at(480, 262)]);
    drawn.route(relay, broker, [at(684, 262), at(640, 262)]);
    drawn.route(b, broker, [at(bx - 39, row + 23), at(668, row + 23), at(668, 250), at(640, 250)]);
    drawn.route(relay, ownB, [at(748, 262), at(bx - 52, 262)]);
  } else {
    const cx = jobs ? bx + 65 : bx;
    drawn.node(ownB, 'cylinder', around(cx, 287, 104, 66), jobs ? spot(cx, 337, 'middle', 1) : spot(cx + 66, 284));
    drawn.node(jobs, 'cylinder', around(bx - 65, 287, 104, 66), spot(bx - 65, 337, 'middle', 1));
    drawn.route(b, ownB, jobs
      ? [at(bx + 20, row + 39), at(bx + 20, 212), at(cx, 212), at(cx, 254)]
      : [at(bx, row + 39), at(bx, 254)]);
    drawn.route(b, jobs, [at(bx - 20, row + 39), at(bx - 20, 212), at(bx - 65, 212), at(bx - 65, 254)]);
  }

  if (replies) {
    const asks = queues[0] ?? null;
    const answers = queues[1] ?? null;
    drawn.broker(broker, queues.map((queue, i): Tray => i === 0
      ? { queue, slots: 6, reader: 'right', box: { x: 516, y: row - 21, width: 180, height: 42 }, label: spot(516, 84) }
      : { queue, slots: 6, reader: 'left', box: { x: 516, y: 197, width: 180, height: 30 }, label: spot(606, 188, 'middle', 1) }));
    drawn.route(a, broker, [at(ax + 40, row), at(516, row)], { queue: asks });
    drawn.route(broker, b, [at(696, row), at(bx - 39, row)], { queue: asks });
    drawn.route(b, broker, [at(bx - 25, row + 39), at(bx - 25, 212), at(696, 212)], { queue: answers });
    drawn.route(broker, a, [at(516, 212), at(ax + 25, 212), at(ax + 25, row + 31)], { queue: answers });
  }

  const sx = (ax + bx) / 2;
  drawn.node(shared, 'cylinder', around(sx, 284, 130, 76), spot(sx, 341, 'middle', 1));
  drawn.route(a, shared, [at(ax, row + 40), at(ax, 284), at(sx - 65, 284)]);
  drawn.route(b, shared, [at(bx, row + 39), at(bx, 284), at(sx + 65, 284)]);
  return drawn.plan(feed ? 356 : 350);
}
