import { useMemo, useRef } from 'react';
import { PlayPause, SpeedChoice, StartOver } from '../diagram/controls/Buttons.tsx';
import { Position } from '../diagram/controls/Position.tsx';
import { useLive, usePaint, useShown } from '../diagram/hooks.ts';
import { percentOf, ticksOf } from '../diagram/score-layout.ts';
import { setText } from '../diagram/kit/write.ts';
import type { Speed } from '../player/playback.ts';
import type { Window } from '../simulation/scenario.ts';
import type { Compared } from './useComparison.ts';
import { hasWindow } from '../player/compared/world.ts';

/** The slider's step, in milliseconds. */
const STEP = 50;
const speeds: readonly Speed[] = [0.25, 1, 2, 4];

/** One set of controls for all: play, start over, break, speed, and the slider over the strips. */
export function Controls({ id, comparison }: { id: string; comparison: Compared }) {
  const { playback } = useLive();
  const { world, named, scenario, change } = comparison;

  const breakNow = () => {
    const at = Math.min(59_500, Math.round(playback.t / 10_000) * 10);
    change({ scenario: hasWindow(named) ? world.scenario : 'b-down', values: { ...world.values, at } });
  };

  return (
    <div className="compare-controls">
      <div className="compare-buttons">
        <div className="buttons">
          <StartOver />
          <PlayPause className="framed" />
          <button type="button" className="filled" onClick={breakNow}>Break all six now</button>
        </div>
        <SpeedChoice name={id} choices={speeds} />
      </div>
      <Slider end={scenario.duration} window={scenario.faults[0] ?? null} title={named.title} />
    </div>
  );
}

/** The run from left to right, on the strips' own axis. */
export function Slider({ end, window, title }: { end: number; window: Window | null; title: string }) {
  const { playback } = useLive();
  const pin = useRef<HTMLDivElement>(null);
  const start = useShown((frame) => frame.t, () => '');
  const said = useShown((frame) => frame.t, (t) => String(Math.floor(t / 500_000)));
  const ticks = useMemo(() => ticksOf(end), [end]);

  usePaint(({ t }) => {
    pin.current?.style.setProperty('translate', percentOf(t / end));
    setText(pin.current?.firstElementChild ?? null, sayPin(t));
  });

  return (
    <div className="compare-rail">
      <svg width="100%" height={70} aria-hidden="true" focusable="false">
        {window && <rect fill="url(#strip-hatch)" x={percentOf(window.from / end)} y={28} width={percentOf((window.to - window.from) / end)} height={24} />}
        {window && <text className="fault-name" x={percentOf(Math.min(0.72, window.from / end))} y={10}>{title}</text>}
        <line className="rail" x1="0" x2="100%" y1={40} y2={40} />
        {ticks.map(({ at, label, room }) => (
          <text key={at} className={`t-axis room-${room}${at > 0.97 ? ' last' : ''}`} x={percentOf(at)} y={63}>{label}{at > 0.97 ? ' s' : ''}</text>
        ))}
      </svg>
      <Position end={end} step={STEP} text={`${(said / 1e6).toFixed(1)} s of ${end / 1e6} s`} onMove={(ms) => playback.seekTime(ms * 1000)} />
      <div ref={pin} className="pin compare-pin" style={{ translate: percentOf(start / end) }} aria-hidden="true"><b>{sayPin(start)}</b></div>
    </div>
  );
}

const sayPin = (t: number): string => (t / 1e6).toFixed(t >= 9.95e6 ? 0 : 1);
