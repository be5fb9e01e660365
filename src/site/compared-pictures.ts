/** The pictures of the comparison, one a scenario. */
import { barsOf, chart, describeStrip } from '../measure/bars.ts';
import { formatFigure, spreadOf } from '../measure/format.ts';
import { seeds, type Measurement } from '../measure/measurement.ts';
import type { StripRow, StripsPicture } from '../pictures/strips.ts';

/** What the comparison's embed is called. */
export const comparedTitle = 'All six, one minute';

/** A scenario with what was measured of each technique. */
export interface Compared {
  title: string;
  runs: readonly { title: string; measurement: Measurement }[];
}

/** The picture of all techniques under a scenario. */
export function comparedPicture({ title, runs }: Compared): StripsPicture {
  return {
    title: comparedTitle,
    scenario: title,
    description: runs.map((run) => `${run.title}: ${figure(run.measurement, 'correct')} at the right price. ${describeStrip(run.measurement)}`).join(' '),
    rows: runs.map(rowOf),
    chart,
    note: `A hundred shoppers a second. Charts are seed ${seeds[0]}, figures means of ten. Shaded: something goes wrong.`,
  };
}

function rowOf({ title, measurement }: Compared['runs'][number]): StripRow {
  const { answered, late, wrong, lost, windows } = barsOf(measurement);
  const fails = spreadOf(measurement.figures.failingSpan)!.mean > 0;
  return {
    name: title,
    windows,
    paths: [
      { className: 'pic-answered', d: answered }, { className: 'pic-late', d: late },
      { className: 'pic-wrong', d: wrong }, { className: 'pic-lost', d: lost },
    ],
    right: figure(measurement, 'correct'),
    failing: fails ? figure(measurement, 'failingSpan') : 'none',
    fails,
  };
}

function figure({ figures }: Measurement, name: 'correct' | 'failingSpan'): string {
  return formatFigure(name, spreadOf(figures[name])!.mean);
}
