/** Claims of trade-offs.yaml that rest on a measurement: whether they hold. */
import { holds } from '../schemas/comparison.ts';
import { unitOf, type FigureName } from '../schemas/figures.ts';
import type { MeasuredBy } from '../schemas/trade-offs.ts';

/** A figure of a run: whose, which run, and which figure. */
export interface FigureOfRun {
  slug: string;
  run: string;
  metric: FigureName;
}

/** The figure that a claim speaks of. */
export function ownFigure(slug: string, { scenario, metric }: MeasuredBy): FigureOfRun {
  return { slug, run: scenario, metric };
}

/** The figure that a claim compares its own with; null where it compares with a number. */
export function otherFigure(slug: string, { scenario, metric, is }: MeasuredBy): FigureOfRun | null {
  return is.kind === 'run' ? { slug: is.technique ?? slug, run: is.scenario ?? scenario, metric } : null;
}

/**
 * Whether a claim is true of the figures that are looked up.
 * @param lookUp gives the mean of a figure over the seeds
 */
export function claimHolds(slug: string, measured: MeasuredBy, lookUp: (figure: FigureOfRun) => number): boolean {
  const other = otherFigure(slug, measured);
  return holds(measured.is, lookUp(ownFigure(slug, measured)), unitOf(measured.metric), other ? lookUp(other) : 0);
}
