import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Frame } from '../../player/frame.ts';
import type { PlaybackState } from '../../player/playback.ts';
import { sequence } from '../../player/sequence.ts';
import type { Topology } from '../../simulation/technique.ts';
import { currentMessage } from '../current.ts';
import { usePaint, usePlayback, useShown } from '../hooks.ts';
import type { Width } from '../layout/types.ts';
import { ownerOf } from '../names.ts';
import { drawingFor } from '../stage/Stage.tsx';
import { Cross } from '../kit/Glyph.tsx';
import { ArrowLine, type ArrowState } from './ArrowLine.tsx';
import { ArrowName } from './ArrowName.tsx';
import { BAR } from './arrows.ts';
import { BELOW_HEADS } from './clock.ts';
import { Heads } from './Heads.tsx';
import { placeSequence } from './layout.ts';
import { useHeadsInSight } from './useHeadsInSight.ts';

/** The same run with time downwards: a lifeline for each participant, a line for each message, sloped by its time. */
export function SequenceView({ topology }: { topology: Topology }) {
  const { trace, steps, step } = usePlayback();
  const run = useMemo(() => sequence(trace, steps), [trace, steps]);
  const [width, setWidth] = useState<Width>(1000);
  const box = useRef<HTMLDivElement>(null);
  const pin = useRef<SVGGElement>(null);
  const clip = useRef<SVGRectElement>(null);
  const placed = useMemo(() => placeSequence(run, steps, width), [run, steps, width]);
  const { clock, x, left, right, arrows, waits, bars, labels, tags } = placed;
  useHeadsInSight(box, clock.height);

  useLayoutEffect(() => {
    const figure = box.current?.closest('figure');
    if (!figure) return undefined;
    setWidth(drawingFor(figure.clientWidth));
    const observer = new ResizeObserver(([entry]) => setWidth(drawingFor(entry!.contentRect.width)));
    observer.observe(figure);
    return () => observer.disconnect();
  }, []);

  usePaint(({ t }) => {
    const y = clock.y(t);
    pin.current?.setAttribute('transform', `translate(0,${y})`);
    clip.current?.setAttribute('height', String(y));
  });

  const looked = useShown((frame, live) => lookedAt(frame, live.playback.state), String);
  const begun = useShown(({ t }) => ({ t, past: labels.filter(({ end }) => end <= t).length, out: labels.filter(({ start }) => start < t).length }),
    ({ past: done, out }) => `${done} ${out}`);
  const { t } = begun;
  const here = clock.y(t);
  const draw = (current: boolean) => {
    const shown = <T extends { id: number; start: number; end: number }>(all: T[], element: (one: T, state: ArrowState) => React.ReactNode) =>
      all.filter(({ id }) => (id === looked) === current).map((one) => element(one, { time: one.end <= t ? 'past' : one.start < t ? 'now' : 'future', current }));
    return (
      <>
        {shown(arrows, (arrow, state) => <ArrowLine key={arrow.id} arrow={arrow} state={state} tag={tags.get(arrow.id)} t={t} />)}
        {shown(waits, (wait, { time }) => <g key={wait.id} className={`seq-end ${time}`}><Cross x={wait.x} y={wait.y} size={12} /></g>)}
        {shown(labels, (label, { time }) => <g key={label.id} className={`seq-words ${time}`}><ArrowName label={label} current={current} width={width} /></g>)}
      </>
    );
  };
  return (
    <div className="stage" ref={box}>
      <div className="drawing sequence-drawing" data-width={width} style={{ '--w': `${width}px`, '--h': `${clock.height}px` } as React.CSSProperties}>
        <svg className="drawing-scale sequence" width={width} height={clock.height} role="img" aria-label="Sequence of the messages of this run, time downwards">
          {clock.ticks.map((tick) => (
            <g key={tick.t}>
              <path className="seq-tick" d={`M${left - 8},${tick.y}H${right + 12}`} />
              <text className="t-axis" x={left - (width === 320 ? 14 : 22)} y={tick.y + 4} textAnchor="end">{tick.label}</text>
            </g>
          ))}
          {Object.entries(x).map(([id, at]) => <path key={id} className="lifeline" d={`M${at},${clock.y(0) - BELOW_HEADS}V${clock.height - 8}`} />)}
          {run.faults.map(({ participant, from, to }) => participant !== null && participant in x && (
            <path key={`${participant} ${from}`} className="seq-fault" d={hatchOf(x[participant]!, clock.y(from), clock.y(to))} />
          ))}
          <Bars bars={bars} className="seq-bars future" />
          <clipPath id={`seq-${width}-past`}><rect ref={clip} x={0} y={0} width={width} height={here} /></clipPath>
          <g clipPath={`url(#seq-${width}-past)`}><Bars bars={bars} className="seq-bars" /></g>
          {clock.breaks.map(({ y }) => (
            <g key={y} className="seq-break">
              <rect x={left - 12} y={y - 5} width={right - left + 24} height={10} />
              <path d={`M${left - 12},${y - 5}H${right + 12}M${left - 12},${y + 5}H${right + 12}`} />
            </g>
          ))}
          <g ref={pin} transform={`translate(0,${here})`} className="seq-pin">
            <path d={`M${left - (width === 320 ? 12 : 20)},0H${right + 12}`} />
            <path className="seq-pin-body" d={`M${left - (width === 320 ? 14 : 20)},0l-7,-10h-${width === 320 ? 20 : 22}v20h${width === 320 ? 20 : 22}Z`} />
            <text x={left - (width === 320 ? 30 : 37)} y={4.5} textAnchor="middle">{step}</text>
          </g>
          {draw(false)}
          {draw(true)}
          <Heads topology={topology} x={x} width={width} />
        </svg>
      </div>
    </div>
  );
}

/** The id of what the reader looks at: a message, or the wait that has ended. */
function lookedAt(frame: Frame, state: PlaybackState): number {
  const id = currentMessage(frame, state)?.id ?? 0;
  const { kind, event, index } = state.steps[state.step]!;
  return kind === 'wait' && (!state.playing || id === event!.id) ? -index : id;
}

/** Short strokes across a lifeline, for as long as its participant is not well. */
function hatchOf(x: number, from: number, to: number): string {
  const strokes = Array.from({ length: Math.max(1, Math.floor((to - from) / 7)) }, (_, i) => from + i * 7);
  return strokes.map((y) => `M${x - 10},${y + 7}L${x + 10},${y - 1}`).join('');
}

function Bars({ bars, className }: { bars: ReturnType<typeof placeSequence>['bars']; className: string }) {
  return (
    <g className={className}>
      {bars.map(({ who, kind, id, from, x, y1, y2 }) => (
        <rect key={`${who} ${kind} ${id} ${from}`} className={`seq-${kind} owner-${ownerOf(who)}`} x={x - BAR} y={y1} width={BAR * 2} height={Math.max(1, y2 - y1)} />
      ))}
    </g>
  );
}
