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
