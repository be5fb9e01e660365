import { useMemo, useRef } from 'react';
import { duration } from '../../player/format.ts';
import { score, type Glyph as ScoreGlyph } from '../../player/score.ts';
import { useLive, usePaint, usePlayback, useShown } from '../hooks.ts';
import { Cross, Glyph } from '../kit/Glyph.tsx';
import { roomFor, ticksOf, waitRows, type WaitRow } from '../score-layout.ts';

const RAIL = 46;
const FIRST_ROW = 66;
const ROW = 16;

const percent = (share: number) => `${Math.round(share * 1e5) / 1e3}%`;

/** The slider: a score of the run, with its messages on a rail, who waited beneath it, and a pin where the reader is. */
export function Score() {
  const live = useLive();
  const { playback } = live;
  const { trace, steps, step, reducedMotion } = usePlayback();
  const checkout = useShown(({ shopper }) => shopper.checkout, String);
  const drawn = useMemo(() => score(trace, steps), [trace, steps]);
  const rows = useMemo(() => waitRows(drawn.waits, checkout), [drawn, checkout]);
  const rooms = useMemo(() => roomFor(drawn.glyphs.map(({ at }) => at)), [drawn]);
  const ticks = useMemo(() => ticksOf(drawn.end), [drawn]);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const start = useShown((frame) => frame.t, () => '');
  const stopped = useShown((frame) => frame.t === steps[step]?.t, String);
  const height = FIRST_ROW + Math.max(1, rows.length) * ROW + 22;
  const share = (t: number) => (drawn.end > 0 ? Math.min(1, t / drawn.end) : 0);

  usePaint(({ t }) => {
    box.current?.style.setProperty('--at', String(share(t)));
    const ms = String(Math.round(t / 1000));
    if (input.current && input.current.value !== ms) input.current.value = ms;
  });

  const scrub = (ms: number) => {
    const nearest = steps.reduce((best, one) => (Math.abs(one.t - ms * 1000) < Math.abs(best.t - ms * 1000) ? one : best), steps[0]!);
    if (reducedMotion) playback.seekStep(nearest.index);
    else playback.seekTime(ms * 1000);
  };
  const parts = { glyphs: drawn.glyphs, rooms, rows, share, here: stopped ? step : -1 };
  return (
    <div className="score" ref={box} style={{ '--at': share(start), height } as React.CSSProperties}>
      <svg className="score-faults" width="100%" height={height} aria-hidden="true" focusable="false">
        {drawn.faults.map((fault) => (
          <g key={`${fault.kind} ${fault.participant} ${fault.from}`}>
            <svg x={percent(share(fault.from))} y={26} width={percent(share(fault.to) - share(fault.from))} height={height - 50} overflow="hidden">
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
          <text key={tick.at} className={`t-axis room-${tick.room}${tick.at > 0.97 ? ' last' : ''}`} x={percent(tick.at)} y={height - 6}>{tick.label}</text>
        ))}
      </svg>
      <svg className="score-past" width="100%" height={height} aria-hidden="true" focusable="false">
        <line className="rail" x1="0" x2="100%" y1={RAIL} y2={RAIL} />
        <Bars {...parts} />
      </svg>
      <svg className="score-past glyphs" width="100%" height={height} aria-hidden="true" focusable="false">
        <Glyphs {...parts} />
      </svg>
      <svg className="score-who" width={20} height={height} aria-hidden="true" focusable="false">
        {rows.map(({ who }, i) => <Who key={who} who={who} y={FIRST_ROW + i * ROW} />)}
      </svg>
      <div className="pin" aria-hidden="true"><b>{step}</b><i style={{ height: FIRST_ROW + Math.max(0, rows.length - 1) * ROW - 14 }} /></div>
      <input
        ref={input} className="slider" type="range" min={0} max={Math.round(drawn.end / 1000)} step={1}
        defaultValue={Math.round(start / 1000)} aria-label="Position in the run"
        aria-valuetext={`Step ${step} of ${steps.length - 1}, ${duration(steps[step]!.t)}`}
        onInput={(event) => scrub(Number(event.currentTarget.value))}
      />
    </div>
  );
}

const faultHatch = Array.from({ length: 220 }, (_, i) => `M${i * 9 - 160},160L${i * 9},0`).join('');

interface Parts {
  glyphs: ScoreGlyph[];
  rooms: ReturnType<typeof roomFor>;
  rows: WaitRow[];
  share: (t: number) => number;
  here: number;
}

function Bars({ rows, share }: Parts) {
  return rows.flatMap(({ who, bars }, i) => bars.map((bar) => (
    <line
      key={`${who} ${bar.id} ${bar.from}`} className={`wait-bar waiter-${who}`}
      x1={percent(share(bar.from))} x2={percent(share(bar.to))} y1={FIRST_ROW + i * ROW} y2={FIRST_ROW + i * ROW}
    />
  )));
}

function Glyphs({ glyphs, rooms, here }: Parts) {
  return glyphs.map((glyph, i) => {
    const room = rooms[i]!;
    const failed = glyph.kind === null || glyph.fate === 'lost' || glyph.fate === 'refused';
    return (
      <svg key={glyph.step} className="score-stop" x={percent(glyph.at)} y={RAIL} overflow="visible">
        <g className={`room-${room}${glyph.step === here ? ' is-here' : ''}`}>
          {glyph.kind !== null && <Glyph kind={glyph.kind} size={15} angle={glyph.direction < 0 ? 180 : 0} version={glyph.price?.version ?? null} />}
          {failed && <Cross x={glyph.kind === null ? 0 : 7} y={glyph.kind === null ? 0 : 7} size={glyph.kind === null ? 10 : 7} />}
          <text className="score-number" y={-19} textAnchor="middle">{glyph.step}</text>
        </g>
        {room !== 'all' && <circle className={`score-dot beside-${room}`} r={2.5} />}
      </svg>
    );
  });
}

function Who({ who, y }: { who: string; y: number }) {
  if (who === 'shopper') return <rect className="who-shopper" x={5} y={y - 7} width={10} height={13} rx={2} />;
  return <circle className={`who-${who}`} cx={10} cy={y} r={6.5} />;
}
