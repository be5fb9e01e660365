import { around, at, sketch, spot } from './sketch.ts';
import type { Parts, Plan, Tray } from './types.ts';

const row = 132;

/** The drawing 1000 units wide: everything on one line, stores beneath. */
export function placeWide(parts: Parts): Plan {
  const { shopper, a, b, ownA, ownB, shared, jobs, cache, broker, relay, consumer, queues } = parts;
  const drawn = sketch();
  const feed = relay !== null || consumer !== null;
  const replies = broker !== null && !feed;
  const ax = feed ? 300 : 415;
  const bx = feed ? 844 : 787;
  const screen = cache ? { x: 30, y: 22, width: 140, height: 195 } : { x: 42, y: 51, width: 140, height: 195 };
  drawn.node(shopper, 'screen', screen);
  drawn.route(shopper, a, [at(screen.x + 140, row), at(ax - 40, row)],
    feed ? spot(screen.x + 148, 62) : spot((screen.x + 140 + ax - 54) / 2, row - 35, 'middle'));

  const aLabel = feed ? spot(ax + 60, 96) : cache ? { ...spot(ax, 52, 'middle'), up: true } : replies ? spot(ax - 16, 205, 'end') : spot(ax + 18, 205);
  drawn.node(a, 'disc', around(ax, row, 80, 80), aLabel);
  drawn.node(b, 'square', around(bx, row, 78, 78), jobs || replies ? spot(bx + 54, row - 2) : spot(bx + 18, 200));
  drawn.route(a, b, [at(ax + 40, row), at(bx - 39, row)], spot((ax + 54 + bx - 39) / 2, row - 35, 'middle'));

  if (cache) {
    const x = screen.x + 70;
    drawn.node(ownA, 'cylinder', around(x, 290, 104, 62), spot(x, 341, 'middle', 1));
    drawn.route(a, ownA, [at(ax - 34, row + 21), at(218, row + 21), at(218, 290), at(x + 52, 290)],
      spot(210, 243, 'end', 1));
    const y = feed ? 262 : 236;
    drawn.node(cache, 'shelf', around(ax, y, 124, 40), spot(ax + 14, row + 68, 'start', 1));
    drawn.route(a, cache, [at(ax, row + 40), at(ax, y - 20)], spot(ax - 14, row + 66, 'end', 1), { docked: true });
  } else {
    drawn.node(ownA, 'cylinder', around(ax, 287, 104, 66), spot(ax + 66, 284));
    drawn.route(a, ownA, [at(ax, row + 40), at(ax, 254)],
      replies ? spot(ax + 12, 242, 'start', 1) : spot(ax - 14, 205, 'end'));
  }

  if (feed) {
    drawn.node(ownB, 'cylinder', around(bx, 262, 104, 66), spot(bx + 66, 260));
    drawn.route(b, ownB, [at(bx, row + 39), at(bx, 229)], spot(bx - 14, 205, 'end', 1));
    drawn.node(consumer, 'box', around(441, 262, 70, 36));
    drawn.node(relay, 'box', around(716, 262, 64, 36));
    drawn.broker(broker, queues.map((queue, i): Tray => ({
      queue, slots: 4, reader: 'left', box: { x: 520, y: 241 + i * 62, width: 120, height: 42 },
      label: spot(580, 214 + i * 62, 'middle'),
    })));
    drawn.route(consumer, cache, [at(406, 262), at(ax + 62, 262)], spot(384, 224, 'middle', 1));
    drawn.route(broker, consumer, [at(520, 262), at(476, 262)], spot(498, 322, 'middle'));
    drawn.route(relay, broker, [at(684, 262), at(640, 262)], spot(662, 322, 'middle'));
    drawn.route(b, broker, [at(bx - 39, row + 23), at(660, row + 23), at(660, 252), at(640, 252)], spot(652, 190, 'end', 1));
    drawn.route(relay, ownB, [at(748, 262), at(bx - 52, 262)], spot(770, 326, 'middle', 1));
  } else {
    const cx = jobs ? bx + 65 : bx;
    const label = jobs ? spot(cx, 337, 'middle', 1) : spot(cx + 66, 284);
    drawn.node(ownB, 'cylinder', around(cx, 287, 104, 66), label);
    drawn.node(jobs, 'cylinder', around(bx - 65, 287, 104, 66), spot(bx - 65, 337, 'middle', 1));
    const exit = jobs ? 20 : 0;
    drawn.route(b, ownB, jobs
      ? [at(bx + exit, row + 39), at(bx + exit, 212), at(cx, 212), at(cx, 254)]
      : [at(bx, row + 39), at(bx, 254)],
    jobs ? spot(cx + 12, 228, 'start', 1) : replies ? spot(bx + 14, 242, 'start', 1) : spot(bx - 14, 205, 'end'));
    drawn.route(b, jobs, [at(bx - 20, row + 39), at(bx - 20, 212), at(bx - 65, 212), at(bx - 65, 254)],
      spot(bx - 77, 247, 'end', 1));
  }

  if (replies) {
    const asks = queues[0] ?? null;
    const answers = queues[1] ?? null;
    drawn.broker(broker, queues.map((queue, i): Tray => i === 0
      ? { queue, slots: 6, reader: 'right', box: { x: 516, y: row - 21, width: 180, height: 42 }, label: spot(516, 84) }
      : { queue, slots: 6, reader: 'left', box: { x: 516, y: 197, width: 180, height: 30 }, label: spot(606, 188, 'middle', 1) }));
    drawn.route(a, broker, [at(ax + 40, row), at(516, row)], spot(492, 56, 'middle', 1), { queue: asks });
    drawn.route(broker, b, [at(696, row), at(bx - 39, row)], spot(722, 56, 'middle', 1), { queue: asks });
    drawn.route(b, broker, [at(bx - 25, row + 39), at(bx - 25, 212), at(696, 212)], { ...spot(694, 248, 'end', 1), clear: true }, { queue: answers });
    drawn.route(broker, a, [at(516, 212), at(ax + 25, 212), at(ax + 25, row + 31)], spot(457, 193, 'start', 1), { queue: answers });
  }

  drawn.node(shared, 'cylinder', around((ax + bx) / 2, 284, 130, 76), spot((ax + bx) / 2, 341, 'middle', 1));
  drawn.route(a, shared, [at(ax, row + 40), at(ax, 284), at((ax + bx) / 2 - 65, 284)], spot(ax - 14, 205, 'end'));
  drawn.route(b, shared, [at(bx, row + 39), at(bx, 284), at((ax + bx) / 2 + 65, 284)], spot(bx - 14, 205, 'end'));
  return drawn.plan(feed ? 356 : 350);
}
