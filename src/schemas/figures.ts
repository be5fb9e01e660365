/** The figures of a run that are published: paths into its metrics, and what each is counted in. */
const units = {
  availability: 'share',
  correct: 'share',
  'checkouts.attempted': 'count',
  'checkouts.failed': 'count',
  'checkouts.failures.timeout': 'count',
  'checkouts.failures.refused': 'count',
  'checkouts.failures.rejected': 'count',
  'checkouts.failures.abandoned': 'count',
  'checkouts.failures.error': 'count',
  'latency.mean': 'ms',
  'latency.p50': 'ms',
  'latency.p95': 'ms',
  'latency.p99': 'ms',
  'latency.max': 'ms',
  'wrongPrice.count': 'count',
  'wrongPrice.rate': 'share',
  'staleness.mean': 'ms',
  'staleness.p99': 'ms',
  'staleness.max': 'ms',
  'messages.perCheckout': 'number',
  'messages.background': 'count',
  failingSpan: 'ms',
  'participants.B.arrivals': 'count',
  'participants.B.served': 'count',
  'participants.B.rejected': 'count',
  'participants.B.wasted': 'count',
  'participants.B.utilisation': 'share',
  'participants.B.maxQueue': 'count',
  'participants.database.utilisation': 'share',
  'participants.database.maxQueue': 'count',
  'participants.broker.maxQueue': 'count',
  'participants.consumer.utilisation': 'share',
} as const;

export type FigureName = keyof typeof units;
export type Unit = (typeof units)[FigureName];

export const figureNames = Object.keys(units) as FigureName[];

/** A share is 0 to 1, `ms` is milliseconds, a count is whole in any one run, a number is not. */
export function unitOf(name: FigureName): Unit {
  return units[name];
}
