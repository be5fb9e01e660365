import { usable } from '../simulation/actor.ts';
import { answerPrice, readThrough } from '../simulation/read-through.ts';
import { cache, database, defineTechnique, service, shopper } from '../simulation/technique.ts';

export const cacheWithApiUpdates = defineTechnique({
  slug: 'cache-with-api-updates',
  participants: {
    shopper, A: service(), cache: cache('A'), orders: database('A'), B: service(), catalog: database('B'),
  },
  channels: [['shopper', 'A'], ['A', 'cache'], ['A', 'orders'], ['A', 'B'], ['B', 'catalog']],

  *checkout(parts, { sku }, policies) {
    const price = yield* readThrough(parts, sku, policies);
    yield* parts.A.command(parts.orders, 'insert order', price);
    return price;
  },

  *priceChanged({ A, B }, price) {
    yield* B.push(A, 'PUT /prices/:sku', price);
  },

  handlers: {
    *'PUT /prices/:sku'({ A, cache }, price) {
      yield* A.command(cache, 'upsert if newer', usable(price));
    },
    'GET /prices': answerPrice,
  },
});
