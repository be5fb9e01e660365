/** What flows along the wires of a small diagram: the messages of a film as a few glyphs that move. */
import { glyphClass } from '../diagram/kit/Glyph.tsx';
import { glyphShapes } from '../diagram/kit/shapes.ts';
import { placeAt, round, type Path } from '../diagram/layout/route.ts';
import type { Point } from '../diagram/layout/types.ts';
import type { MessageKind, Micros } from '../simulation/scenario.ts';
import { PICTURE, type Film, type Stream } from './film.ts';
import type { SmallWire } from './small.ts';

/** The most glyphs on one side of a wire. */
export const MOST = 6;
/** How far a glyph travels in a second of the run. */
const PACE = 28;
/** Two streams in opposite directions keep this far from the wire. */
const ASIDE = 5.5;
/** A shorter wire has no room for a figure. */
const ROOM = 60;

/** What is drawn on one side of a wire at an instant, and how far all of it has moved. */
export interface LaneView {
  x: number;
  y: number;
  /** On a straight wire the same list for as long as the lane is: there all of it moves as one. */
  glyphs: readonly GlyphView[];
}

/** Where a glyph is, in numbers, since that may be written at every frame; and how it is turned and drawn. */
export interface GlyphView {
  x: number;
  y: number;
  look: GlyphLook;
}

/** How a glyph is turned and drawn: the same object for all of a kind that travel in one direction. */
interface GlyphLook {
  turn: string;
  className: string;
  d: string;
}

/** What moves one way along a wire. */
interface Flow {
  path: Path;
  forward: boolean;
  /** The kinds of its glyphs, and how far these are apart. */
  kinds: MessageKind[];
  gap: number;
  /** How far they keep from the wire. */
  aside: number;
}

/** One direction of a wire. */
export interface Lane extends Flow {
  /** How many a second, in figures. */
  rate: string;
  /** On a straight wire, its glyphs before they have moved; on one with bends null. */
  row: readonly GlyphView[] | null;
  /** Where they move as they travel one unit, on a straight wire. */
  onward: Point;
}

/** What flows one way along a wire. */
interface Current {
  streams: Stream[];
  /** How many set out in all, picture by picture. */
  sent: number[];
}

const sorted = new WeakMap<Film, Map<SmallWire, Record<'there' | 'back', Current>>>();

/** What flows along a wire in both directions, looked up once. */
export function currentsOf(film: Film, wire: SmallWire): Record<'there' | 'back', Current> {
  const known = sorted.get(film) ?? new Map<SmallWire, Record<'there' | 'back', Current>>();
  sorted.set(film, known);
  const current = (streams: Stream[]) => ({ streams, sent: film.pending.map((_, at) => streams.reduce((sum, one) => sum + (one.sent[at] ?? 0), 0)) });
  const found = known.get(wire) ?? { there: current(streamsOf(film, wire, true)), back: current(streamsOf(film, wire, false)) };
  known.set(wire, found);
  return found;
}

/** The streams of a wire in one direction; acknowledgements are left out. */
function streamsOf({ streams }: Film, { ends: [near, far], queue, quiet }: SmallWire, forward: boolean): Stream[] {
  const [from, to] = forward ? [near, far] : [far, near];
  return streams.filter((one) => !quiet && one.from === from && one.to === to && one.kind !== 'ack' && (queue === null || one.queue === queue));
}

/** What is drawn of a direction during a picture. @param reach the share of the wire that is there @param both whether something flows the other way as well */
export function laneAt(wire: SmallWire, { streams, sent }: Current, at: number, forward: boolean, reach: number, both: boolean): Lane {
  const { path } = wire;
  const rate = (sent[at]! * 1e6) / PICTURE;
  const way = path.total * reach;
  const count = rate === 0 ? 0 : Math.min(MOST, Math.max(1, Math.floor(Math.log2(rate / 8))), Math.max(1, Math.floor(way / 13)));
  const bends = path.points.length > 2;
  const silent = rate === 0 || path.total < ROOM || bends || !forward;
  const flow = { path, forward, gap: way / count, aside: both ? ASIDE : 0, kinds: kindsOf(streams, at, sent[at]!, count) };
  const turn = ((path.angles[0]! + (forward ? 0 : 180)) * Math.PI) / 180;
  return { ...flow, row: bends ? null : rowOf(wire, flow), onward: { x: Math.cos(turn), y: Math.sin(turn) }, rate: silent ? '' : `${Math.round(rate)}/s` };
}

/** The glyphs of a lane at an instant. */
export function laneViewAt(lane: Lane, t: Micros): LaneView {
  const shift = ((t / 1e6) * PACE) % lane.gap;
  const { row, onward } = lane;
  if (row === null) return { x: 0, y: 0, glyphs: glyphsOf(lane, shift) };
  return row.length === 0 ? empty : { x: round(onward.x * shift), y: round(onward.y * shift), glyphs: row };
}

const empty: LaneView = { x: 0, y: 0, glyphs: [] };

const rows = new WeakMap<SmallWire, Map<string, readonly GlyphView[]>>();

/** The glyphs of a straight lane before they have moved, made once for all pictures with the same. */
function rowOf(wire: SmallWire, flow: Flow): readonly GlyphView[] {
  const key = `${flow.forward} ${flow.gap} ${flow.aside} ${flow.kinds}`;
  const known = rows.get(wire) ?? new Map<string, readonly GlyphView[]>();
  rows.set(wire, known);
  const found = known.get(key) ?? glyphsOf(flow, 0);
  known.set(key, found);
  return found;
}

/** The glyphs of a lane when the first has come so far. */
function glyphsOf({ path, forward, kinds, gap, aside }: Flow, shift: number): GlyphView[] {
  return kinds.map((kind, i) => {
    const gone = i * gap + shift;
    const place = placeAt(path, forward ? gone : path.total - gone);
    const angle = forward ? place.angle : place.angle + 180;
    const turn = (angle * Math.PI) / 180;
    return { x: round(place.x + Math.sin(turn) * aside), y: round(place.y - Math.cos(turn) * aside), look: lookOf(kind, angle) };
  });
}

const looks = new Map<number, Partial<Record<MessageKind, GlyphLook>>>();

/** A glyph of a kind in a direction, made once. */
function lookOf(kind: MessageKind, angle: number): GlyphLook {
  let turned = looks.get(angle);
  if (turned === undefined) {
    turned = {};
    looks.set(angle, turned);
  }
  const { d, directed } = glyphShapes[kind];
  return turned[kind] ??= { turn: directed ? `rotate(${round(angle)}) scale(0.42)` : 'scale(0.42)', className: glyphClass(kind, null), d };
}

/** Kinds share the glyphs as they share the messages. */
function kindsOf(streams: Stream[], at: number, all: number, count: number): MessageKind[] {
  const kinds: MessageKind[] = [];
  let place = 0;
  let sum = streams[0]?.sent[at] ?? 0;
  while (kinds.length < count) {
    const wanted = ((kinds.length + 0.5) / count) * all;
    while (sum < wanted && place < streams.length - 1) {
      place += 1;
      sum += streams[place]!.sent[at] ?? 0;
    }
    kinds.push(streams[place]!.kind);
  }
  return kinds;
}
