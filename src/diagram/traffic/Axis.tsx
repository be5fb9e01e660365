import { memo, useRef } from 'react';
import type { Lost } from '../../player/traffic/outcomes.ts';
import type { Micros, Window } from '../../simulation/scenario.ts';
import { usePaint, useShown } from '../hooks.ts';
import { percentOf, ticksOf } from '../score-layout.ts';

const HEIGHT = 76;
const RAIL = 40;
/** With more marks than this, each is a line. */
const MANY = 90;
const marks = { wrong: 'M-5,-2H5M-5,2.4H5M2.6,-6L-2.6,6', failed: 'M-4,-4L4,4M4,-4L-4,4' };
const hatch = Array.from({ length: 120 }, (_, i) => `M${i * 9 - 40},40L${i * 9},0`).join('');

/** The run from left to right, with what goes wrong hatched on it. */
export const Axis = memo(({ end, fault, title }: { end: Micros; fault: Window | null; title: string | null }) => (
  <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
    {fault && (
      <svg x={percentOf(fault.from / end)} y={26} width={percentOf((fault.to - fault.from) / end)} height={28} overflow="hidden">
        <path className="fault-hatch" d={hatch} />
      </svg>
    )}
    <line className="rail" x1="0" x2="100%" y1={RAIL} y2={RAIL} />
    <Done end={end} />
    {fault && <text className="fault-name" x={percentOf(Math.min(0.8, fault.from / end))} y={11}>{title}</text>}
    {ticksOf(end).map(({ at, label, room }) => (
      <text key={at} className={`t-axis room-${room}${at > 0.97 ? ' last' : ''}`} x={percentOf(at)} y={HEIGHT - 6}>{label}{at > 0.97 ? ' s' : ''}</text>
    ))}
  </svg>
));
Axis.displayName = 'Axis';

/** What of the rail lies behind the reader: drawn whole and drawn together, so that it moves without a layout. */
function Done({ end }: { end: Micros }) {
  const line = useRef<SVGLineElement>(null);
  const start = useShown((frame) => frame.t, () => '');
  const scale = (t: Micros) => `${t / end} 1`;
  usePaint(({ t }) => line.current?.style.setProperty('scale', scale(t)));
  return <line ref={line} className="rail rail-done" style={{ scale: scale(start) }} x1="0" x2="100%" y1={RAIL} y2={RAIL} />;
}

/** What was lost, each at its end: a cross or an unequal sign, or no more than a line where there are very many. */
export const Marks = memo(({ lost, end, followed = null }: { lost: Lost[]; end: Micros; followed?: number | null }) => {
  if (lost.length > MANY) {
    return (
      <div>
        <svg width="100%" height={24} viewBox="0 0 1000 24" preserveAspectRatio="none" focusable="false">
          <path className="cross many" d={lost.map(({ ended }) => `M${Math.round((ended / end) * 1e4) / 10},7v10`).join('')} />
        </svg>
      </div>
    );
  }
  return (
    <div>
      <svg width="100%" height={24} focusable="false">
        {lost.map(({ checkout, ended, result }) => (
          <svg key={`${checkout} ${ended}`} x={percentOf(ended / end)} y={12} overflow="visible">
            <path className={followed === checkout ? 'cross is-followed' : 'cross'} d={marks[result]} />
          </svg>
        ))}
      </svg>
    </div>
  );
});
Marks.displayName = 'Marks';
