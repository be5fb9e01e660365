/** The figures of a run up to any instant of it, and how they went along. Definitions as in the simulation's metrics. */
import { nearestRank } from '../../simulation/metrics.ts';
import type { Micros } from '../../simulation/scenario.ts';
import type { StateEvent, Trace } from '../../simulation/trace.ts';
import { PIECE, type Pieces } from '../pieces.ts';
import { tellOutcome, type Outcome } from './outcomes.ts';

/** Milliseconds and shares; null where there is nothing to tell. */
export interface Figures {
  attempted: number;
  completed: number;
  failed: number;
  wrong: number;
  availability: number | null;
  p50: number | null;
  p95: number | null;
  p99: number | null;
  /** How long a price change stays unseen in the copy, on average and at most; null without a copy. */
  stale: number | null;
  stalest: number | null;
  messages: number | null;
  /** Questions that reached B a second, or the shared database where nobody asks B. */
  load: number | null;
  /** How many wait for B's side at the instant, and how many at most so far. */
  queue: number;
  deepest: number;
}

/** Why a figure changes at an instant: a change of price, and when the copy had it. */
interface Change {
  at: Micros;
  sku: string;
  version: number;
  seen: Micros;
}

export interface OverTime {
  end: Micros;
  outcomes: Outcome[];
  /** Instants, ascending. */
  asks: Micros[];
  sends: Micros[];
  /** `[instant, how many wait from then on]`. */
  queue: [Micros, number][];
  /** Null without a copy. */
  changes: Change[] | null;
  /** Who is asked: B, or the shared database. */
  asked: 'B' | 'database';
}

/** Reads a trace once, for all instants, a piece at a time. */
export function* readOver(trace: Trace): Pieces<OverTime> {
  const asked = 'database' in trace.initial ? 'database' : 'B';
  const asks: Micros[] = [];
  const sends: Micros[] = [];
  const queue: [Micros, number][] = [];
  const lines = new Map<string, number>();
  const changes: Change[] = [];
  const outcomes = new Map<number, Outcome>();
  let seen = 0;
  for (const event of trace.events) {
    if (seen++ % PIECE === 0) yield;
    if (event.type === 'send') {
      if (event.checkout !== null) sends.push(event.t);
      if (event.to === asked && event.answers === null) asks.push(event.t);
    } else if (event.type === 'state') {
      tellOutcome(outcomes, event);
      const line = lineOf(event, asked);
      if (line !== null) {
        lines.set(line, Number(event.payload.waiting));
        let all = 0;
        for (const waiting of lines.values()) all += waiting;
        if (all !== (queue.at(-1)?.[1] ?? 0)) queue.push([event.t, all]);
      }
      if (event.kind === 'price') follow(changes, event);
    }
  }
  return { end: trace.end, outcomes: [...outcomes.values()], asks, sends, queue, changes: 'cache' in trace.initial ? changes : null, asked };
}

/** The line that a state event is about, where it is one of B's side: at its workers, in its jobs, in the broker. */
function lineOf({ kind, from, payload }: StateEvent, asked: string): string | null {
  if (typeof payload.waiting !== 'number') return null;
  if (kind === 'queue') return `${from} ${payload.queue}`;
  return kind === 'station' && from === asked ? from : null;
}

function follow(changes: Change[], { name, from, t, payload }: StateEvent): void {
  const { sku, version } = payload;
  if (typeof sku !== 'string' || typeof version !== 'number') return;
  if (name === 'changed' && from !== 'cache') changes.push({ at: t, sku, version, seen: Infinity });
  else if (name === 'copied' && from === 'cache') {
    for (const change of changes) {
      if (change.sku === sku && change.version <= version) change.seen = Math.min(change.seen, t);
    }
  }
}

/** The figures of what happened up to `t`, microseconds; at the end of the run, of the whole. */
export function figuresAt({ outcomes, asks, sends, queue, changes }: OverTime, t: Micros): Figures {
  const begun = outcomes.filter(({ began }) => began <= t);
  const ended = begun.filter((one) => one.ended !== null && one.ended <= t);
  const done = ended.filter(({ result }) => result !== 'failed');
  const latencies = Float64Array.from(done, ({ began, ended: at }) => at! - began).sort();
  const rank = (share: number) => ms(nearestRank(latencies, share));
  const ages = changes?.filter(({ at }) => at <= t).map(({ at, seen }) => Math.min(seen, t) - at) ?? [];
  return {
    attempted: begun.length,
    completed: done.length,
    failed: ended.length - done.length,
    wrong: done.filter(({ result }) => result === 'wrong').length,
    availability: ended.length === 0 ? null : done.length / ended.length,
    p50: rank(0.5), p95: rank(0.95), p99: rank(0.99),
    stale: ages.length === 0 ? null : ages.reduce((sum, age) => sum + age, 0) / ages.length / 1000,
    stalest: ages.length === 0 ? null : Math.max(...ages) / 1000,
    messages: begun.length === 0 ? null : before(sends, t) / begun.length,
    load: t <= 0 ? null : before(asks, t) / (t / 1e6),
    queue: queue.findLast(([at]) => at <= t)?.[1] ?? 0,
    deepest: queue.reduce((most, [at, waiting]) => (at <= t ? Math.max(most, waiting) : most), 0),
  };
}

/** How long the oldest change that the copy has missed at `t` has been waiting, in microseconds. */
export function ageAt({ changes }: OverTime, t: Micros): Micros {
  return (changes ?? []).reduce((oldest, { at, seen }) => (at <= t && seen > t ? Math.max(oldest, t - at) : oldest), 0);
}

/** How many of the ascending instants are at or before `t`. */
export function before(instants: readonly Micros[], t: Micros): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}

const ms = (micros: number | null): number | null => (micros === null ? null : micros / 1000);
