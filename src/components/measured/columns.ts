import { formatFigure, formatSpread, spreadOf } from '../../measure/format.ts';
import type { Measurement } from '../../measure/measurement.ts';
import type { FigureName } from '../../schemas/figures.ts';

/** A column of the measured panel. */
export interface Column {
  metric: FigureName;
  label: string;
  /** It is better not there at all: nothing is written as `none`, anything else in the colour of loss. */
  loss: boolean;
  big: boolean;
}

const column = (metric: FigureName, label: string, { loss = false, big = false } = {}): Column => ({ metric, label, loss, big });

/** The columns in their order; the age of a copy only where there is one. */
export function columnsOf(hasCopy: boolean): Column[] {
  return [
    column('correct', 'Right price', { big: true }),
    column('availability', 'Completed'),
    column('latency.p50', 'Half within'),
    column('latency.p99', '99 % within'),
    column('wrongPrice.count', 'Wrong price', { loss: true }),
    ...(hasCopy ? [column('staleness.mean', 'Copy lags by')] : []),
    column('messages.perCheckout', 'Messages a checkout'),
    column('failingSpan', 'Failing for', { loss: true }),
  ];
}

/** The columns for which an embed has room. */
export const columnsOfEmbed: Column[] = [
  column('correct', 'Right price', { big: true }),
  column('latency.p99', '99 % within'),
  column('wrongPrice.count', 'Wrong price', { loss: true }),
  column('failingSpan', 'Failing for', { loss: true }),
];

/** A figure of a run as it stands in its column. */
export interface Cell extends Pick<Column, 'metric' | 'label' | 'big'> {
  none: boolean;
  /** Whether it is a loss that a reader is to see. */
  loss: boolean;
  value: string;
  /** The least and the most of the seeds, where they differ. */
  range: string | null;
}

export function cellOf({ metric, label, loss, big }: Column, { figures }: Pick<Measurement, 'figures'>): Cell {
  const spread = spreadOf(figures[metric]);
  const none = spread === null || (loss && spread.mean === 0);
  return {
    metric, label, big, none,
    loss: loss && spread !== null && spread.mean >= 1,
    value: none ? 'none' : formatFigure(metric, spread.mean),
    range: spread === null ? null : formatSpread(metric, spread),
  };
}
