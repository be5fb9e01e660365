import { around, at, sketch, spot } from './sketch.ts';
import type { Parts, Plan, Tray } from './types.ts';

const row = 111;

/** The drawing 600 units wide: as the wide one, with a feed on a line of its own. */
export function placeMiddle(parts: Parts): Plan {
  const { shopper, a, b, ownA, ownB, shared, jobs, cache, broker, relay, consumer, queues } = parts;
  const drawn = sketch();
  const feed = relay !== null || consumer !== null;
  const replies = broker !== null && !feed;
  const ax = feed ? 215 : 238;
  const bx = feed ? 532 : jobs ? 470 : 509;
  const screen = { x: 12, y: cache ? 18 : 38, width: 120, height: 176 };
  drawn.node(shopper, 'screen', screen);
  drawn.route(shopper, a, [at(132, row), at(ax - 33, row)], spot(138, row - 53, 'start', 1));

  const aLabel = cache ? { ...spot(ax + 12, 24), up: true } : replies ? spot(ax - 12, 174, 'end') : spot(ax + 12, 174);
  drawn.node(a, 'disc', around(ax, row, 66, 66), aLabel);
  drawn.node(b, 'square', around(bx, row, 64, 64), jobs ? spot(bx - 32, 169, 'end') : replies ? spot(bx, 26, 'middle') : spot(bx + 11, 164));
  drawn.route(a, b, [at(ax + 33, row), at(bx - 32, row)], spot((ax + 46 + bx - 32) / 2, row - 33, 'middle'));

  if (cache) {
    drawn.node(ownA, 'cylinder', around(70, 264, 92, 58), spot(70, 311, 'middle', 1));
    drawn.route(a, ownA, [at(ax - 29, row + 16), at(143, row + 16), at(143, 264), at(116, 264)], spot(136, 222, 'end', 1));
    const y = feed ? 207 : 201;
    drawn.node(cache, 'shelf', around(ax, y, 120, 38));
    drawn.route(a, cache, [at(ax, row + 33), at(ax, y - 19)], spot(ax + 14, row + 65, 'start', 1), { docked: true });
  } else {
    drawn.node(ownA, 'cylinder', around(ax, 258, 94, 62), spot(ax, 308, 'middle', 1));
    drawn.route(a, ownA, [at(ax, row + 33), at(ax, 227)], replies ? spot(ax + 10, 216, 'start', 1) : { ...spot(ax - 52, 228, 'end', 1), clear: true });
  }

  if (feed) {
    drawn.node(ownB, 'cylinder', around(bx, 223, 94, 58), spot(bx - 63, 226, 'end', 1));
    drawn.route(b, ownB, [at(bx, row + 32), at(bx, 194)], spot(bx - 12, 172, 'end', 1));
    drawn.node(consumer, 'box', around(290, 304, 70, 34));
    drawn.node(relay, 'box', around(bx, 304, 62, 34));
    drawn.broker(broker, queues.map((queue, i): Tray => ({
      queue, slots: 4, reader: 'left', box: { x: 350, y: 283 + i * 60, width: 96, height: 42 },
      label: spot(398, 258 + i * 60, 'middle'),
    })));
    drawn.route(consumer, cache, [at(290, 287), at(290, 207), at(ax + 60, 207)], spot(298, 200, 'start', 1));
    drawn.route(broker, consumer, [at(350, 304), at(325, 304)], spot(338, 360, 'middle', 1));
    drawn.route(relay, broker, [at(bx - 31, 304), at(446, 304)], spot(526, 360, 'end', 1));
    drawn.route(b, broker, [at(bx - 32, row + 16), at(476, row + 16), at(476, 296), at(446, 296)], spot(468, 172, 'end', 1));
    drawn.route(relay, ownB, [at(bx, 287), at(bx, 252)], { ...spot(bx - 8, 278, 'end', 1), clear: true }, { tag: 'right' });
  } else {
    const cx = jobs ? bx + 48 : bx;
    const size = jobs ? 84 : 94;
    drawn.node(ownB, 'cylinder', around(cx, 258, size, 62), spot(cx, 308, 'middle', 1));
    drawn.node(jobs, 'cylinder', around(bx - 46, 258, 84, 62), spot(bx - 46, 308, 'middle', 1));
    drawn.route(b, ownB, jobs
      ? [at(bx + 16, row + 32), at(bx + 16, 192), at(cx, 192), at(cx, 227)]
      : [at(bx, row + 32), at(bx, 227)],
    jobs ? spot(cx + 9, 212, 'start', 1) : replies ? spot(bx - 18, 219, 'end', 1) : spot(bx - 11, 190, 'end', 1),
    jobs ? { tag: 'left' } : {});
    drawn.route(b, jobs, [at(bx - 16, row + 32), at(bx - 16, 192), at(bx - 46, 192), at(bx - 46, 227)], spot(bx - 55, 212, 'end', 1));
  }

  if (replies) {
    const asks = queues[0] ?? null;
    const answers = queues[1] ?? null;
    drawn.broker(broker, queues.map((queue, i): Tray => i === 0
      ? { queue, slots: 6, reader: 'right', box: { x: 306, y: row - 21, width: 150, height: 42 }, label: spot(306, 66) }
      : { queue, slots: 6, reader: 'left', box: { x: 306, y: 175, width: 150, height: 26 }, label: spot(381, 167, 'middle', 1) }));
    drawn.route(a, broker, [at(ax + 33, row), at(306, row)], spot(294, 38, 'middle', 1), { queue: asks });
    drawn.route(broker, b, [at(456, row), at(bx - 32, row)], spot(440, 38, 'middle', 1), { queue: asks });
    drawn.route(b, broker, [at(bx - 15, row + 32), at(bx - 15, 188), at(456, 188)], { ...spot(454, 217, 'end', 1), clear: true }, { queue: answers, tag: 'below' });
    drawn.route(broker, a, [at(306, 188), at(ax + 20, 188), at(ax + 20, row + 26)], { ...spot(ax + 28, 216, 'start', 1), clear: true }, { queue: answers, tag: 'right' });
  }

  const sx = (ax + bx) / 2;
  drawn.node(shared, 'cylinder', around(sx, 256, 118, 66), spot(sx, 308, 'middle', 1));
  drawn.route(a, shared, [at(ax, row + 33), at(ax, 256), at(sx - 59, 256)], { ...spot(ax - 11, 228, 'end', 1), clear: true });
  drawn.route(b, shared, [at(bx, row + 32), at(bx, 256), at(sx + 59, 256)], spot(bx - 11, 190, 'end', 1));
  return drawn.plan(feed ? 372 : 330);
}
