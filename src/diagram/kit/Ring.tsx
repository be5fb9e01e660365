import type { Ref } from 'react';
import { Cross } from './Glyph.tsx';
import { RING_BAND, ringDash, URGENT_BELOW } from './shapes.ts';

export interface RingProps {
  cx: number;
  cy: number;
  /** Radius of the middle of the band. */
  r: number;
  band?: number;
  /** What is left, 1 to 0. */
  left: number;
  /** It ran out at this very instant. */
  out?: boolean;
  owner: 'A' | 'ink';
  /** The band that drains; the frame loop sets its `stroke-dasharray`. */
  bandRef?: Ref<SVGCircleElement>;
}

/** What is left of a wait: full at its start, red below a quarter, empty and crossed when it ran out. */
export function Ring({ cx, cy, r, band = RING_BAND, left, out = false, owner, bandRef }: RingProps) {
  const urgent = out || left < URGENT_BELOW;
  return (
    <g className={`wait-ring ring-${owner}${urgent ? ' urgent' : ''}`}>
      <circle className="ring-edge" cx={cx} cy={cy} r={r + band / 2 - 0.5} />
      <circle className="ring-edge" cx={cx} cy={cy} r={r - band / 2 + 0.5} />
      <circle
        ref={bandRef} className="ring-left" cx={cx} cy={cy} r={r} strokeWidth={band} pathLength={1}
        strokeDasharray={ringDash(out ? 0 : left)} transform={`matrix(0 -1 -1 0 ${cx + cy} ${cx + cy})`}
      />
      {out && <Cross x={cx + r * 0.72} y={cy - r * 0.72} size={12} />}
    </g>
  );
}
