/** Reading a price from A's own copy; with cache-aside a miss asks B and keeps the answer. */
import { usable } from './actor.ts';
import type { Actor } from './actor.ts';
import type { Flow } from './kernel.ts';
import type { Policies } from './scenario.ts';
import type { Handler } from './technique.ts';
import type { Price } from './trace.ts';

/** The price of a product from the copy. Concurrent misses of one product share one question to B. */
export function* readThrough(
  { A, B, cache }: Record<'A' | 'B' | 'cache', Actor>, sku: string, { cacheAside }: Policies,
): Flow<Price> {
  const row = yield* A.query(cache, 'select price', { sku });
  if (row || !cacheAside) return usable(row);
  return yield* A.share(sku, function* fetch() {
    const price = usable(yield* A.call(B, 'GET /prices', { sku }));
    yield* A.command(cache, 'put', price);
    return price;
  });
}

/** How B answers that question. */
export const answerPrice: Handler<'B' | 'catalog'> = function* answerPrice({ B, catalog }, { sku }) {
  return yield* B.query(catalog, 'select price', { sku });
};
