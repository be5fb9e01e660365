import { usable } from '../simulation/actor.ts';
import { broker, database, defineTechnique, service, shopper } from '../simulation/technique.ts';

export const asyncMessaging = defineTechnique({
  slug: 'async-messaging',
  participants: {
    shopper, A: service(), orders: database('A'),
    broker: broker({ GetPrice: 'B', PriceReply: 'A' }), B: service(), catalog: database('B'),
  },
  channels: [['shopper', 'A'], ['A', 'orders'], ['A', 'broker'], ['broker', 'B'], ['B', 'catalog']],

  *checkout({ A, broker, orders }, { sku }) {
    const correlationId = A.unique('c');
    const price = usable(yield* A.request(broker, 'GetPrice', { sku, correlationId, replyTo: 'PriceReply' }));
    yield* A.command(orders, 'insert order', price);
    return price;
  },

  handlers: {
    *GetPrice({ B, catalog, broker }, { sku, correlationId }) {
      const price = yield* B.query(catalog, 'select price', { sku });
      B.send(broker, 'PriceReply', { ...price, correlationId }, 'response');
    },
  },

  frontEnd: {
    *PriceReply({ A }, reply) {
      A.resume(reply.correlationId, reply);
    },
  },
});
