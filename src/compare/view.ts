/** What a small diagram shows at an instant: a pure function of the film, as strings that can be written to the page. */
import { glyphClass } from '../diagram/kit/Glyph.tsx';
import { CUT_AT, glyphShapes } from '../diagram/kit/shapes.ts';
import { placeAt, round, slice, pathData, type Path } from '../diagram/layout/route.ts';
import { duration } from '../player/format.ts';
import type { MessageKind, Micros } from '../simulation/scenario.ts';
import { PICTURE, pictureAt, statusAt, type Film, type Stream } from './film.ts';
import type { SmallDrawing, SmallWire } from './small.ts';

/** The most glyphs on one side of a wire. */
export const MOST = 6;
/** How far a glyph travels in a second of the run. */
const PACE = 28;
/** Two streams in opposite directions keep this far from the wire. */
const ASIDE = 5.5;
/** A shorter wire has no room for a figure. */
const ROOM = 60;

/** Where a glyph is, in numbers, since that is written at every frame; and how it is turned and drawn. */
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

/** What is drawn of a wire, and what is left beyond a cut. */
interface DrawnWire {
  whole: string;
  gone: string;
}

/** One direction of a wire. */
interface Lane {
  path: Path;
  forward: boolean;
  /** The kinds of its glyphs, and how far these are apart. */
  kinds: MessageKind[];
  gap: number;
  /** How far they keep from the wire. */
  aside: number;
  /** How many a second, in figures. */
  rate: string;
}

/** What stays for the length of a picture, or until somebody breaks or recovers. */
export interface Scene {
  /** Forwards and backwards for each wire, in the order of the drawing. */
  lanes: Lane[];
  wires: DrawnWire[];
  status: Record<string, string>;
  pending: string;
  /** What B is at. */
  busy: string;
  slots: number;
  waiting: Record<string, number>;
  behind: string;
  late: boolean;
}

export interface SmallView {
  /** The same object for as long as nothing in it changes. */
  scene: Scene;
  /** By lane. */
  glyphs: GlyphView[][];
}

/** Whether one who is so takes no message. */
const deaf = (status: string): boolean => status === 'down' || status === 'hang';

/** The view of an instant. @param workers how many B has; null: unlimited */
export function viewAt(drawing: SmallDrawing, film: Film, t: Micros, workers: number | null): SmallView {
  const scene = sceneAt(drawing, film, t, workers);
  return { scene, glyphs: scene.lanes.map((lane) => glyphsAt(lane, t)) };
}

interface Shown {
  film: Film;
  workers: number | null;
  /** It lasts from this instant until just before that. */
  from: Micros;
  until: Micros;
  scene: Scene;
}

const last = new WeakMap<SmallDrawing, Shown>();

/** The scene of an instant; the last one of a drawing is kept. */
function sceneAt(drawing: SmallDrawing, film: Film, t: Micros, workers: number | null): Scene {
  const known = last.get(drawing);
  if (known?.film === film && known.workers === workers && known.from <= t && t < known.until) return known.scene;
  const at = pictureAt(film, t);
  let from = at === 0 ? Number.NEGATIVE_INFINITY : (film.first + at) * PICTURE;
  let until = at === film.pending.length - 1 ? Infinity : (film.first + at + 1) * PICTURE;
  for (const [change] of Object.values(film.status).flat()) {
    if (change <= t) from = Math.max(from, change);
    else until = Math.min(until, change);
  }
  const scene = sceneOf(drawing, film, at, t, workers);
  last.set(drawing, { film, workers, from, until, scene });
  return scene;
}

