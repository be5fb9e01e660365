/** A run as a sequence diagram: lifelines, sloping arrows, bars on the lifelines, faults. */
import type { Fault, MessageKind, Micros } from '../simulation/scenario.ts';
import type { Payload, Price, StateEvent, Trace } from '../simulation/trace.ts';
import type { Step } from './steps.ts';
import { unanswered, type MessageLife } from './lives.ts';
import { indexOf } from './trace-index.ts';

export interface Arrow {
  id: number;
  /** The step it belongs to. */
  step: number;
  checkout: number | null;
  from: string;
  to: string;
  kind: MessageKind;
  name: string;
  payload: Payload;
  price: Price | null;
  start: Micros;
  /** When it arrives, is lost, or is known to be refused; the end of the run for one still in flight. */
  end: Micros;
  fate: 'delivered' | 'lost' | 'refused' | 'flying';
  /** How far it gets: 1, or less when it is lost or still in flight. */
  reach: number;
  /** When a refused one turns round at its receiver. */
  turn: Micros | null;
}

/** A stretch of a lifeline: a worker is held, or somebody waits. */
export interface Bar {
  who: string;
  kind: 'busy' | 'waiting';
  /** On whom it waits, or null. */
  on: string | null;
  /** The message served or waited on. */
  id: number;
  checkout: number | null;
  from: Micros;
  to: Micros;
  /** How it ended, for a wait that nobody answered. */
  ended: 'timeout' | 'refused' | 'left' | null;
}

export interface FaultSpan {
  kind: Fault['kind'];
  /** Null for a fault of the network or of the workload. */
  participant: string | null;
  factor: number;
  from: Micros;
  to: Micros;
}

export interface Sequence {
  end: Micros;
  /** Participants in reading order, the shopper first. */
  lifelines: string[];
  /** In the order of the steps. */
  arrows: Arrow[];
  /** In the order of their beginning. */
  bars: Bar[];
  faults: FaultSpan[];
}

const readingOrder = [
  'shopper', 'A', 'orders', 'cache', 'consumer', 'broker', 'relay', 'B', 'jobs', 'catalog', 'database',
];

function rank(id: string): number {
  const place = readingOrder.indexOf(id);
  return place === -1 ? readingOrder.length : place;
}

/** Everything a sequence diagram of the steps draws. Times are microseconds. */
export function sequence(trace: Trace, steps: readonly Step[]): Sequence {
  const faults = faultSpans(trace);
  const arrows = arrowsOf(trace, steps);
  const seen = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  for (const { participant } of faults) if (participant !== null) seen.add(participant);
  return {
    end: trace.end,
    lifelines: [...seen].toSorted((a, b) => rank(a) - rank(b)),
    arrows,
    bars: barsOf(trace),
    faults,
  };
}

/** When each participant was not well, and the faults of the network, the workload and the catalog. */
export function faultSpans(trace: Trace): FaultSpan[] {
  const spans: FaultSpan[] = [];
  const open = new Map<string, FaultSpan>();
  for (const event of trace.events) {
    if (event.type !== 'state' || event.kind !== 'status') continue;
    const before = open.get(event.from);
    if (before) before.to = event.t;
    open.delete(event.from);
    if (event.name !== 'well') {
      const span = {
        kind: event.name as Fault['kind'], participant: event.from,
        factor: Number(event.payload.factor ?? 1), from: event.t, to: trace.end,
      };
      spans.push(span);
      open.set(event.from, span);
    }
  }
  for (const fault of trace.scenario.faults) {
    if ('participant' in fault || fault.from > trace.end) continue;
    const factor = fault.kind === 'traffic' ? fault.factor : 1;
    spans.push({ kind: fault.kind, participant: null, factor, from: fault.from, to: Math.min(fault.to, trace.end) });
  }
  return spans.filter(({ from, to }) => from < to).toSorted((a, b) => a.from - b.from);
}

function arrowsOf(trace: Trace, steps: readonly Step[]): Arrow[] {
  const { messages } = indexOf(trace);
  const arrows: Arrow[] = [];
  for (const { kind, event, index } of steps) {
    const life = kind === 'message' && event ? messages.get(event.id) : undefined;
    if (life) arrows.push(arrowOf(life, index, trace.end));
  }
  return arrows;
}

function arrowOf({ sent, end, hop, stop, price }: MessageLife, step: number, runEnd: Micros): Arrow {
  const { id, checkout, from, to, kind, name, payload, t: start } = sent;
  const flying = end === null;
  const reach = flying ? Math.min(1, hop > 0 ? (runEnd - start) / hop : 1) : stop;
  return {
    id, step, checkout, from, to, kind, name, payload, price, start, reach,
    end: end?.t ?? runEnd,
    fate: flying ? 'flying' : end.type === 'deliver' ? 'delivered' : (end.type as 'lost' | 'refused'),
    turn: end?.type === 'refused' ? start + hop : null,
  };
}

/** Who held a worker and who waited, when: the shopper from pressing Buy, others while an answer is owed. */
export function barsOf(trace: Trace): Bar[] {
  const { waits, shoppers } = indexOf(trace);
  const bars = busyBars(trace);
  for (const { checkout, pressed, settled, screen } of shoppers.values()) {
    const wait = { who: 'shopper', kind: 'waiting' as const, on: 'A', id: 0, checkout };
    bars.push({ ...wait, from: pressed, to: Math.min(settled, trace.end), ended: screen === 'left' ? 'left' : null });
  }
  for (const wait of waits) {
    const { start, end, on } = wait;
    if (wait.for !== 'answer' && wait.for !== 'reply') continue;
    if (start.from === 'shopper') continue;
    const ended = unanswered(wait) ? (end!.name as Bar['ended']) : null;
    const { id, checkout, from: who, t: from } = start;
    bars.push({ who, kind: 'waiting', on, id, checkout, from, to: end?.t ?? trace.end, ended });
  }
  return bars.toSorted((a, b) => a.from - b.from);
}

function busyBars(trace: Trace): Bar[] {
  const bars: Bar[] = [];
  const open = new Map<string, Bar>();
  for (const event of trace.events) {
    if (event.type !== 'state' || event.kind !== 'station') continue;
    const key = stationKey(event);
    const bar = open.get(key);
    if (event.name === 'start') {
      const { from: who, id, checkout, t } = event;
      const begun: Bar = { who, kind: 'busy', on: null, id, checkout, from: t, to: trace.end, ended: null };
      bars.push(begun);
      open.set(key, begun);
    } else if (bar && (event.name === 'end' || event.name === 'leave')) {
      bar.to = event.t;
      open.delete(key);
    }
  }
  return bars;
}

function stationKey({ from, id, payload }: StateEvent): string {
  return `${from} ${id} ${payload.pool}`;
}
