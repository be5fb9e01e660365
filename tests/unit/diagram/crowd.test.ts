import { expect, test } from 'vitest';
import { drawingOf } from '../../../src/diagram/layout.ts';
import { Live } from '../../../src/diagram/live.ts';
import { crowdShapes, isFaint, type Look } from '../../../src/diagram/stage/crowd.ts';
import { slotViews, trackFinder } from '../../../src/diagram/stage/tracks.ts';
import { Playback } from '../../../src/player/playback.ts';
import { defaults, scenarioOf } from '../../../src/player/traffic/settings.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { simulate } from '../../../src/simulation/simulate.ts';

const dense = { dense: () => true };
const sparse = { dense: () => false };

/** A technique with forty shoppers a second and messages that get lost, in the middle of its run. */
function crowd(slug: string, followed: number | null, how: typeof dense | null) {
  const technique = techniques[slug]!;
  const { values } = defaults(technique);
  const trace = simulate(technique, scenarioOf(technique, { breakage: 'lost-message', values: { ...values, load: 40 } }));
  const live = new Live(new Playback(trace), { followed, crowd: how });
  live.playback.seekTime(4_123_456);
  return { live, find: trackFinder(technique, drawingOf(technique, 1000), trace) };
}

/** Where the glyphs of some path data stand, from where their outlines begin, turned as their look says. */
const standing = (d: string, { dx, dy, turn: turned }: Look) => [...d.matchAll(/M(-?[\d.]+),(-?[\d.]+)/g)].map(([, a, b]) => {
  const turn = (Number(/-?[\d.]+/.exec(turned)?.[0] ?? 0) * Math.PI) / 180;
  const [x, y] = [Number(a) - dx, Number(b) - dy];
  return { x: x * Math.cos(turn) - y * Math.sin(turn), y: x * Math.sin(turn) + y * Math.cos(turn) };
});

test.each(Object.keys(techniques))('%s: a crowd stands where its messages would, one by one', (slug) => {
  const { live, find } = crowd(slug, 165, sparse);
  const others = slotViews(live.frame, find, (message) => isFaint(message, live.frame, live));
  const shapes = [...crowdShapes(live.frame, live, find)];
  const there = shapes.flatMap(([look, { glyphs }]) => standing(glyphs, look));
  const missing = [...others.values()].filter(({ x, y }) => !there.some((one) => Math.hypot(one.x - x, one.y - y) < 0.2));
  expect(missing).toEqual([]);
  expect(there).toHaveLength(others.size);
  expect(others.size).toBeGreaterThan(shapes.length);
});

test('nobody is faint in a story, only others beside one who is followed, and nobody is drawn among flows', () => {
  const count = (followed: number | null, how: typeof dense | null) => {
    const { live, find } = crowd('direct-api-call', followed, how);
    const shapes = [...crowdShapes(live.frame, live, find).values()];
    return { faint: live.frame.messages.filter((message) => isFaint(message, live.frame, live)).length, shapes: shapes.length };
  };
  expect(count(null, null)).toEqual({ faint: 0, shapes: 0 });
  expect(count(null, dense).shapes).toBe(0);
  expect(count(165, dense).shapes).toBeGreaterThan(0);
  expect(count(165, sparse).faint).toBeGreaterThan(count(null, sparse).faint);
});
