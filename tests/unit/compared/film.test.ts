import { describe, expect, test } from 'vitest';
import { Camera, PICTURE, pictureAt, statusAt, still } from '../../../src/compare/film.ts';
import { HEIGHT, smallDrawing, WIDTH } from '../../../src/compare/small.ts';
import { MOST } from '../../../src/compare/lanes.ts';
import { sayView, viewAt } from '../../../src/compare/view.ts';
import { frame } from '../../../src/player/frame.ts';
import { asNamed, scenarioOf } from '../../../src/player/compared/world.ts';
import { atOnce } from '../../../src/player/pieces.ts';
import { ageAt, readOver } from '../../../src/player/traffic/overtime.ts';
import { comparedOf } from '../../../src/site/figures.ts';
import { Run } from '../../../src/simulation/run.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { content } from '../measure.ts';

const scenarios = comparedOf(content);
const scenario = (name: string) => ({ ...scenarioOf(scenarios.find((one) => one.name === name)!, asNamed(name)), duration: 26_000_000 });

function filmOf(slug: string, name: string, stride = 500) {
  const run = new Run(techniques[slug]!, scenario(name), true);
  const camera = new Camera(run);
  while (!run.advance(stride)) camera.look();
  return { film: camera.film(), left: run.recorder!.events.length };
}

const places = [0, 39, 81, 99, 103];
const endOf = (picture: number) => (picture + 1) * PICTURE;

describe.each(Object.keys(techniques))('the film of %s', (slug) => {
  test.each(['b-down', 'price-storm'])('under %s shows what the trace holds', (name) => {
    const { film, left } = filmOf(slug, name);
    expect(left).toBe(0);
    const trace = simulate(techniques[slug]!, scenario(name));
    const over = atOnce(readOver(trace));
    const sent = trace.events.filter(({ type }) => type === 'send');
    for (const at of places) {
      const end = endOf(at);
      const here = sent.filter(({ t }) => t >= end - PICTURE && t < end);
      for (const stream of film.streams) {
        const mine = here.filter((one) => one.from === stream.from && one.to === stream.to && one.kind === stream.kind);
        const all = film.streams.filter((one) => one.from === stream.from && one.to === stream.to && one.kind === stream.kind);
        expect(all.reduce((sum, one) => sum + one.sent[at]!, 0), `${stream.from} to ${stream.to}, ${stream.kind}`).toBe(mine.length);
      }
      expect(film.pending[at]).toBe(over.outcomes.filter(({ began, ended }) => began < end && (ended === null || ended >= end)).length);
      expect(film.behind?.[at] ?? 0).toBe(Math.round(ageAt(over, end - 1) / 1000));
      const { participants } = frame(trace, end - 0.5);
      expect(statusAt(film, 'B', end - 1)).toBe(participants['B']!.status);
      for (const [line, items] of Object.values(participants).flatMap(({ queues }) => Object.entries(queues))) expect(film.waiting[line]?.[at] ?? 0, `${line}, picture ${at}`).toBe(items.length);
    }
  });

  test('is the same however often the camera looks', () => {
    expect(filmOf(slug, 'b-down', 37).film).toEqual(filmOf(slug, 'b-down').film);
  });

  test('gives a small diagram that fits, and is one of an instant', () => {
    const { film } = filmOf(slug, 'b-down');
    const drawing = smallDrawing(techniques[slug]!);
    for (const { box } of drawing.nodes) {
      expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
      expect([box.x + box.width <= WIDTH, box.y + box.height <= HEIGHT]).toEqual([true, true]);
    }
    const view = viewAt(drawing, film, 24_300_000, 4);
    expect(viewAt(drawing, still(film, 24_300_000), 24_300_000, 4)).toEqual(view);
    expect(Math.max(...view.lanes.map(({ glyphs }) => glyphs.length))).toBeLessThanOrEqual(MOST);
    expect(sayView(view)).toMatch(/^(nobody waits|\d+ shoppers? waits?), B: down/);
    expect(pictureAt(film, 99_000_000)).toBe(film.pending.length - 1);
  });

  test('flows at one pace, and its scene can be kept past its time', () => {
    const { film } = filmOf(slug, 'b-down');
    const drawing = smallDrawing(techniques[slug]!);
    const from = film.pending.map((_, at) => at * PICTURE).find((t) => viewAt(drawing, film, t, 4).lanes.some(({ glyphs }) => glyphs.length > 0))!;
    const view = viewAt(drawing, film, from, 4);
    const later = viewAt(drawing, film, from + 50_000, 4);
    expect(later.scene).toBe(view.scene);
    const moved = view.lanes.flatMap(({ x, y, glyphs: [glyph] }, i) => {
      const { x: toX, y: toY, glyphs: [same] } = later.lanes[i]!;
      if (!glyph || !same) return [];
      const way = Math.hypot(toX + same.x - x - glyph.x, toY + same.y - y - glyph.y);
      return [Math.min(way, Math.abs(view.scene.lanes[i]!.gap - way))];
    });
    expect(moved.length).toBeGreaterThan(0);
    for (const way of moved) expect(way).toBeCloseTo(1.4, 1);
    expect(viewAt(drawing, film, 23_000_000, 4, true).scene).toBe(view.scene);
    expect(viewAt(drawing, film, 23_000_000, 4).scene).not.toBe(view.scene);
  });
});
