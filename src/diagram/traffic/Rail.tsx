import { useMemo, useRef } from 'react';
import { breakages } from '../../player/traffic/faults.ts';
import { clock, sayCount, type Lost } from '../../player/traffic/outcomes.ts';
import type { OverTime } from '../../player/traffic/overtime.ts';
import { windowOf, type Settings } from '../../player/traffic/settings.ts';
import { useLive, usePaint, usePlaybackPart, useShown } from '../hooks.ts';
import { Axis, Marks } from './Axis.tsx';
import { Kept } from './Kept.tsx';
import { Strips } from './Strips.tsx';
import type { Traffic } from './useTraffic.ts';

/** A press within this many pixels of a mark means the mark. */
const REACH = 22;

/** The slider of the traffic: faults hatched, what was lost marked, the charts of the run beneath, and a pin through it all. */
export function Rail({ over, lost, settings, traffic }: { over: OverTime | null; lost: Lost[]; settings: Settings; traffic: Traffic }) {
  const { playback } = useLive();
  const trace = usePlaybackPart('trace');
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const number = useRef<HTMLElement>(null);
  const start = useShown((frame) => frame.t, () => '');
  const said = useShown((frame) => frame.t, (t) => String(Math.floor(t / 100_000)));
  const { compared } = traffic;
  const { end } = trace;
  const fault = useMemo(() => (compared ? trace.scenario.faults[0] ?? null : windowOf(settings, end)), [compared, trace, settings, end]);

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
      <div className="rail-box">
        <Axis end={end} fault={fault} title={compared?.title ?? breakages[settings.breakage]?.title ?? null} />
        <input
          ref={input} className="slider" type="range" min={0} max={Math.round(end / 1000)} step={10} defaultValue={Math.round(start / 1000)}
          aria-label="Position in the run" aria-valuetext={`${clock(said)} of 10 s`}
          onInput={(event) => playback.seekTime(Number(event.currentTarget.value) * 1000)}
        />
      </div>
      <div
        className="lost-lane" onClick={open} aria-hidden="true" suppressHydrationWarning
        title={lost.length > 0 ? `${sayCount(lost)}. Click a mark to step through it.` : undefined}
      >
        {over ? <Marks lost={lost} end={end} followed={traffic.followed?.followed ?? null} /> : <Kept />}
      </div>
      <Strips over={over} fault={fault} />
      <div className="traffic-pin" aria-hidden="true"><b ref={number} /><i /></div>
    </div>
  );
}
