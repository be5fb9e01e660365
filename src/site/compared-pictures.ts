/** The pictures of the comparison, one a scenario. */
import { drawSmall, drawStrips, hatch } from '../compare/embedded/drawing.tsx';
import { placesOf } from '../compare/embedded/places.ts';
import { markOf } from '../compare/marks.ts';
import { HEIGHT, WIDTH } from '../compare/small.ts';
import type { ComparisonProps } from '../compare/types.ts';
import { barsOf, chart, describeStrip } from '../measure/bars.ts';
import { formatFigure, spreadOf } from '../measure/format.ts';
import { seeds, type Measurement } from '../measure/measurement.ts';
import { svgDocument } from '../pictures/document.ts';
import type { StepPicture } from '../pictures/strips-step.ts';
import type { StripRow, StripsPicture } from '../pictures/strips.ts';
import { MARK, marksIn } from '../player/compared/marks.ts';
import { asNamed, scenarioOf } from '../player/compared/world.ts';
import { filmOf } from './films.ts';

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

/** The pictures of all techniques at each mark of a scenario's run. */
export function stepPictures({ name, title, runs }: Compared & { name: string }, { techniques, scenarios }: ComparisonProps): StepPicture[] {
  const scenario = scenarioOf(scenarios.find((one) => one.name === name)!, asNamed(name));
  const places = placesOf(techniques.length);
  const rows = runs.map(rowOf);
  return Array.from({ length: marksIn(scenario.duration) }, (_, mark): StepPicture => {
    const drawn = techniques.map(({ slug, topology }) => drawSmall(topology, markOf(filmOf(slug, name), mark), mark * MARK, scenario.participants.B.workers));
    return {
      title: comparedTitle, scenario: title, chart, defs: hatch,
      description: techniques.map((technique, i) => `${technique.title}: ${drawn[i]!.said}.`).join(' '),
      cells: rows.map((row, i) => ({ row, place: places[i]!, drawing: { markup: drawn[i]!.markup, width: WIDTH, height: HEIGHT } })),
      said: `${(mark * MARK) / 1e6} s`,
      at: (mark * MARK) / scenario.duration,
    };
  });
}

/** What is said at each mark of a scenario's run: what there is to see, then who waits. */
export function stepCaptions({ name, sees }: { name: string; sees: string[] }, { techniques }: ComparisonProps): string[] {
  const films = techniques.map(({ slug, title }) => ({ title, film: filmOf(slug, name) }));
  return films[0]!.film.pending.map((_, mark) => {
    const waiting = films.map(({ title, film }) => `${title} ${film.pending[mark]}`).join(', ');
    return `${(mark * MARK) / 1e6} s. ${mark === 0 ? sees.join(' ') : `Shoppers who wait: ${waiting}.`}`;
  });
}

/** The strips of a scenario alone, without size: what an embed that sleeps shows in their places. */
export function stripsAlone({ title, runs }: Compared): string {
  return svgDocument({
    width: 0, height: 0, fluid: true, title: `${comparedTitle}: ${title}`, description: comparedPicture({ title, runs }).description,
    body: drawStrips(runs.map(({ measurement }) => measurement)), css: '.strip{height:100%}#strip-hatch path{stroke:var(--rule);stroke-width:1}',
  });
}
