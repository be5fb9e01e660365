import type { Workload } from '../simulation/scenario.ts';
import { duration, durationOrNone, writeDuration } from './duration.ts';
import { fields, listOf, oneOf } from './fields.ts';
import { rate, writeRate } from './rate.ts';

/** Who comes, how often, and how long they wait. */
export const workload = fields({
  arrivals: oneOf(['poisson', 'uniform', 'single']).optional(),
  rate: rate.optional(),
  patience: durationOrNone.optional(),
  first: duration.optional(),
  at: listOf(duration, 'a list of instants, such as [50ms, 1s]').optional(),
});

/** In file notation. */
export function writeWorkload(value: Workload): Record<string, unknown> {
  return {
    arrivals: value.arrivals,
    rate: writeRate(value.rate),
    patience: value.patience === null ? 'none' : writeDuration(value.patience),
    first: writeDuration(value.first),
    at: value.at.map(writeDuration),
  };
}
