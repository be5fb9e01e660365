import { around, at, sketch, spot } from './sketch.ts';
import type { Parts, Plan, Tray } from './types.ts';

const bx = 258;

/** The drawing 320 units wide: the shopper a banner, A and B side by side, the rest beneath. */
export function placeNarrow(parts: Parts): Plan {
  const { shopper, a, b, ownA, ownB, shared, jobs, cache, broker, relay, consumer, queues } = parts;
  const drawn = sketch();
  const feed = relay !== null || consumer !== null;
  const replies = broker !== null && !feed;
  const ax = cache ? 78 : 62;
  const row = cache ? 169 : 160;
  const foot = row + 31;
  drawn.node(shopper, 'banner', { x: 16, y: 17, width: 288, height: 60 });
  drawn.route(shopper, a, [at(ax, 77), at(ax, row - 30)], cache ? spot(156, 100, 'start', 1) : spot(ax + 62, 93, 'start', 1));

  const aLabel = cache ? spot(ax + 10, 98) : replies ? spot(ax + 52, row - 16) : spot(ax + 11, row + 63);
  drawn.node(a, 'disc', around(ax, row, 60, 60), aLabel);
  drawn.node(b, 'square', around(bx, row, 62, 62), replies ? spot(bx - 40, row + 25, 'end') : jobs ? spot(bx - 26, row + 47, 'end') : spot(bx - 9, row + 63, 'end'));
  drawn.route(a, b, [at(ax + 30, row), at(bx - 31, row)], jobs ? spot(229, 112, 'end', 1) : spot((ax + 44 + bx - 31) / 2, cache ? row - 35 : row - 22, 'middle', 1));

  const common = spot(166, row - 38, 'middle', 1);
  let height = 357;
  if (cache) {
    const y = 248;
    drawn.node(cache, 'shelf', around(ax, y, 108, 36), null);
    drawn.route(a, cache, [at(ax, row + 30), at(ax, y - 18)], spot(ax + 62, row + 46, 'start', 1), { docked: true });
    const top = feed ? 400 : 344;
    drawn.node(ownA, 'cylinder', around(feed ? 61 : ax, top + 28, 78, 56), feed ? spot(48, top + 74, 'start', 1) : spot(ax, top + 74, 'middle', 1));
    drawn.route(a, ownA, [at(ax - 30, row), at(10, row), at(10, top + 28), at(feed ? 22 : ax - 39, top + 28)],
      spot(feed ? 18 : ax + 49, feed ? top - 12 : top + 34, 'start', 1), { tag: 'below' });
    drawn.node(ownB, 'cylinder', around(bx, 280, 92, 58), feed ? spot(bx - 53, 284, 'end', 1) : spot(bx, 327, 'middle', 1));
    drawn.route(b, ownB, [at(bx, foot), at(bx, 251)], spot(bx + 8, 246, 'middle', 1));
    height = feed ? 488 : 430;
  } else {
    const top = replies ? 356 : 262;
    const size = jobs ? 80 : 92;
    const between = replies || jobs ? common : spot(160, top + 34, 'middle', 1);
    drawn.node(ownA, 'cylinder', around(ax, top + 31, size, 62), spot(ax, top + 80, 'middle', 1));
    drawn.route(a, ownA, [at(ax, row + 30), at(ax, top)], between);
    drawn.node(ownB, 'cylinder', around(bx, top + 31, size, 62), spot(bx, top + 80, 'middle', 1));
    drawn.route(b, ownB, [at(bx, foot), at(bx, top)], between);
    drawn.node(jobs, 'cylinder', around(160, top + 31, size, 62), spot(160, top + 80, 'middle', 1));
    drawn.route(b, jobs, [at(bx - 16, foot), at(bx - 16, 248), at(160, 248), at(160, top)], common, { tag: 'right' });
    if (replies) height = 450;
  }

  if (feed) {
    const named = { ...spot(138, 398, 'start', 1), clear: true };
    drawn.node(consumer, 'box', around(139, 358, 66, 32));
    drawn.node(relay, 'box', around(bx, 358, 60, 32));
    drawn.broker(broker, queues.map((queue, i): Tray => ({
      queue, slots: 4, reader: 'left', box: { x: 146, y: 406 + i * 60, width: 96, height: 40 },
      label: spot(194, 464 + i * 60, 'middle', 1),
    })));
    drawn.route(consumer, cache, [at(140, 342), at(140, 248), at(ax + 54, 248)], spot(168, 331, 'start', 1));
    drawn.route(broker, consumer, [at(146, 426), at(122, 426), at(122, 374)], named, { tag: 'left' });
    drawn.route(relay, broker, [at(272, 374), at(272, 426), at(242, 426)], named);
    drawn.route(b, broker, [at(bx + 31, row + 16), at(311, row + 16), at(311, 434), at(242, 434)], named, { tag: 'left' });
    drawn.route(relay, ownB, [at(bx, 342), at(bx, 309)], spot(bx - 17, 330, 'end', 1));
  }

  if (replies) {
    const asks = queues[0] ?? null;
    const answers = queues[1] ?? null;
    drawn.broker(broker, queues.map((queue, i): Tray => i === 0
      ? { queue, slots: 6, reader: 'right', box: { x: 84, y: 228, width: 152, height: 40 }, label: spot(160, 219, 'middle', 1) }
      : { queue, slots: 6, reader: 'left', box: { x: 84, y: 299, width: 152, height: 24 }, label: spot(160, 341, 'middle', 1) }));
    drawn.route(a, broker, [at(ax + 14, row + 27), at(ax + 14, 248), at(84, 248)], common, { queue: asks });
    drawn.route(broker, b, [at(236, 248), at(bx - 14, 248), at(bx - 14, foot)], common, { queue: asks });
    drawn.route(b, broker, [at(bx + 14, foot), at(bx + 14, 311), at(236, 311)], common, { queue: answers });
    drawn.route(broker, a, [at(84, 311), at(ax - 14, 311), at(ax - 14, row + 27)], common, { queue: answers });
  }

  drawn.node(shared, 'cylinder', around(160, 292, 108, 62), spot(160, 342, 'middle', 1));
  drawn.route(a, shared, [at(ax, row + 30), at(ax, 292), at(106, 292)], spot(ax + 11, 257, 'start', 1));
  drawn.route(b, shared, [at(bx, foot), at(bx, 292), at(214, 292)], spot(bx - 9, 257, 'end', 1));
  return drawn.plan(height);
}
