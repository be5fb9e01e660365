import { usable } from '../simulation/actor.ts';
import { database, defineTechnique, service, shopper } from '../simulation/technique.ts';

export const sharedData = defineTechnique({
  slug: 'shared-data',
  participants: { shopper, A: service(), database: database(), B: service() },
  channels: [['shopper', 'A'], ['A', 'database'], ['B', 'database']],

  *checkout({ A, database }, { sku }) {
    const price = usable(yield* A.query(database, 'select price', { sku }));
    yield* A.command(database, 'insert order', price);
    return price;
  },
});
