import type { Width } from '../layout/types.ts';
import { payloadText } from '../names.ts';
import type { PlacedArrow } from './layout.ts';

/** Text widths are estimated, since a server cannot measure. */
const LETTER = 7.2;

/** An arrow's number and name at its start; on a dark ground while the reader looks at it. */
export function ArrowName({ arrow: { step, name, payload, price, label }, current, width, extra }: {
  arrow: PlacedArrow; current: boolean; width: Width; extra: string;
}) {
  const more = width === 1000 ? extra || payloadText(payload, price) : '';
  const size = (`${step} ${name}`.length + 2) * (width === 320 ? LETTER * 0.88 : LETTER) + (current ? 18 : 0);
  const left = label.anchor === 'start' ? label.x : label.x - size;
  const x = Math.max(width === 320 ? 34 : 4, Math.min(width - size - 4, left));
  if (current) {
    return (
      <g className="seq-current">
        <rect x={x} y={label.y - 19} width={size} height={25} rx={3} />
        <text x={x + size / 2} y={label.y - 2} textAnchor="middle"><tspan className="seq-number">{step}</tspan><tspan dx={7}>{name}</tspan></text>
      </g>
    );
  }
  const end = label.anchor === 'end' && x === left;
  return (
    <text className="seq-label" x={end ? label.x : x} y={label.y} textAnchor={end ? 'end' : 'start'}>
      <tspan className="seq-number">{step}</tspan>
      <tspan className="seq-name" dx={width === 320 ? 4 : 8}>{name}</tspan>
      {more && <tspan className="seq-extra" dx={8}>{more}</tspan>}
    </text>
  );
}
