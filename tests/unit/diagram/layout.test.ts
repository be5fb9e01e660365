import { describe, expect, test } from 'vitest';
import { drawingOf, wireFor } from '../../../src/diagram/layout.ts';
import { widths, type Box, type Drawing, type TextSpot } from '../../../src/diagram/layout/types.ts';
import { nameOf } from '../../../src/diagram/names.ts';
import { RING_BAND, RING_GAP } from '../../../src/diagram/kit/shapes.ts';
import { techniques } from '../../../src/schemas/models.ts';
import type { Topology } from '../../../src/simulation/technique.ts';

interface Named extends Box {
  what: string;
}

/** The room a label takes: its name, and the longest line a service may show under it. */
function labelBox(what: string, spot: TextSpot, name: string, note: string, width: number): Named {
  const letter = width === 320 ? [6.6, 4.7] : [7, 4.9];
  const wide = Math.max(name.length * letter[0]!, spot.lines === 2 ? note.length * letter[1]! : 0);
  const x = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - wide : spot.x - wide / 2;
  return { what, x, y: spot.y - 11, width: wide, height: spot.lines === 2 ? 30 : 14 };
}

const longestNote = (id: string, width: number) => {
  if (id === 'A') return width === 320 ? '399 of 400 ms left' : width === 600 ? '399 of 400 ms left' : 'time-out, 399 of 400 ms left';
  if (id === 'B') return width === 1000 ? '0 of 4 workers busy' : '0 of 4 busy';
  return 'belongs to A';
};

/** Everything in a drawing that takes room of its own. */
function everything({ nodes, width }: Drawing): Named[] {
  return nodes.flatMap(({ id, shape, box, label, trays }) => {
    const grown = shape === 'disc' ? RING_GAP + RING_BAND / 2 : 0;
    const age = shape === 'shelf' ? 58 : 0;
    const body = shape === 'broker'
      ? trays.map((tray) => ({ what: tray.queue, ...tray.box }))
      : [{ what: id, x: box.x - grown, y: box.y - grown, width: box.width + 2 * grown, height: box.height + 2 * grown + age }];
    const names = trays.map((tray) => labelBox(`${tray.queue} label`, tray.label, tray.label.lines === 1 ? `${tray.queue}, empty` : tray.queue, '12 wait', width));
    return [...body, ...names, ...(label ? [labelBox(`${id} label`, label, shape === 'shelf' ? 'its own copy' : nameOf(id), longestNote(id, width), width)] : [])];
  });
}

const overlap = (a: Box, b: Box) => a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5;

const cases = Object.values(techniques).flatMap((technique) => widths.map((width) => [technique.slug, width, technique] as const));

describe.each(cases)('%s, %i wide', (_slug, width, technique: Topology) => {
  const drawing = drawingOf(technique, width);

  test('draws every participant and every channel', () => {
    expect(drawing.nodes.map(({ id }) => id).toSorted()).toEqual(Object.keys(technique.participants).toSorted());
    for (const [from, to] of technique.channels) {
      expect([from, to, wireFor(drawing, from, to, null) !== null]).toEqual([from, to, true]);
    }
  });

  test('keeps everything inside and lets nothing overlap', () => {
    const all = everything(drawing);
    for (const one of all) {
      expect([one.what, one.x >= 0, one.y >= 0, one.x + one.width <= width, one.y + one.height <= drawing.height])
        .toEqual([one.what, true, true, true, true]);
    }
    const touching = all.flatMap((one, i) => all.slice(i + 1).filter((other) => overlap(one, other)).map((other) => `${one.what} and ${other.what}`));
    expect(touching).toEqual([]);
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
  expect(() => drawingOf({ slug: 'half', participants: { A: participants['A']! }, channels: [] }, 600)).toThrow('half: the diagram needs the services A and B');
});