function sceneOf(drawing: SmallDrawing, film: Film, at: number, t: Micros, workers: number | null): Scene {
  const status = Object.fromEntries(drawing.nodes.map(({ who }) => [who, statusAt(film, who, t)]));
  const lanes: Lane[] = [];
  const wires: DrawnWire[] = [];
  for (const wire of drawing.wires) {
    const [near, far] = wire.ends;
    const cut = deaf(status[far] ?? 'well') ? CUT_AT : 1;
    const started = deaf(status[near] ?? 'well') ? 1 - CUT_AT : 0;
    const { total } = wire.path;
    wires.push(drawnOf(wire, `${started} ${cut}`, () => ({
      whole: pathData(slice(wire.path, total * started, total * cut)),
      gone: cut < 1 ? pathData(slice(wire.path, total * cut + 4, total)) : started > 0 ? pathData(slice(wire.path, 0, total * started - 4)) : '',
    })));
    const { there, back } = currentsOf(film, wire);
    const both = there.sent[at]! > 0 && back.sent[at]! > 0;
    lanes.push(laneAt(wire, there, at, true, cut, both), laneAt(wire, back, at, false, 1 - started, both));
  }
  const [busy, pending] = [film.busy[at] ?? 0, film.pending[at] ?? 0];
  const behind = film.behind?.[at] ?? 0;
  return {
    lanes, wires, status,
    pending: pending === 0 ? 'nobody waits' : `${pending} ${pending === 1 ? 'shopper waits' : 'shoppers wait'}`,
    busy: sayB(status['B']!, busy, workers, film.waiting['B']?.[at] ?? 0),
    slots: Math.round(busy),
    waiting: Object.fromEntries(Object.entries(film.waiting).map(([line, values]) => [line, values[at] ?? 0])),
    behind: film.behind === null ? '' : behind === 0 ? 'up to date' : `${duration(behind * 1000)} behind`,
    late: behind > 0,
  };
}

/** The view as a sentence. */
export function sayView({ scene: { pending, busy, behind, status, waiting } }: SmallView): string {
  const ill = Object.entries(status).filter(([id, one]) => one !== 'well' && id !== 'B').map(([id, one]) => `${id}: ${one}`);
  const lines = Object.entries(waiting).filter(([line, many]) => line !== 'B' && many > 0).map(([line, many]) => `${many} in ${line}`);
  return [pending, `B: ${busy}`, ...ill, ...lines, behind && `A’s copy is ${behind}`].filter(Boolean).join(', ');
}

function sayB(status: string, busy: number, workers: number | null, waiting: number): string {
  if (status === 'down') return 'down';
  if (status === 'hang') return 'hangs';
  const line = waiting > 0 ? `, ${waiting} wait` : '';
  const at = `${Number(busy.toFixed(1))}${workers === null ? '' : ` of ${workers}`} busy${line}`;
  return status === 'slow' ? `slow, ${at}` : at;
}

const drawn = new WeakMap<SmallWire, Map<string, DrawnWire>>();

/** A wire cut in a certain way, drawn once. */
function drawnOf(wire: SmallWire, cuts: string, draw: () => DrawnWire): DrawnWire {
  const known = drawn.get(wire) ?? new Map<string, DrawnWire>();
  drawn.set(wire, known);
  const found = known.get(cuts) ?? draw();
  known.set(cuts, found);
  return found;
}

/** What flows one way along a wire. */
interface Current {
  streams: Stream[];
  /** How many set out in all, picture by picture. */
  sent: number[];
}

const sorted = new WeakMap<Film, Map<SmallWire, Record<'there' | 'back', Current>>>();

/** What flows along a wire in both directions, looked up once. */
function currentsOf(film: Film, wire: SmallWire): Record<'there' | 'back', Current> {
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

function laneAt({ path }: SmallWire, { streams, sent }: Current, at: number, forward: boolean, reach: number, both: boolean): Lane {
  const rate = (sent[at]! * 1e6) / PICTURE;
  const way = path.total * reach;
  const count = rate === 0 ? 0 : Math.min(MOST, Math.max(1, Math.floor(Math.log2(rate / 8))), Math.max(1, Math.floor(way / 13)));
  const silent = rate === 0 || path.total < ROOM || path.points.length > 2 || !forward;
  return {
    path, forward, gap: way / count, aside: both ? ASIDE : 0,
    kinds: kindsOf(streams, at, sent[at]!, count),
    rate: silent ? '' : `${Math.round(rate)}/s`,
  };
}

function glyphsAt({ path, forward, kinds, gap, aside }: Lane, t: Micros): GlyphView[] {
  const shift = ((t / 1e6) * PACE) % gap;
  return kinds.map((kind, i): GlyphView => {
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
