import { reply, usable } from '../simulation/actor.ts';
import type { Actor } from '../simulation/actor.ts';
import { reasonOf } from '../simulation/failure.ts';
import type { Flow } from '../simulation/kernel.ts';
import { database, defineTechnique, jobStore, service, shopper } from '../simulation/technique.ts';
import type { Payload } from '../simulation/trace.ts';

export const asyncPolling = defineTechnique({
  slug: 'async-polling',
  participants: {
    shopper, A: service(), orders: database('A'), B: service(), jobs: jobStore('B'), catalog: database('B'),
  },
  channels: [['shopper', 'A'], ['A', 'orders'], ['A', 'B'], ['B', 'jobs'], ['B', 'catalog']],

  *checkout({ A, B, orders }, { sku }) {
    const key = A.unique('c');
    const accepted = yield* A.call(B, 'POST /price-requests', { sku, key }, { kind: 'command' });
    const price = usable(accepted.location ? yield* poll(A, B, accepted) : accepted);
    yield* A.command(orders, 'insert order', price);
    return price;
  },

  frontEnd: {
    *'POST /price-requests'({ B, jobs }, { sku, key }) {
      B.admit();
      const job = yield* B.command(jobs, 'insert job', { sku, key });
      return job.done ? reply('200 OK', job) : reply('202 Accepted', { location: job.id!, retryAfter: 1 });
    },
    *'GET /price-requests/:id'({ B, jobs }, { id }) {
      const job = yield* B.query(jobs, 'select job', { id });
      return job?.done ? reply('303 See Other', { location: id }) : reply('200 Running', {});
    },
    *'GET /quotes/:id'({ B, jobs }, { id }) {
      return yield* B.query(jobs, 'select quote', { id });
    },
  },

  *job({ B, catalog, jobs }, { id, sku }) {
    const price = yield* B.query(catalog, 'select price', { sku });
    yield* B.command(jobs, 'store quote', { id, ...price });
  },
});

/** Asks after the job until it is done, however often that fails, then fetches the quote. */
function* poll(A: Actor, B: Actor, { location }: Payload): Flow<Payload> {
  for (let nth = 1; ; nth += 1) {
    yield* A.untilNextPoll(nth);
    try {
      const status = yield* A.call(B, 'GET /price-requests/:id', { id: location! }, { kind: 'poll', nth });
      if (status.location) break;
    } catch (thrown) {
      if (reasonOf(thrown) === 'error') throw thrown;
    }
  }
  return yield* A.call(B, 'GET /quotes/:id', { id: location! });
}
