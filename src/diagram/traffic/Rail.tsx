import { useMemo, useRef } from 'react';
import { clock, sayCount, type Lost } from '../../player/traffic/outcomes.ts';
import type { OverTime } from '../../player/traffic/overtime.ts';
import { breakages } from '../../player/traffic/faults.ts';
import type { Settings } from '../../player/traffic/settings.ts';
import { useLive, usePaint, usePlayback, useShown } from '../hooks.ts';
import { ticksOf } from '../score-layout.ts';
import { Strips } from './Strips.tsx';
import type { Traffic } from './useTraffic.ts';

const HEIGHT = 76;
const RAIL = 40;
/** A press within this many pixels of a mark means the mark. */
const REACH = 22;

/** With more marks than this, each is a line. */
const MANY = 90;
const marks = { wrong: 'M-5,-2H5M-5,2.4H5M2.6,-6L-2.6,6', failed: 'M-4,-4L4,4M4,-4L-4,4' };

const percent = (share: number) => `${Math.round(share * 1e5) / 1e3}%`;

/** The slider of the traffic: faults hatched, what was lost marked, the charts of the run beneath, and a pin through it all. */
export function Rail({ over, lost, settings, traffic }: { over: OverTime | null; lost: Lost[]; settings: Settings; traffic: Traffic }) {
  const { playback } = useLive();
  const { trace } = usePlayback();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLElement>(null);
  const start = useShown((frame) => frame.t, () => '');
  const said = useShown((frame) => frame.t, (t) => String(Math.floor(t / 100_000)));
  const ticks = useMemo(() => ticksOf(trace.end), [trace.end]);
  const { compared } = traffic;
  const broken = breakages[settings.breakage];
  const from = settings.values['at']! * 1000;
  const own = broken ? { from, to: Math.min(trace.end, from + settings.values['for']! * 1000) } : null;
  const fault = compared ? trace.scenario.faults[0] ?? null : own;
  const { end } = trace;

  usePaint(({ t }) => {
    box.current?.style.setProperty('--at', String(t / end));
    const ms = String(Math.round(t / 1000));
    if (input.current && input.current.value !== ms) input.current.value = ms;
    if (number.current) number.current.textContent = t >= 9.95e6 ? '10' : (t / 1e6).toFixed(1);
  });

  const open = (event: React.MouseEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = (event.clientX - left) / width;
    const away = (one: Lost) => Math.abs(one.ended / end - at);
    const nearest = lost.reduce<Lost | null>((best, one) => (best === null || away(one) < away(best) ? one : best), null);
    if (nearest && away(nearest) * width <= REACH) traffic.follow(nearest.checkout);
  };

  return (
    <div className="traffic-rail" ref={box} style={{ '--at': start / end } as React.CSSProperties}>
      <div className="rail-box" style={{ height: HEIGHT }}>
        <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
          {fault && (
            <svg x={percent(fault.from / end)} y={26} width={percent((fault.to - fault.from) / end)} height={28} overflow="hidden">
              <path className="fault-hatch" d={hatch} />
            </svg>
          )}
          <line className="rail" x1="0" x2="100%" y1={RAIL} y2={RAIL} />
          <line className="rail rail-done" x1="0" x2="100%" y1={RAIL} y2={RAIL} />
          {fault && <text className="fault-name" x={percent(Math.min(0.8, fault.from / end))} y={11}>{compared?.title ?? broken!.title}</text>}
          {ticks.map(({ at, label, room }) => (
            <text key={at} className={`t-axis room-${room}${at > 0.97 ? ' last' : ''}`} x={percent(at)} y={HEIGHT - 6}>{label}{at > 0.97 ? ' s' : ''}</text>
          ))}
        </svg>
        <input
          ref={input} className="slider" type="range" min={0} max={Math.round(end / 1000)} step={10} defaultValue={Math.round(start / 1000)}
          aria-label="Position in the run" aria-valuetext={`${clock(said)} of 10 s`}
          onInput={(event) => playback.seekTime(Number(event.currentTarget.value) * 1000)}
        />
      </div>
      <div className="lost-lane" onClick={open} aria-hidden="true" title={lost.length > 0 ? `${sayCount(lost)}. Click a mark to step through it.` : undefined}>
        <Marks lost={lost} end={end} followed={traffic.followed?.followed ?? null} />
      </div>
      <Strips over={over} fault={fault} />
      <div className="traffic-pin" aria-hidden="true"><b ref={number} /><i /></div>
    </div>
  );
}

const hatch = Array.from({ length: 120 }, (_, i) => `M${i * 9 - 40},40L${i * 9},0`).join('');

/** What was lost, each at its end: a cross or an unequal sign, or no more than a line where there are very many. */
function Marks({ lost, end, followed }: { lost: Lost[]; end: number; followed: number | null }) {
  if (lost.length > MANY) {
    return (
      <svg width="100%" height={24} viewBox="0 0 1000 24" preserveAspectRatio="none" focusable="false">
        <path className="cross many" d={lost.map(({ ended }) => `M${(ended / end) * 1000},7v10`).join('')} />
      </svg>
    );
  }
  return (
    <svg width="100%" height={24} focusable="false">
      {lost.map(({ checkout, ended, result }) => (
        <svg key={`${checkout} ${ended}`} x={percent(ended / end)} y={12} overflow="visible">
          <path className={followed === checkout ? 'cross is-followed' : 'cross'} d={marks[result]} />
        </svg>
      ))}
    </svg>
  );
}
