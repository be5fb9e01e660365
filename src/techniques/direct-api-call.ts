import { usable } from '../simulation/actor.ts';
import { database, defineTechnique, service, shopper } from '../simulation/technique.ts';

export const directApiCall = defineTechnique({
  slug: 'direct-api-call',
  participants: { shopper, A: service(), orders: database('A'), B: service(), catalog: database('B') },
  channels: [['shopper', 'A'], ['A', 'orders'], ['A', 'B'], ['B', 'catalog']],

  *checkout({ A, B, orders }, { sku }) {
    const price = usable(yield* A.call(B, 'GET /prices', { sku }));
    yield* A.command(orders, 'insert order', price);
    return price;
  },

  handlers: {
    *'GET /prices'({ B, catalog }, { sku }) {
      return yield* B.query(catalog, 'select price', { sku });
    },
  },
});
