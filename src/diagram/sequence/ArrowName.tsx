import type { Width } from '../layout/types.ts';
import { GAP, type Label } from './labels.ts';

/** A step's number and name; on a dark ground while the reader looks at it. */
export function ArrowName({ label: { step, name, more, x, y, anchor, active }, current, width }: { label: Label; current: boolean; width: Width }) {
  if (current) {
    return (
      <g className="seq-current">
        <rect {...active} rx={3} />
        <text x={active.x + active.width / 2} y={y - 2} textAnchor="middle"><tspan className="seq-number">{step}</tspan><tspan dx={7}>{name}</tspan></text>
      </g>
    );
  }
  return (
    <text className="seq-label" x={x} y={y} textAnchor={anchor}>
      <tspan className="seq-number">{step}</tspan>
      <tspan className="seq-name" dx={GAP[width]}>{name}</tspan>
      {more && <tspan className="seq-extra" dx={GAP[width]}>{more}</tspan>}
    </text>
  );
}
