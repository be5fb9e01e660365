import { useRef } from 'react';
import { duration } from '../../player/format.ts';
import type { Frame, ParticipantFrame } from '../../player/frame.ts';
import { usePaint, useRun, useShown } from '../hooks.ts';
import { CentredTag, EmptyTag } from '../kit/Tag.tsx';
import { round } from '../layout/route.ts';
import type { PlacedNode } from '../layout/types.ts';
import { setAttribute, setText } from '../kit/write.ts';

const units = [10, 50, 100, 500, 1000, 5000].map((ms) => ms * 1000);

/** How an age is drawn: a tick each `unit`, `ticks` of them, so that the whole run fits. */
export function ageScale(end: number): { unit: number; ticks: number } {
  const unit = units.find((one) => end / one <= 12) ?? units.at(-1)!;
  return { unit, ticks: Math.min(12, Math.max(4, Math.ceil(end / unit))) };
}

/** The shares of the age bar that are the copy's age, and within it the part that is out of date. */
function shares({ copiedAt, staleSince }: ParticipantFrame, t: number, whole: number): { age: number; stale: number } {
  const share = (since: number | null) => (since === null ? 0 : Math.max(0, Math.min(1, (t - since) / whole)));
  const age = share(copiedAt);
  return { age, stale: Math.min(age, share(staleSince)) };
}

const span = (since: number, t: number) => duration(Math.max(0, Math.round((t - since) / 1000) * 1000));

function texts({ copiedAt, staleSince }: ParticipantFrame, t: number): [string, string] {
  return [
    copiedAt === null ? 'no copy' : `copy, ${span(copiedAt, t)} old`,
    staleSince === null ? '' : `stale for ${span(staleSince, t)}`,
  ];
}

/** Every fifth is longer; the first and the last stay within the bar. */
function tickMarks(ticks: number, width: number, y: number): string {
  const at = (tick: number) => round(Math.min(width - 0.5, Math.max(0.5, (tick / ticks) * width)));
  return Array.from({ length: ticks + 1 }, (_, tick) => `M${at(tick)},${y}v${tick % 5 === 0 ? 6 : 4}`).join('');
}

/** A's copy of prices: a shelf, and under it how old the copy is; the red part began when B changed. */
export function Shelf({ placed }: { placed: PlacedNode }) {
  const { id, box, label } = placed;
  const { trace } = useRun();
  const state = useShown(({ participants }) => participants[id], (one) => (one
    ? [one.status, one.price?.version, one.price?.cents, one.copiedAt, one.staleSince].join(' ') : ''));
  const t = useShown((frame: Frame) => frame.t, () => '');
  const { unit, ticks } = ageScale(trace.end);
  const whole = unit * ticks;
  const age = useRef<SVGRectElement>(null);
  const stale = useRef<SVGRectElement>(null);
  const copied = useRef<SVGTextElement>(null);
  const late = useRef<SVGTextElement>(null);

  usePaint((frame) => {
    const now = frame.participants[id];
    if (!now) return;
    const { age: aged, stale: wrong } = shares(now, frame.t, whole);
    setAttribute(age.current, 'width', String(aged * box.width));
    setAttribute(stale.current, 'width', String(wrong * box.width));
    setAttribute(stale.current, 'x', String((aged - wrong) * box.width));
    const [first, second] = texts(now, frame.t);
    setText(copied.current, first);
    setText(late.current, second);
  });

  if (!state) return null;
  const now = shares(state, t, whole);
  const y = box.height + 9;
  const [first, second] = texts(state, t);
  return (
    <svg className="node shelf" width={box.width} height={box.height}>
      <rect className="shelf-body" x={1.25} y={1.25} width={box.width - 2.5} height={box.height - 2.5} />
      {state.price
        ? <CentredTag cents={state.price.cents} version={state.price.version} cx={box.width / 2} cy={box.height / 2} />
        : <EmptyTag cx={box.width / 2} cy={box.height / 2} />}
      <rect className="age-ground" y={y} width={box.width} height={5} />
      <rect ref={age} className="age" y={y} width={now.age * box.width} height={5} />
      <rect ref={stale} className="age-stale" y={y} x={(now.age - now.stale) * box.width} width={now.stale * box.width} height={5} />
      <path className="age-ticks" d={tickMarks(ticks, box.width, y + 8)} />
      <text ref={copied} className="t-note" y={y + 29}>{first}</text>
      <text ref={late} className="t-note stale" y={y + 45}>{second}</text>
      {label && <text className="t-note" x={label.x - box.x} y={label.y - box.y}>its own copy</text>}
    </svg>
  );
}
