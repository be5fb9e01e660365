import { memo, useCallback, useMemo, useRef } from 'react';
import { duration } from '../../player/format.ts';
import { score } from '../../player/score.ts';
import { useLive, usePaint, usePlayback, usePlaybackPart, useRun, useShown } from '../hooks.ts';
import { along, percentOf, roomFor, ticksOf, waitRows } from '../score-layout.ts';
import { Position } from './Position.tsx';
import { Bars, faultHatch, FIRST_ROW, Glyphs, RAIL, ROW, Who } from './score-parts.tsx';

/** Clips what lies beyond a share of the rail, and so many pixels more. */
const upTo = (share: number, more: number) => `inset(-1rem calc(${percentOf(1 - share)} - ${more}px) -1rem -1rem)`;

/** The slider: a score of the run, with its messages on a rail, who waited beneath it, and a pin where the reader is. */
export const Score = memo(() => {
  const { trace, steps } = useRun();
  const checkout = useShown(({ shopper }) => shopper.checkout, String);
  const drawn = useMemo(() => score(trace, steps), [trace, steps]);
  const rows = useMemo(() => waitRows(drawn.waits, checkout), [drawn, checkout]);
  const rooms = useMemo(() => roomFor(drawn.glyphs.map(({ at }) => at)), [drawn]);
  const ticks = useMemo(() => ticksOf(drawn.end), [drawn]);
  const past = useRef<SVGSVGElement>(null);
  const pastGlyphs = useRef<SVGSVGElement>(null);
  const pin = useRef<HTMLDivElement>(null);
  const start = useShown((frame) => frame.t, () => '');
  const height = FIRST_ROW + Math.max(1, rows.length) * ROW + 22;
  const share = useCallback((t: number) => (drawn.end > 0 ? Math.min(1, t / drawn.end) : 0), [drawn]);

  usePaint(({ t }) => {
    const at = share(t);
    past.current?.style.setProperty('clip-path', upTo(at, 0));
    pastGlyphs.current?.style.setProperty('clip-path', upTo(at, 9));
    pin.current?.style.setProperty('translate', along(at));
  });

  const parts = { glyphs: drawn.glyphs, rooms, rows, share };
  return (
    <div className="score" style={{ height }}>
      <svg className="score-faults" width="100%" height={height} aria-hidden="true" focusable="false">
        {drawn.faults.map((fault) => (
          <g key={`${fault.kind} ${fault.participant} ${fault.from}`}>
            <svg x={percentOf(share(fault.from))} y={26} width={percentOf(share(fault.to) - share(fault.from))} height={height - 50} overflow="hidden">
              <path className="fault-hatch" d={faultHatch} />
            </svg>
          </g>
        ))}
      </svg>
      <svg className="score-future" width="100%" height={height} aria-hidden="true" focusable="false">
        <line className="rail" x1="0" x2="100%" y1={RAIL} y2={RAIL} />
        <Bars {...parts} />
        <Glyphs {...parts} />
        {ticks.map((tick) => (
          <text key={tick.at} className={`t-axis room-${tick.room}${tick.at > 0.97 ? ' last' : ''}`} x={percentOf(tick.at)} y={height - 6}>{tick.label}</text>
        ))}
      </svg>
      <svg ref={past} className="score-past" style={{ clipPath: upTo(share(start), 0) }} width="100%" height={height} aria-hidden="true" focusable="false">
        <line className="rail" x1="0" x2="100%" y1={RAIL} y2={RAIL} />
        <Bars {...parts} />
      </svg>
      <svg ref={pastGlyphs} className="score-past" style={{ clipPath: upTo(share(start), 9) }} width="100%" height={height} aria-hidden="true" focusable="false">
        <Glyphs {...parts} />
      </svg>
      <svg className="score-who" width={20} height={height} aria-hidden="true" focusable="false">
        {rows.map(({ who }, i) => <Who key={who} who={who} y={FIRST_ROW + i * ROW} />)}
      </svg>
      <div ref={pin} className="pin" style={{ translate: along(share(start)) }} aria-hidden="true">
        <PinNumber /><i style={{ height: FIRST_ROW + Math.max(0, rows.length - 1) * ROW - 18 }} />
      </div>
      <Slider />
    </div>
  );
});
Score.displayName = 'Score';

function PinNumber() {
  const step = usePlaybackPart('step');
  return <b>{step}</b>;
}

/** The slider over the score; under reduced motion it rests on steps alone. */
function Slider() {
  const { playback } = useLive();
  const { trace, steps, step, reducedMotion } = usePlayback();
  const scrub = (ms: number) => {
    const nearest = steps.reduce((best, one) => (Math.abs(one.t - ms * 1000) < Math.abs(best.t - ms * 1000) ? one : best), steps[0]!);
    if (reducedMotion) playback.seekStep(nearest.index);
    else playback.seekTime(ms * 1000);
  };
  return <Position end={trace.end} step={1} text={`Step ${step} of ${steps.length - 1}, ${duration(steps[step]!.t)}`} onMove={scrub} />;
}
