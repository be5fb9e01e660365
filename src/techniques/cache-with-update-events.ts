import { usable } from '../simulation/actor.ts';
import { answerPrice, readThrough } from '../simulation/read-through.ts';
import { broker, cache, consumer, database, defineTechnique, relay, service, shopper } from '../simulation/technique.ts';

export const cacheWithUpdateEvents = defineTechnique({
  slug: 'cache-with-update-events',
  participants: {
    shopper, A: service(), cache: cache('A'), orders: database('A'), consumer: consumer('A'),
    broker: broker({ ProductPriceChanged: 'consumer' }), relay: relay('B'), B: service(), catalog: database('B'),
  },
  channels: [
    ['shopper', 'A'], ['A', 'cache'], ['A', 'orders'], ['A', 'B'], ['B', 'catalog'], ['B', 'broker'],
    ['relay', 'catalog'], ['relay', 'broker'], ['broker', 'consumer'], ['consumer', 'cache'],
  ],

  *checkout(parts, { sku }, policies) {
    const price = yield* readThrough(parts, sku, policies);
    yield* parts.A.command(parts.orders, 'insert order', price);
    return price;
  },

  *relay({ relay, catalog }) {
    return yield* relay.queryAll(catalog, 'select outbox', {});
  },

  *publish({ relay, broker, catalog }, change) {
    yield* relay.publish(broker, 'ProductPriceChanged', change);
    yield* relay.command(catalog, 'mark published', change);
  },

  /** Without an outbox, B itself publishes once its change has committed. */
  *priceChanged({ B, broker }, change) {
    yield* B.publish(broker, 'ProductPriceChanged', change);
  },

  handlers: {
    *ProductPriceChanged({ consumer, cache }, change) {
      yield* consumer.command(cache, 'upsert if newer', usable(change));
    },
    'GET /prices': answerPrice,
  },
});
