import { memo, useMemo } from 'react';
import { duration } from '../../player/format.ts';
import { ageAt, before, type OverTime } from '../../player/traffic/overtime.ts';
import type { Window } from '../../simulation/scenario.ts';
import { Kept } from './Kept.tsx';

/** Units of the charts: the run from left to right, and their height. */
const WIDE = 1000;
const HIGH = 40;
const WINDOW = 250_000;

interface Strip {
  name: string;
  /** The scale, and what is most, in words. */
  note: string;
  d: string;
  /** Drawn in red. */
  lost?: string;
  kind: 'bars' | 'dots' | 'area';
}

const x = (t: number, end: number) => Math.round((t / end) * WIDE * 10) / 10;
const y = (value: number, most: number) => Math.round((HIGH - (value / most) * (HIGH - 2)) * 10) / 10;
const round = (value: number) => Number(value.toFixed(1));

function windows(end: number): number[] {
  return Array.from({ length: Math.ceil(end / WINDOW) }, (_, i) => i * WINDOW);
}

function bars(heights: number[], end: number, most: number, offset = 0): string {
  return heights.map((height, i) => (height === 0 ? '' : `M${x((i + 0.5) * WINDOW, end)},${y(offset === 0 ? 0 : -offset, most)}V${y(height, most)}`)).join('');
}

function checkouts({ outcomes, end }: OverTime): Strip {
  const counts = windows(end).map((from) => {
    const mine = outcomes.filter(({ began }) => began >= from && began < from + WINDOW);
    const bad = mine.filter(({ result }) => result === 'failed' || result === 'wrong').length;
    return { all: mine.length, bad };
  });
  const most = Math.max(1, ...counts.map(({ all }) => all));
  return {
    name: 'Checkouts, by the quarter second they began', note: `at most ${most}; red: failed or at a wrong price`, kind: 'bars',
    d: bars(counts.map(({ all }) => all), end, most), lost: bars(counts.map(({ bad }) => bad), end, most),
  };
}

function latency({ outcomes, end }: OverTime): Strip {
  const done = outcomes.filter(({ result }) => result === 'completed' || result === 'wrong');
  const most = Math.max(1, ...done.map(({ began, ended }) => ended! - began));
  return {
    name: 'Latency of each completed checkout', note: `0 to ${duration(Math.round(most / 1000) * 1000)}`, kind: 'dots',
    d: done.map(({ began, ended }) => `M${x(ended!, end)},${y(ended! - began, most)}h0`).join(''),
  };
}

function load({ asks, asked, end }: OverTime): Strip {
  const counts = windows(end).map((from) => ((before(asks, from + WINDOW - 1) - before(asks, from - 1)) * 1e6) / WINDOW);
  const most = Math.max(...counts);
  return {
    name: asked === 'B' ? 'Questions to B a second' : 'Questions to the shared database a second', note: most === 0 ? 'none' : `0 to ${round(most)}`, kind: 'bars',
    d: bars(counts, end, Math.max(1, most)),
  };
}

function queue({ queue: changes, end }: OverTime): Strip {
  const most = changes.reduce((highest, [, waiting]) => Math.max(highest, waiting), 0);
  const path = changes.map(([t, waiting]) => `H${x(t, end)}V${y(waiting, Math.max(1, most))}`).join('');
  return { name: 'Waiting in queues', note: most === 0 ? 'nobody waits' : `0 to ${most}`, kind: 'area', d: most === 0 ? '' : `M0,${HIGH}${path}H${WIDE}V${HIGH}Z` };
}

function age(over: OverTime): Strip[] {
  if (!over.changes) return [];
  const turns = [...new Set(over.changes.flatMap(({ at, seen }) => [at, Math.min(seen, over.end)]))].sort((one, other) => one - other);
  const ages = turns.map((t) => [t, ageAt(over, t - 1), ageAt(over, t)] as const);
  const most = ages.reduce((highest, [, late]) => Math.max(highest, late), 0);
  const path = ages.map(([t, until, from]) => `L${x(t, over.end)},${y(until, Math.max(1, most))}V${y(from, Math.max(1, most))}`).join('');
  return [{
    name: 'How far A’s copy is behind', note: most === 0 ? 'never' : `0 to ${duration(Math.round(most / 1000) * 1000)}`, kind: 'area', d: '',
    ...(most > 0 && { lost: `M0,${HIGH}${path}V${HIGH}Z` }),
  }];
}

/** The run as small charts on the slider's own axis of time. */
export const Strips = memo(({ over, fault }: { over: OverTime | null; fault: Window | null }) => {
  const strips = useMemo(() => (over ? [checkouts(over), latency(over), load(over), queue(over), ...age(over)] : []), [over]);
  if (!over) return <Kept className="strips" />;
  return (
    <div className="strips">
      {strips.map(({ name, note, d, lost, kind }) => (
        <div key={name} className="strip">
          <p><b>{name}</b> <span>{note}</span></p>
          <svg viewBox={`0 0 ${WIDE} ${HIGH}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {fault && <rect className="strip-fault" x={x(fault.from, over.end)} width={x(fault.to - fault.from, over.end)} height={HIGH} />}
            <path className={`strip-${kind}`} d={d} />
            {lost && <path className={`strip-${kind} is-lost`} d={lost} />}
            <path className="strip-base" d={`M0,${HIGH}H${WIDE}`} />
          </svg>
        </div>
      ))}
    </div>
  );
});
Strips.displayName = 'Strips';
