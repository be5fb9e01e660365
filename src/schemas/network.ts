import type { Network } from '../simulation/scenario.ts';
import { distribution, writeDistribution } from './distribution.ts';
import { fields, number } from './fields.ts';

/** One-way times, and how often a message is lost on the way. */
export const network = fields({
  hop: distribution.optional(),
  storeHop: distribution.optional(),
  shopperHop: distribution.optional(),
  loss: number('a probability from 0 to 1', 0, 1).optional(),
});

/** In file notation. */
export function writeNetwork(value: Network): Record<string, unknown> {
  return {
    hop: writeDistribution(value.hop),
    storeHop: writeDistribution(value.storeHop),
    shopperHop: writeDistribution(value.shopperHop),
    loss: value.loss,
  };
}
