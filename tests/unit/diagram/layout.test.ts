import { describe, expect, test } from 'vitest';
import { drawingOf } from '../../../src/diagram/layout.ts';
import { piecesOf, takenIn } from '../../../src/diagram/layout/room.ts';
import { widths, type Box, type TextSpot } from '../../../src/diagram/layout/types.ts';
import { wireFor } from '../../../src/diagram/layout/wires.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { allRuns } from '../../../src/site/figures.ts';
import type { Topology } from '../../../src/simulation/technique.ts';

/** A drawing with places for the names of all that a technique's stories say. */
const runs = allRuns(process.cwd());

const overlap = (a: Box, b: Box) => a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5;

const apart = (a: Box, b: Box) => Math.hypot(Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width), Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height));

/** The point of a name from which it is read: its first line, where it is anchored. */
const head = ({ x, y }: TextSpot): Box => ({ x, y: y - 10, width: 0, height: 10 });

const cases = Object.values(techniques).flatMap((technique) => widths.map((width) => [technique.slug, width, technique] as const));

describe.each(cases)('%s, %i wide', (_slug, width, technique: Topology) => {
  const drawing = runs.get(technique.slug)!.drawings[width];

  test('draws every participant and every channel', () => {
    expect(drawing.nodes.map(({ id }) => id).toSorted()).toEqual(Object.keys(technique.participants).toSorted());
    for (const [from, to] of technique.channels) {
      expect([from, to, wireFor(drawing, from, to, null) !== null]).toEqual([from, to, true]);
    }
  });

  test('keeps everything inside and lets nothing overlap', () => {
    const all = takenIn(drawing).filter(({ part }) => part === 'body' || part === 'label');
    for (const one of all) {
      expect([one.what, one.x >= 0, one.y >= 0, one.x + one.width <= width, one.y + one.height <= drawing.height])
        .toEqual([one.what, true, true, true, true]);
    }
    const touching = all.flatMap((one, i) => all.slice(i + 1).filter((other) => overlap(one, other)).map((other) => `${one.what} and ${other.what}`));
    expect(touching).toEqual([]);
  });

  test('names the messages of a wire beside it, clear of participants and their names', () => {
    for (const wire of drawing.wires) {
      const taken = takenIn(drawing, wire).filter(({ part }) => part === 'body' || part === 'label');
      for (const spot of [wire.label, wire.tagged]) {
        expect([wire.id, spot, Math.min(...piecesOf(wire).map((piece) => apart(head(spot), piece))) < 80]).toEqual([wire.id, spot, true]);
        expect([wire.id, taken.filter((one) => overlap(head(spot), { ...one, width: one.width + 1 }))]).toEqual([wire.id, []]);
      }
    }
  });

  test('ends every wire at the participants it joins, and takes it through no other', () => {
    for (const { id, ends, points } of drawing.wires) {
      for (const [end, point] of [[ends[0], points[0]!], [ends[1], points.at(-1)!]] as const) {
        const { box } = drawing.nodes.find((node) => node.id === end)!;
        const near = point.x >= box.x - 1 && point.x <= box.x + box.width + 1 && point.y >= box.y - 1 && point.y <= box.y + box.height + 1;
        expect([id, end, point.x, point.y, near]).toEqual([id, end, point.x, point.y, true]);
      }
      const others = drawing.nodes.flatMap((node) => (ends.includes(node.id) ? [] : node.trays.length > 0 ? node.trays.map(({ box }) => ({ id: node.id, box })) : [node]));
      for (let i = 1; i < points.length; i += 1) {
        const [a, b] = [points[i - 1]!, points[i]!];
        const segment = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.max(1, Math.abs(a.x - b.x)), height: Math.max(1, Math.abs(a.y - b.y)) };
        for (const { id: other, box } of others) expect([id, 'crosses', other, overlap(segment, box)]).toEqual([id, 'crosses', other, false]);
      }
    }
  });
});

test('a broker has a wire for each of its queues, and a message takes that of its own', () => {
  const drawing = drawingOf(techniques['async-messaging']!, 1000);
  const ask = wireFor(drawing, 'A', 'broker', 'GetPrice')!;
  const answer = wireFor(drawing, 'broker', 'A', 'PriceReply')!;
  expect(ask.wire.id).not.toBe(answer.wire.id);
  expect(ask.forward).toBe(true);
  expect(answer.forward).toBe(true);
  expect(wireFor(drawing, 'broker', 'A', 'GetPrice')!.forward).toBe(false);
});

test('a participant and a channel that no rule foresees are still joined by a straight line', () => {
  const { slug, participants, channels } = techniques['direct-api-call']!;
  const drawing = drawingOf({ slug, participants, channels: [...channels, ['A', 'catalog']] }, 1000);
  expect(wireFor(drawing, 'catalog', 'A', null)!.wire.points).toHaveLength(2);
  expect(() => drawingOf({ slug: 'half', participants: { A: participants['A']! }, channels: [] }, 600)).toThrow('src/techniques/half.ts: expected services A and B, found A; add them');
});
