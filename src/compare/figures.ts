/** The figures of the comparison, and how they are said. */
import { formatFigure, formatSpread, spreadOf, type Spread } from '../measure/format.ts';
import { figureOf } from '../player/traffic/predict.ts';
import type { FigureName } from '../schemas/figures.ts';
import type { Metrics } from '../simulation/metrics.ts';
import type { Figures } from './types.ts';

export const figures = [
  'correct', 'availability', 'latency.p50', 'latency.p95', 'latency.p99', 'wrongPrice.count', 'checkouts.failed', 'staleness.mean',
  'messages.perCheckout', 'participants.B.arrivals', 'failingSpan',
] as const satisfies FigureName[];
export type Figure = (typeof figures)[number];

/** The figures of a run, exact. */
export const figuresOf = (metrics: Metrics): Figures =>
  Object.fromEntries(figures.map((name) => [name, figureOf(metrics, name)])) as Figures;

export interface Column {
  figure: Figure;
  label: string;
  /** Better not there at all: nothing is said as `none`, anything else in the colour of loss. */
  loss: boolean;
  /** Whether it stands beneath the strip, or in the table alone. */
  brief: boolean;
}

const column = (figure: Figure, label: string, { loss = false, brief = true } = {}): Column => ({ figure, label, loss, brief });

export const columns: readonly Column[] = [
  column('correct', 'Right price'),
  column('availability', 'Completed'),
  column('latency.p50', 'Half within'),
  column('latency.p95', '95 % within', { brief: false }),
  column('latency.p99', '99 % within'),
  column('checkouts.failed', 'Failed', { loss: true, brief: false }),
  column('wrongPrice.count', 'Wrong price', { loss: true }),
  column('failingSpan', 'Failing for', { loss: true }),
  column('staleness.mean', 'Copy lags by', { brief: false }),
  column('messages.perCheckout', 'Messages a checkout'),
  column('participants.B.arrivals', 'Asked of B a second'),
];

/** How far the seeds lie apart; null where a figure does not apply. @param duration seconds */
export function spread(figure: Figure, seeds: readonly Figures[], duration: number): Spread | null {
  const all = spreadOf(seeds.map((one) => one[figure]));
  if (!all || figure !== 'participants.B.arrivals') return all;
  return { mean: all.mean / duration, least: all.least / duration, most: all.most / duration };
}

/** A figure in words, and its range where the seeds differ. */
export function say({ figure, loss }: Column, all: Spread | null): { value: string; range: string | null; bad: boolean; none: boolean } {
  const none = all === null || (loss && all.mean === 0);
  if (none) return { value: 'none', range: null, bad: false, none };
  const name = figure === 'participants.B.arrivals' ? 'messages.perCheckout' : figure;
  return { value: formatFigure(name, all.mean), range: formatSpread(name, all), bad: loss && all.mean > 0, none };
}
