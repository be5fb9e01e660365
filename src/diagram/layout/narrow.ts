import { around, at, sketch, spot } from './sketch.ts';
import type { Parts, Plan, Tray } from './types.ts';

const bx = 258;

/** The drawing 320 units wide: the shopper a banner, A and B side by side, the rest beneath. */
export function placeNarrow(parts: Parts): Plan {
  const { shopper, a, b, ownA, ownB, shared, jobs, cache, broker, relay, consumer, queues } = parts;
  const drawn = sketch();
  const feed = relay !== null || consumer !== null;
  const replies = broker !== null && !feed;
  const ax = cache ? 110 : 62;
  const row = cache ? 169 : 160;
  const foot = row + 31;
  drawn.node(shopper, 'banner', { x: 16, y: 17, width: 288, height: 60 });
  drawn.route(shopper, a, [at(ax, 77), at(ax, row - 30)]);

  drawn.node(a, 'disc', around(ax, row, 60, 60), replies ? spot(ax + 52, row - 16) : spot(ax + 16, row + (cache ? 66 : jobs ? 67 : 63)));
  drawn.node(b, 'square', around(bx, row, 62, 62),
    replies ? spot(bx - 40, row + 25, 'end') : jobs ? spot(bx - 32, row + 52, 'end') : spot(bx - 16, row + (cache ? 52 : 63), 'end'));
  drawn.route(a, b, [at(ax + 30, row), at(bx - 31, row)]);

  let height = 357;
  if (cache) {
    const y = 282;
    drawn.node(cache, 'shelf', around(ax, y, 92, 36), null);
    drawn.route(a, cache, [at(ax, row + 30), at(ax, y - 18)], { docked: true });
    const top = feed ? 450 : 374;
    const left = feed ? 24 : ax - 39;
    drawn.node(ownA, 'cylinder', { x: left, y: top, width: 78, height: 56 }, spot(left + 39, top + 74, 'middle', 1));
    drawn.route(a, ownA, [at(ax - 30, row), at(8, row), at(8, top + 28), at(left, top + 28)]);
    drawn.node(ownB, 'cylinder', around(bx, 302, 84, 58), feed ? spot(bx - 16, 263, 'end', 1) : spot(bx, 349, 'middle', 1));
    drawn.route(b, ownB, [at(bx, foot), at(bx, 273)]);
    height = feed ? 540 : 464;
  } else {
    const top = replies ? 356 : jobs ? 298 : 262;
    const size = jobs ? 80 : 92;
    drawn.node(ownA, 'cylinder', around(ax, top + 31, size, 62), spot(ax, top + 80, 'middle', 1));
    drawn.route(a, ownA, [at(ax, row + 30), at(ax, top)]);
    drawn.node(ownB, 'cylinder', around(bx, top + 31, size, 62), spot(bx, top + 80, 'middle', 1));
    drawn.route(b, ownB, [at(bx, foot), at(bx, top)]);
    drawn.node(jobs, 'cylinder', around(160, top + 31, size, 62), spot(160, top + 80, 'middle', 1));
    drawn.route(b, jobs, [at(bx - 16, foot), at(bx - 16, top - 16), at(160, top - 16), at(160, top)]);
    height = top + 95;
  }

  if (feed) {
    const line = 408;
    const tray = { x: 152, y: line + 46, width: 96, height: 40 };
    const lane = tray.y + 20;
    drawn.node(consumer, 'box', around(160, line, 66, 32));
    drawn.node(relay, 'box', around(bx, line, 60, 32));
    drawn.broker(broker, queues.map((queue, i): Tray => ({
      queue, slots: 4, reader: 'left', box: { ...tray, y: tray.y + i * 60 },
      label: spot(200, tray.y + 58 + i * 60, 'middle', 1),
    })));
    drawn.route(consumer, cache, [at(166, line - 16), at(166, 282), at(ax + 46, 282)]);
    drawn.route(broker, consumer, [at(152, lane), at(136, lane), at(136, line + 16)]);
    drawn.route(relay, broker, [at(268, line + 16), at(268, lane), at(248, lane)]);
    drawn.route(b, broker, [at(bx + 31, row + 16), at(311, row + 16), at(311, lane + 8), at(248, lane + 8)]);
    drawn.route(relay, ownB, [at(bx, line - 16), at(bx, 331)]);
  }

  if (replies) {
    const asks = queues[0] ?? null;
    const answers = queues[1] ?? null;
    drawn.broker(broker, queues.map((queue, i): Tray => i === 0
      ? { queue, slots: 6, reader: 'right', box: { x: 84, y: 228, width: 152, height: 40 }, label: spot(160, 219, 'middle', 1) }
      : { queue, slots: 6, reader: 'left', box: { x: 84, y: 299, width: 152, height: 24 }, label: spot(160, 341, 'middle', 1) }));
    drawn.route(a, broker, [at(ax + 14, row + 27), at(ax + 14, 248), at(84, 248)], { queue: asks });
    drawn.route(broker, b, [at(236, 248), at(bx - 14, 248), at(bx - 14, foot)], { queue: asks });
    drawn.route(b, broker, [at(bx + 14, foot), at(bx + 14, 311), at(236, 311)], { queue: answers });
    drawn.route(broker, a, [at(84, 311), at(ax - 14, 311), at(ax - 14, row + 27)], { queue: answers });
  }

  drawn.node(shared, 'cylinder', around(160, 292, 108, 62), spot(160, 342, 'middle', 1));
  drawn.route(a, shared, [at(ax, row + 30), at(ax, 292), at(106, 292)]);
  drawn.route(b, shared, [at(bx, foot), at(bx, 292), at(214, 292)]);
  return drawn.plan(height);
}
