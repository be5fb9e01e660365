import { barsOf, chart, describeStrip } from '../measure/bars.ts';
import type { Measurement } from '../measure/measurement.ts';

const { width, up, down } = chart;
const top = up + 11;
const height = top + down + 2;

const across = (x: number) => `${Math.round((x / width) * 1e4) / 100}%`;
const along = (y: number) => `${Math.round(((y + top) / height) * 1e4) / 100}%`;

/** Checkouts by the second in which they began: a small chart as wide as its place. Bars stretch; hatching and marks do not. */
export function Strip({ measurement }: { measurement: Pick<Measurement, 'strip' | 'duration' | 'windows'> }) {
  const { answered, late, wrong, lost, marks, windows } = barsOf(measurement);
  return (
    <svg className="strip" role="img" aria-label={describeStrip(measurement)}>
      {windows.map(({ x, width: wide }) => (
        <g key={x}>
          <rect fill="url(#strip-hatch)" x={across(x)} width={across(wide)} height="100%" />
          <line className="edge" x1={across(x)} x2={across(x)} y2="100%" />
          <line className="edge" x1={across(x + wide)} x2={across(x + wide)} y2="100%" />
        </g>
      ))}
      <svg aria-hidden="true" width="100%" height="100%" viewBox={`0 ${-top} ${width} ${height}`} preserveAspectRatio="none">
        {answered && <path className="answered" d={answered} />}
        {late && <path className="late" d={late} />}
        {wrong && <path className="wrong" d={wrong} />}
        {lost && <path className="lost" d={lost} />}
        <path className="line" d={`M0 0h${width}`} />
      </svg>
      {marks.map(({ x, y }) => (
        <svg key={x} aria-hidden="true" x={across(x)} y={along(y)} overflow="visible"><path className="mark" d="M-4-1.8h8m-8 3.6h8m-6.2 2.6 4.4-8.8" /></svg>
      ))}
    </svg>
  );
}
