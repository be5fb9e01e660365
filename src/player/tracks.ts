/** What each participant goes through in a run: its status, its workers, what waits there, its prices. */
import type { Micros } from '../simulation/scenario.ts';
import type { Price, StateEvent, Trace } from '../simulation/trace.ts';
import { priceOf } from './format.ts';
import type { ParticipantFrame } from './frame.ts';
import { Changes, Intervals } from './intervals.ts';
import { PIECE, type Pieces } from './pieces.ts';

export interface Status {
  status: ParticipantFrame['status'];
  factor: number;
}

/** A message kept waiting, for a worker or in a named queue, from `from` until just before `to`. */
export interface Stay {
  id: number;
  /** What it carries, where the trace says so. */
  price: Price | null;
  from: Micros;
  to: Micros;
  /** Place in the line: one that comes back takes its old place. */
  place: number;
}

/** A price as a participant has it, and since when. */
export interface Held {
  price: Price;
  since: Micros;
}

export interface Track {
  status: Changes<Status>;
  busy: Changes<number>;
  waiting: Intervals<Stay>;
  queues: Map<string, Intervals<Stay>>;
  prices: Map<string, Changes<Held | null>>;
}

interface Line {
  all: Stay[];
  open: Map<string, Stay>;
  places: Map<string, number>;
}

/** A track for every participant that a run has or names. */
export function* tracks(trace: Trace): Pieces<Map<string, Track>> {
  const found = new Map<string, Track>();
  const lines = new Map<string, Map<string, Line>>();
  const names = new Set(['shopper', ...Object.keys(trace.scenario.participants), ...Object.keys(trace.initial)]);
  let seen = 0;
  for (const { from, to } of trace.events) {
    if (seen++ % PIECE === 0) yield;
    names.add(from);
    if (to !== null) names.add(to);
  }
  for (const name of names) {
    found.set(name, emptyTrack(trace.initial[name] ?? []));
    lines.set(name, new Map());
  }
  for (const event of trace.events) {
    if (seen++ % PIECE === 0) yield;
    if (event.type !== 'state') continue;
    follow(event, found.get(event.from)!, lines.get(event.from)!);
  }
  for (const [name, track] of found) {
    for (const [queue, line] of lines.get(name)!) {
      yield;
      const stays = new Intervals(line.all, (stay) => stay);
      if (queue === WORK) track.waiting = stays;
      else track.queues.set(queue, stays);
    }
  }
  return found;
}

/** The participant that holds the true price: the store both services share, or else B's own. */
export function truthOf(trace: Trace): string {
  return 'database' in trace.initial ? 'database' : 'catalog';
}

const WORK = '';

function emptyTrack(initial: Price[]): Track {
  return {
    status: new Changes<Status>({ status: 'well', factor: 1 }),
    busy: new Changes(0),
    waiting: new Intervals<Stay>([], (stay) => stay),
    queues: new Map(),
    prices: new Map(initial.map((price) => [price.sku, new Changes<Held | null>({ price, since: 0 })])),
  };
}

function follow(event: StateEvent, track: Track, lines: Map<string, Line>): void {
  const { kind, name, payload, t } = event;
  if (kind === 'status') {
    track.status.add(t, { status: name as Status['status'], factor: Number(payload.factor ?? 1) });
  } else if (kind === 'station') {
    if (payload.pool !== 'push') track.busy.add(t, Number(payload.busy ?? 0));
    if (name === 'queue') join(lines, WORK, event);
    else leave(lines, WORK, event);
  } else if (kind === 'queue') {
    const queue = String(payload.queue);
    if (name === 'join') join(lines, queue, event);
    else leave(lines, queue, event);
  } else if (kind === 'price' && (name === 'changed' || name === 'copied')) {
    const price = priceOf(payload);
    if (price === null) return;
    const history = track.prices.get(price.sku) ?? new Changes<Held | null>(null);
    history.add(t, { price, since: t });
    track.prices.set(price.sku, history);
  }
}

function join(lines: Map<string, Line>, name: string, event: StateEvent): void {
  const item = itemOf(event);
  let line = lines.get(name);
  if (line === undefined) {
    line = { all: [], open: new Map(), places: new Map() };
    lines.set(name, line);
  }
  leave(lines, name, event);
  const place = line.places.get(item) ?? line.places.size;
  line.places.set(item, place);
  const stay: Stay = { id: event.id, price: priceOf(event.payload), from: event.t, to: Infinity, place };
  line.open.set(item, stay);
  line.all.push(stay);
}

function leave(lines: Map<string, Line>, name: string, event: StateEvent): void {
  const item = itemOf(event);
  const stay = lines.get(name)?.open.get(item);
  if (stay === undefined) return;
  stay.to = event.t;
  lines.get(name)!.open.delete(item);
}

/** Rows of an outbox are no messages yet: they are told apart by the change they hold. */
function itemOf({ id, payload }: StateEvent): string {
  return id === 0 ? `${payload.sku} ${payload.version}` : String(id);
}
