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

function bars(heights: number[], end: number, most: number): string {
  return heights.map((height, i) => (height === 0 ? '' : `M${x((i + 0.5) * WINDOW, end)},${HIGH}V${y(height, most)}`)).join('');
}

function checkouts({ outcomes, end }: OverTime): Strip {
  const all = Array.from({ length: Math.ceil(end / WINDOW) }, () => 0);
  const bad = [...all];
  for (const { began, result } of outcomes) {
    const window = Math.min(all.length - 1, Math.floor(began / WINDOW));
    all[window]! += 1;
    if (result === 'failed' || result === 'wrong') bad[window]! += 1;
  }
  const most = Math.max(1, ...all);
  return {
    name: 'Checkouts, by the quarter second they began', note: `at most ${most}; red: failed or at a wrong price`, kind: 'bars',
    d: bars(all, end, most), lost: bars(bad, end, most),
  };
}

function latency({ outcomes, end }: OverTime): Strip {
  const done = outcomes.filter(({ result }) => result === 'completed' || result === 'wrong');
  const most = done.reduce((longest, { began, ended }) => Math.max(longest, ended! - began), 1);
  const dots = new Set(done.map(({ began, ended }) => `M${Math.round(x(ended!, end))},${Math.round(y(ended! - began, most))}h0`));
  return { name: 'Latency of each completed checkout', note: `0 to ${duration(Math.round(most / 1000) * 1000)}`, kind: 'dots', d: [...dots].join('') };
}

function load({ asks, asked, end }: OverTime): Strip {
  const counts = Array.from({ length: Math.ceil(end / WINDOW) }, (_, i) => (
    ((before(asks, (i + 1) * WINDOW - 1) - before(asks, i * WINDOW - 1)) * 1e6) / WINDOW
  ));
  const most = Math.max(...counts);
  return {
    name: asked === 'B' ? 'Questions to B a second' : 'Questions to the shared database a second', note: most === 0 ? 'none' : `0 to ${round(most)}`, kind: 'bars',
    d: bars(counts, end, Math.max(1, most)),
  };
}

/** The most that wait, in columns of a unit each. */
function queue({ queue: changes, end }: OverTime): Strip {
  const columns = Array.from({ length: WIDE + 1 }, () => 0);
  let reached = 0;
  let waits = 0;
  for (const [t, waiting] of [...changes, [end, 0] as const]) {
    const column = Math.floor((t / end) * WIDE);
    for (; reached < column; reached += 1) columns[reached + 1] = waits;
    waits = waiting;
    columns[column] = Math.max(columns[column]!, waits);
  }
  const most = Math.max(...columns);
  const path = columns.map((waiting, i) => (waiting === columns[i - 1] ? '' : `H${i}V${y(waiting, Math.max(1, most))}`)).join('');
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
