import { around, at, sketch, spot } from './sketch.ts';
import type { Parts, Plan, Tray } from './types.ts';

const row = 111;

/** The drawing 600 units wide: as the wide one, with a feed on a line of its own. */
export function placeMiddle(parts: Parts): Plan {
  const { shopper, a, b, ownA, ownB, shared, jobs, cache, broker, relay, consumer, queues } = parts;
  const drawn = sketch();
  const feed = relay !== null || consumer !== null;
  const replies = broker !== null && !feed;
  const ax = feed ? 228 : replies ? 246 : 238;
  const bx = feed ? 532 : jobs ? 448 : 509;
  drawn.node(shopper, 'screen', { x: 12, y: cache ? 18 : 38, width: 120, height: 176 });
  drawn.route(shopper, a, [at(132, row), at(ax - 33, row)]);

  drawn.node(a, 'disc', around(ax, row, 66, 66), replies ? spot(ax - 16, 174, 'end') : spot(ax + 16, 174));
  drawn.node(b, 'square', around(bx, row, 64, 64), jobs ? spot(bx + 38, 161) : feed ? spot(bx - 16, 162, 'end') : spot(bx + 16, 164));
  drawn.route(a, b, [at(ax + 33, row), at(bx - 32, row)]);

  if (cache) {
    drawn.node(ownA, 'cylinder', around(70, 264, 92, 58), spot(70, 311, 'middle', 1));
    drawn.route(a, ownA, [at(ax - 29, row + 16), at(146, row + 16), at(146, 264), at(116, 264)]);
    drawn.node(cache, 'shelf', around(ax, 226, 96, 38));
    drawn.route(a, cache, [at(ax, row + 33), at(ax, 207)], { docked: true });
  } else {
    drawn.node(ownA, 'cylinder', around(ax, 258, 94, 62), spot(ax, 308, 'middle', 1));
    drawn.route(a, ownA, [at(ax, row + 33), at(ax, 227)]);
  }

  if (feed) {
    const line = 324;
    drawn.node(ownB, 'cylinder', around(bx, 218, 94, 58), spot(bx - 56, 222, 'end', 1));
    drawn.route(b, ownB, [at(bx, row + 32), at(bx, 189)]);
    drawn.node(consumer, 'box', around(302, line, 70, 34));
    drawn.node(relay, 'box', around(bx, line, 62, 34));
    drawn.broker(broker, queues.map((queue, i): Tray => ({
      queue, slots: 4, reader: 'left', box: { x: 382, y: line - 21 + i * 60, width: 84, height: 42 },
      label: spot(416, line - 49 + i * 60, 'middle'),
    })));
    drawn.route(consumer, cache, [at(290, line - 17), at(290, 226), at(ax + 48, 226)]);
    drawn.route(broker, consumer, [at(382, line), at(337, line)]);
    drawn.route(relay, broker, [at(bx - 31, line), at(466, line)]);
    drawn.route(b, broker, [at(bx + 32, row + 16), at(588, row + 16), at(588, line + 34), at(478, line + 34), at(478, line + 12), at(466, line + 12)]);
    drawn.route(relay, ownB, [at(bx, line - 17), at(bx, 247)]);
  } else {
    const cx = jobs ? bx + 48 : bx;
    const size = jobs ? 84 : 94;
    drawn.node(ownB, 'cylinder', around(cx, 258, size, 62), spot(cx, 308, 'middle', 1));
    drawn.node(jobs, 'cylinder', around(bx - 46, 258, 84, 62), spot(bx - 46, 308, 'middle', 1));
    drawn.route(b, ownB, jobs
      ? [at(bx + 16, row + 32), at(bx + 16, 196), at(cx, 196), at(cx, 227)]
      : [at(bx, row + 32), at(bx, 227)]);
    drawn.route(b, jobs, [at(bx - 16, row + 32), at(bx - 16, 196), at(bx - 46, 196), at(bx - 46, 227)]);
  }

  if (replies) {
    const asks = queues[0] ?? null;
    const answers = queues[1] ?? null;
    drawn.broker(broker, queues.map((queue, i): Tray => i === 0
      ? { queue, slots: 6, reader: 'right', box: { x: 306, y: row - 21, width: 150, height: 42 }, label: spot(306, 66) }
      : { queue, slots: 6, reader: 'left', box: { x: 306, y: 175, width: 150, height: 26 }, label: spot(381, 167, 'middle', 1) }));
    drawn.route(a, broker, [at(ax + 33, row), at(306, row)], { queue: asks });
    drawn.route(broker, b, [at(456, row), at(bx - 32, row)], { queue: asks });
    drawn.route(b, broker, [at(bx - 15, row + 32), at(bx - 15, 188), at(456, 188)], { queue: answers });
    drawn.route(broker, a, [at(306, 188), at(ax + 20, 188), at(ax + 20, row + 26)], { queue: answers });
  }

  const sx = (ax + bx) / 2;
  drawn.node(shared, 'cylinder', around(sx, 256, 118, 66), spot(sx, 308, 'middle', 1));
  drawn.route(a, shared, [at(ax, row + 33), at(ax, 256), at(sx - 59, 256)]);
  drawn.route(b, shared, [at(bx, row + 32), at(bx, 256), at(sx + 59, 256)]);
  return drawn.plan(feed ? 380 : 330);
}
