/** What stores do with a query or a command, at the end of its service. */
import { Failure } from './failure.ts';
import type { Host } from './host.ts';
import type { Answer, Message } from './message.ts';
import type { Run } from './run.ts';
import type { Price } from './trace.ts';

type Operation = (run: Run, host: Host, message: Message) => Answer;

const done = (name: string): Answer => ({ name, payload: {} });

const upsert: Operation = (run, host, { payload, id, name }) => {
  const price = payload as unknown as Price;
  const stored = run.copies!.upsert(price, name === 'put');
  run.recorder?.price(host.id, stored ? 'copied' : 'ignored', price, id);
  return done(stored ? 'stored' : 'ignored');
};

const operations: Record<string, Operation> = {
  'select price': (run, host, { payload }) => {
    const sku = String(payload['sku']);
    const copy = host.role === 'cache' ? run.copies!.read(sku) : null;
    if (host.role === 'cache' && !copy) return { name: 'no row', payload: { sku }, value: null };
    return { name: 'one row', payload: copy ? { ...copy } : run.truth.row(sku) };
  },
  'insert order': (run, _host, { payload, cause }) => {
    const price = payload as unknown as Price;
    return done(cause.checkout !== null && run.checkouts.commit(cause.checkout, price) ? 'committed' : 'rolled back');
  },
  'upsert if newer': upsert,
  put: upsert,
  'insert job': (run, _host, message) => ({ name: 'stored', payload: {}, value: run.jobs!.insert(message) }),
  'select job': (run, _host, { payload }) => run.jobs!.read(payload),
  'store quote': (run, _host, { payload }) => {
    run.jobs!.finish(payload);
    return done('stored');
  },
  'select quote': (run, _host, { payload }) => run.jobs!.read(payload),
  'select outbox': (run) => {
    const rows = run.outbox!.unpublished();
    return { name: 'rows', payload: { rows: rows.length }, value: rows };
  },
  'mark published': (run, _host, { payload }) => {
    run.outbox!.published(payload);
    return done('marked');
  },
};

/** Carries out what a message asks of a store. */
export function operate(run: Run, host: Host, message: Message): Answer {
  const operation = operations[message.name];
  if (!operation) throw new Error(`src/techniques/${run.technique.slug}.ts: expected one of ${Object.keys(operations)} at ${host.id}, found ${message.name}; correct the name`);
  return operation(run, host, message);
}

/** The answer of a store that cannot do what is asked. */
export const storeError = (reason: string): Answer => ({
  name: 'error', payload: { reason }, failure: new Failure('error'),
});
