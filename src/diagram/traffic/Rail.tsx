import { clock, sayCount, type Lost } from '../../player/traffic/outcomes.ts';
import type { OverTime } from '../../player/traffic/overtime.ts';
import type { Window } from '../../simulation/scenario.ts';
import { Position } from '../controls/Position.tsx';
import { useLive, usePlaybackPart, useShown } from '../hooks.ts';
import { Axis, Marks } from './Axis.tsx';
import { Kept } from './Kept.tsx';
import { Pinned } from './Pinned.tsx';
import type { Traffic } from './useTraffic.ts';

/** The slider's step, in milliseconds. */
const STEP = 10;
/** A press within this many pixels of a mark means the mark. */
const REACH = 22;

/** The slider of the traffic: faults hatched, what was lost marked, and a pin through it. */
export function Rail({ over, lost, fault, title, traffic }: {
  over: OverTime | null; lost: Lost[]; fault: Window | null; title: string | null; traffic: Traffic;
}) {
  const { playback } = useLive();
  const { end } = usePlaybackPart('trace');
  const said = useShown((frame) => frame.t, (t) => String(Math.floor(t / 100_000)));

  const open = (event: React.MouseEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = (event.clientX - left) / width;
    const away = (one: Lost) => Math.abs(one.ended / end - at);
    const nearest = lost.reduce<Lost | null>((best, one) => (best === null || away(one) < away(best) ? one : best), null);
    if (nearest && away(nearest) * width <= REACH) traffic.follow(nearest.checkout);
  };

  return (
    <Pinned className="traffic-rail" says>
      <div className="rail-box">
        <Axis end={end} fault={fault} title={title} />
        <Position end={end} step={STEP} text={`${clock(said)} of 10 s`} onMove={(ms) => playback.seekTime(ms * 1000)} />
      </div>
      <div
        className="lost-lane" onClick={open} aria-hidden="true" suppressHydrationWarning
        title={lost.length > 0 ? `${sayCount(lost)}. Click a mark to step through it.` : undefined}
      >
        {over ? <Marks lost={lost} end={end} followed={traffic.followed?.followed ?? null} /> : <Kept />}
      </div>
    </Pinned>
  );
}
