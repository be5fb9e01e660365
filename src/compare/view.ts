/** What a small diagram shows at an instant: a pure function of the film, as strings that can be written to the page. */
import { glyphClass } from '../diagram/kit/Glyph.tsx';
import { CUT_AT, glyphShapes } from '../diagram/kit/shapes.ts';
import { placeAt, round, slice, pathData } from '../diagram/layout/route.ts';
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
export interface LaneView {
  glyphs: GlyphView[];
  /** How many a second, in figures. */
  rate: string;
}

export interface SmallView {
  /** Forwards and backwards for each wire, in the order of the drawing. */
  lanes: LaneView[];
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

/** Whether one who is so takes no message. */
const deaf = (status: string): boolean => status === 'down' || status === 'hang';

/** The view of an instant. @param workers how many B has; null: unlimited */
export function viewAt(drawing: SmallDrawing, film: Film, t: Micros, workers: number | null): SmallView {
  const at = pictureAt(film, t);
  const status = Object.fromEntries(drawing.nodes.map(({ who }) => [who, statusAt(film, who, t)]));
  const lanes: LaneView[] = [];
  const wires: SmallView['wires'] = [];
  for (const wire of drawing.wires) {
    const [near, far] = wire.ends;
    const cut = deaf(status[far] ?? 'well') ? CUT_AT : 1;
    const started = deaf(status[near] ?? 'well') ? 1 - CUT_AT : 0;
    const { total } = wire.path;
    wires.push(drawnOf(wire, `${started} ${cut}`, () => ({
      whole: pathData(slice(wire.path, total * started, total * cut)),
      gone: cut < 1 ? pathData(slice(wire.path, total * cut + 4, total)) : started > 0 ? pathData(slice(wire.path, 0, total * started - 4)) : '',
    })));
    const { there, back } = lanesOf(film, wire);
    const both = there.some(({ sent }) => sent[at]! > 0) && back.some(({ sent }) => sent[at]! > 0);
    lanes.push(laneAt(wire, there, at, t, true, cut, both), laneAt(wire, back, at, t, false, 1 - started, both));
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
export function sayView({ pending, busy, behind, status, waiting }: SmallView): string {
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

const sorted = new WeakMap<Film, Map<SmallWire, Record<'there' | 'back', Stream[]>>>();

/** The streams of a wire in both directions, looked up once. */
function lanesOf(film: Film, wire: SmallWire): Record<'there' | 'back', Stream[]> {
  const known = sorted.get(film) ?? new Map<SmallWire, Record<'there' | 'back', Stream[]>>();
  sorted.set(film, known);
  const found = known.get(wire) ?? { there: streamsOf(film, wire, true), back: streamsOf(film, wire, false) };
  known.set(wire, found);
  return found;
}

/** The streams of a wire in one direction; acknowledgements are left out. */
function streamsOf({ streams }: Film, { ends: [near, far], queue, quiet }: SmallWire, forward: boolean): Stream[] {
  const [from, to] = forward ? [near, far] : [far, near];
  return streams.filter((one) => !quiet && one.from === from && one.to === to && one.kind !== 'ack' && (queue === null || one.queue === queue));
}

function laneAt({ path }: SmallWire, streams: Stream[], at: number, t: Micros, forward: boolean, reach: number, both: boolean): LaneView {
  const sent = streams.map((one) => one.sent[at] ?? 0);
  const rate = (sent.reduce((sum, one) => sum + one, 0) * 1e6) / PICTURE;
  if (rate === 0) return { glyphs: [], rate: '' };
  const way = path.total * reach;
  const count = Math.min(MOST, Math.max(1, Math.floor(Math.log2(rate / 8))), Math.max(1, Math.floor(way / 13)));
  const gap = way / count;
  const shift = ((t / 1e6) * PACE) % gap;
  const glyphs = Array.from({ length: count }, (_, i): GlyphView => {
    const gone = i * gap + shift;
    const place = placeAt(path, forward ? gone : path.total - gone);
    const angle = forward ? place.angle : place.angle + 180;
    const aside = both ? ASIDE : 0;
    const turn = (angle * Math.PI) / 180;
    const kind = kindOf(streams, sent, (i + 0.5) / count);
    const { d, directed } = glyphShapes[kind];
    return {
      x: round(place.x + Math.sin(turn) * aside), y: round(place.y - Math.cos(turn) * aside),
      turn: directed ? `rotate(${round(angle)}) scale(0.42)` : 'scale(0.42)',
      className: glyphClass(kind, null), d,
    };
  });
  return { glyphs, rate: path.total < ROOM || path.points.length > 2 || !forward ? '' : `${Math.round(rate)}/s` };
}

/** Kinds share the glyphs as they share the messages. */
function kindOf(streams: Stream[], sent: number[], share: number): MessageKind {
  const all = sent.reduce((sum, one) => sum + one, 0);
  let left = share * all;
  for (const [i, one] of sent.entries()) {
    left -= one;
    if (left <= 0 && one > 0) return streams[i]!.kind;
  }
  return streams.at(-1)!.kind;
}
