import type { Catalog } from '../simulation/scenario.ts';
import { duration, writeDuration } from './duration.ts';
import { fields, listOf, number, oneOf, whole } from './fields.ts';
import { rate, writeRate } from './rate.ts';

const product = whole('the rank of a product, 1 for the most popular', 1);

/** What is sold, what is bought most, and how its prices change. */
export const catalog = fields({
  products: whole('a whole number of products from 1 to 1000000', 1, 1_000_000).optional(),
  popularity: oneOf(['zipf', 'uniform']).optional(),
  exponent: number('an exponent from 0 to 10', 0, 10).optional(),
  priceChanges: rate.optional(),
  hot: whole('a whole number of products from 1', 1).optional(),
  changes: listOf(
    fields({ at: duration, product: product.optional() }),
    'a list of price changes, such as [{ at: 50ms, product: 1 }]',
  ).optional(),
});

/** In file notation. */
export function writeCatalog(value: Catalog): Record<string, unknown> {
  return {
    products: value.products,
    popularity: value.popularity,
    exponent: value.exponent,
    priceChanges: writeRate(value.priceChanges),
    hot: value.hot,
    changes: value.changes.map(({ at, product: rank }) => ({ at: writeDuration(at), product: rank })),
  };
}
