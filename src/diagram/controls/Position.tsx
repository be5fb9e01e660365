import { useRef, useState } from 'react';
import type { Micros } from '../../simulation/scenario.ts';
import { useLive, usePaint } from '../hooks.ts';
import { TURNS } from '../live.ts';

/**
 * The native slider over a drawing of the run: its value is the instant in milliseconds. Nothing of it is seen, and to
 * write it costs a frame more than all that moves, so while the run plays it takes turns, and has the last one to itself.
 */
export function Position({ end, step, text, onMove }: { end: Micros; step: number; text: string; onMove: (ms: number) => void }) {
  const { frame: { t } } = useLive();
  const [start] = useState(() => Math.round(t / 1000));
  const input = useRef<HTMLInputElement>(null);

  usePaint((frame, live) => {
    const ms = String(Math.round(frame.t / 1000 / step) * step);
    if (live.isTurnOf(TURNS - 1) && input.current && input.current.value !== ms) input.current.value = ms;
  });

  return (
    <input
      ref={input} className="slider" type="range" min={0} max={Math.round(end / 1000)} step={step} defaultValue={start}
      aria-label="Position in the run" aria-valuetext={text} onInput={(event) => onMove(Number(event.currentTarget.value))}
    />
  );
}
