/** What a small diagram shows at an instant: a pure function of the film, as strings that can be written to the page. */
import { CUT_AT } from '../diagram/kit/shapes.ts';
import { slice, pathData } from '../diagram/layout/route.ts';
import { duration } from '../player/format.ts';
import type { Micros } from '../simulation/scenario.ts';
import { PICTURE, pictureAt, statusAt, type Film } from './film.ts';
import { currentsOf, laneAt, laneViewAt, type Lane, type LaneView } from './lanes.ts';
import type { SmallDrawing, SmallWire } from './small.ts';

/** What is drawn of a wire, and what is left beyond a cut. */
interface DrawnWire {
  whole: string;
  gone: string;
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
  /** What flows, in the order of the scene's lanes. */
  lanes: LaneView[];
}

/** Whether one who is so takes no message. */
const deaf = (status: string): boolean => status === 'down' || status === 'hang';

/** The view of an instant. @param workers how many B has; null: unlimited @param keep whether the last scene stays for now, though its time may be over */
export function viewAt(drawing: SmallDrawing, film: Film, t: Micros, workers: number | null, keep = false): SmallView {
  const scene = sceneAt(drawing, film, t, workers, keep);
  return { scene, lanes: scene.lanes.map((lane) => laneViewAt(lane, t)) };
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
function sceneAt(drawing: SmallDrawing, film: Film, t: Micros, workers: number | null, keep: boolean): Scene {
  const known = last.get(drawing);
  if (known?.film === film && known.workers === workers && (keep || (known.from <= t && t < known.until))) return known.scene;
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
