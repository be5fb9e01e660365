import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame } from '../../src/player/frame.ts';
import { LOST_AT, SWALLOWED_AT } from '../../src/player/lives.ts';
import { steps } from '../../src/player/steps.ts';
import { anyTrace, HOP, message, mug7, mug8, state, traceOf, type Way } from './player-traces.ts';

const ask: Way = ['A', 'B', 'request', 'GET /prices'];
const buy: Way = ['shopper', 'A', 'request', 'POST /checkout'];
const sent = message('send', 0, 1, ask);
const only = (trace: Parameters<typeof frame>[0], t: number) => frame(trace, t).messages[0];
const answer = (name: string): Way => ['A', 'shopper', 'response', name];
const replied = (name: string) => [
  message('send', 200_000, 8, answer(name), { answers: 1 }), message('deliver', 240_000, 8, answer(name), { answers: 1 }),
];
const failed = (reason: string) => state(200_000, 'A', 'checkout', 'failed', { payload: { reason } });
const queue = (t: number, name: string, id: number) =>
  state(t, 'broker', 'queue', name, { id, payload: { queue: 'GetPrice', waiting: 0 } });

describe('a message', () => {
  test('goes in a line from its sender to its receiver, and is drawn there when it arrives', () => {
    const trace = traceOf([sent, message('deliver', HOP, 1, ask)], { end: 2 * HOP });
    expect(frame(trace, 0).messages).toEqual([]);
    expect(only(trace, HOP / 4)).toMatchObject({ progress: 0.25, fate: 'flying' });
    expect(only(trace, HOP)).toMatchObject({ progress: 1, fate: 'arrived' });
    expect(frame(trace, HOP + 1).messages).toEqual([]);
  });

  test('that is refused goes out and comes back', () => {
    const trace = traceOf([sent, message('refused', 2 * HOP, 1, ask)]);
    expect(only(trace, HOP / 2)).toMatchObject({ progress: 0.5, returning: false, fate: 'flying' });
    expect(only(trace, 1.5 * HOP)).toMatchObject({ progress: 0.5, returning: true, fate: 'refused' });
    expect(only(trace, 2 * HOP)).toMatchObject({ progress: 0, returning: true });
  });

  test('lost on the way stops short and stays for one hop, or until nobody waits for it', () => {
    const lost = [sent, message('lost', HOP, 1, ask)];
    const wait = { id: 1, payload: { to: 'B', for: 'answer', until: 400_000, attempt: 1 } };
    const alone = traceOf(lost, { end: 600_000 });
    const awaited = traceOf([
      ...lost, state(0, 'A', 'wait', 'start', wait), state(400_000, 'A', 'wait', 'timeout', wait),
    ], { end: 600_000 });
    expect(only(alone, HOP)).toMatchObject({ progress: LOST_AT, fate: 'lost' });
    expect(only(alone, 2 * HOP)).toMatchObject({ progress: LOST_AT, fate: 'lost' });
    expect(only(alone, 2 * HOP + 1)).toBeUndefined();
    expect(only(awaited, 400_000)).toMatchObject({ progress: LOST_AT, fate: 'lost' });
    expect(only(awaited, 400_001)).toBeUndefined();
  });

  test('swallowed by a hung receiver stops at its door', () => {
    const trace = traceOf([state(0, 'B', 'status', 'hang'), sent, message('lost', HOP, 1, ask)]);
    expect(only(trace, HOP)).toMatchObject({ progress: SWALLOWED_AT, fate: 'lost' });
  });
});

describe('a wait', () => {
  const wait = { id: 1, payload: { to: 'B', for: 'answer', until: 400_000, attempt: 2 } };
  const start = state(0, 'A', 'wait', 'start', wait);

  test('drains to nothing and is still there at the instant it times out', () => {
    const trace = traceOf([sent, start, state(400_000, 'A', 'wait', 'timeout', wait)], { end: 500_000 });
    expect(frame(trace, 100_000).waits).toMatchObject([{ who: 'A', on: 'B', left: 0.75, attempt: 2, ended: null }]);
    expect(frame(trace, 400_000).waits).toMatchObject([{ left: 0, ended: 'timeout' }]);
    expect(frame(trace, 400_001).waits).toEqual([]);
  });

  test('that is answered is over at once', () => {
    const trace = traceOf([sent, start, state(80_000, 'A', 'wait', 'answered', wait)]);
    expect(frame(trace, 79_999).waits).toHaveLength(1);
    expect(frame(trace, 80_000).waits).toEqual([]);
  });
});

describe('a participant', () => {
  test('shows its status, its workers and what waits, and for whom nobody waits any more', () => {
    const trace = traceOf([
      sent, message('deliver', HOP, 1, ask),
      state(0, 'B', 'status', 'slow', { payload: { factor: 20 } }),
      state(HOP, 'B', 'station', 'start', { id: 9, payload: { busy: 4, waiting: 0, pool: 'work' } }),
      state(HOP, 'B', 'station', 'queue', { id: 1, payload: { busy: 4, waiting: 1, pool: 'work' } }),
      state(90_000, 'A', 'wait', 'start', { id: 1, payload: { for: 'answer', to: 'B' } }),
      state(100_000, 'A', 'wait', 'timeout', { id: 1, payload: { for: 'answer', to: 'B' } }),
      state(120_000, 'B', 'station', 'start', { id: 1, payload: { busy: 4, waiting: 0, pool: 'work' } }),
    ]);
    const B = (t: number) => frame(trace, t).participants.B!;
    expect(B(HOP)).toMatchObject({ status: 'slow', factor: 20, busy: 4, workers: 4, places: 6 });
    expect(B(HOP).waiting).toMatchObject([{ id: 1, checkout: 1, kind: 'request', forNobody: false }]);
    expect(B(100_000).waiting).toMatchObject([{ id: 1, forNobody: true }]);
    expect(B(120_000).waiting).toEqual([]);
  });

  test('a message that comes back to a queue takes its old place', () => {
    const trace = traceOf([
      queue(0, 'join', 1), queue(1, 'join', 2), queue(2, 'leave', 1), queue(3, 'join', 3), queue(4, 'join', 1),
    ], { end: 10 });
    const ids = (t: number) => frame(trace, t).participants.broker!.queues.GetPrice!.map(({ id }) => id);
    expect([ids(1), ids(3), ids(4)]).toEqual([[1, 2], [2, 3], [1, 2, 3]]);
  });

  test('what waits for a shopper who has left waits for nobody', () => {
    const trace = traceOf([
      sent, message('deliver', HOP, 1, ask),
      state(HOP, 'B', 'station', 'queue', { id: 1, payload: { busy: 4, waiting: 1, pool: 'work' } }),
      state(90_000, 'A', 'checkout', 'failed', { payload: { reason: 'abandoned' } }),
    ], { end: 200_000 });
    const items = (t: number) => frame(trace, t).participants.B!.waiting.map(({ forNobody }) => forNobody);
    expect([items(89_999), items(90_000)]).toEqual([[false], [true]]);
  });

  test('the rows of an outbox are told apart by their change', () => {
    const row = (t: number, name: string, price: typeof mug7) =>
      state(t, 'catalog', 'queue', name, { payload: { queue: 'outbox', waiting: 0, ...price } });
    const trace = traceOf([row(0, 'join', mug7), row(1, 'join', mug8), row(2, 'leave', mug7)], { end: 10 });
    const prices = (t: number) => frame(trace, t).participants.catalog!.queues.outbox!.map(({ price }) => price);
    expect([prices(1), prices(2)]).toEqual([[mug7, mug8], [mug8]]);
  });

  test.each<[store: string, ask: Way, done: Way]>([
    ['orders', ['A', 'orders', 'command', 'insert order'], ['orders', 'A', 'ack', 'committed']],
    ['jobs', ['B', 'jobs', 'command', 'store quote'], ['jobs', 'B', 'ack', 'stored']],
  ])('%s shows the price it keeps for the shopper once it is written', (store, order, done) => {
    const trace = traceOf([
      message('send', 0, 1, order, { payload: { ...mug7 } }), message('deliver', 10, 1, order, { payload: { ...mug7 } }),
      message('send', 40, 2, done, { answers: 1 }), message('deliver', 50, 2, done, { answers: 1 }),
    ]);
    expect([39, 40].map((t) => frame(trace, t).participants[store]!.price)).toEqual([null, mug7]);
  });

  test('a copy is stale from the truth’s change until it is copied anew', () => {
    const trace = traceOf([
      state(100, 'catalog', 'price', 'changed', { payload: { ...mug8 } }),
      state(900, 'cache', 'price', 'copied', { payload: { ...mug8 } }),
    ], { initial: { catalog: [mug7], cache: [mug7] } });
    const cache = (t: number) => frame(trace, t).participants.cache!;
    expect(cache(99)).toMatchObject({ price: mug7, copiedAt: 0, staleSince: null });
    expect(cache(500)).toMatchObject({ price: mug7, staleSince: 100 });
    expect(cache(900)).toMatchObject({ price: mug8, copiedAt: 900, staleSince: null });
    expect(frame(trace, 500).participants.catalog!.price).toEqual(mug8);
  });
});

describe('the shopper’s screen', () => {
  const bought = [message('send', 0, 1, buy, { payload: { sku: 'MUG-1' } }), message('deliver', HOP, 1, buy)];
  test('waits, then confirms the price that was charged', () => {
    const done = state(200_000, 'A', 'checkout', 'completed', { payload: { cents: 1250, version: 7, wrong: false } });
    const trace = traceOf([...bought, done, ...replied('201 Created')]);
    expect(frame(trace, 0).shopper).toMatchObject({ screen: 'idle', waited: 0 });
    expect(frame(trace, 220_000).shopper).toMatchObject({ screen: 'waiting', waited: 220_000, paid: null });
    expect(frame(trace, 240_000).shopper).toMatchObject({ screen: 'confirmed', waited: 240_000, paid: mug7 });
  });

  test('shows a wrong price beside the true one', () => {
    const done = state(200_000, 'A', 'checkout', 'completed', { payload: { cents: 1250, version: 7, wrong: true } });
    const change = state(100_000, 'catalog', 'price', 'changed', { payload: { ...mug8 } });
    const trace = traceOf([...bought, change, done, ...replied('201 Created')]);
    expect(frame(trace, 240_000).shopper).toMatchObject({ screen: 'wrong-price', paid: mug7, now: mug8 });
  });

  test('shows an error with its reason, and a shopper who has left', () => {
    const error = traceOf([...bought, failed('timeout'), ...replied('503 Service Unavailable')]);
    const left = traceOf([...bought, failed('abandoned')], { end: 300_000 });
    expect(frame(error, 239_999).shopper.screen).toBe('waiting');
    expect(frame(error, 240_000).shopper).toMatchObject({ screen: 'error', reason: 'timeout' });
    expect(frame(left, 250_000).shopper).toMatchObject({ screen: 'left', waited: 200_000, reason: 'abandoned' });
  });

  test('is the next shopper’s once one has an outcome and another presses Buy', () => {
    const at = (t: number, id: number, checkout: number) => [
      message('send', t, id, buy, { checkout }), message('deliver', t + 10, id, buy, { checkout }),
      message('send', t + 10, id + 1, answer('201 Created'), { checkout, answers: id }),
      message('deliver', t + 20, id + 1, answer('201 Created'), { checkout, answers: id }),
    ];
    const trace = traceOf([...at(0, 1, 1), ...at(15, 3, 2), ...at(100, 5, 3)]);
    expect([10, 30, 100, 101, 120].map((t) => frame(trace, t).shopper.checkout)).toEqual([1, 1, 3, 3, 3]);
    expect(frame(trace, 100).shopper.screen).toBe('idle');
  });

  test('can be another shopper’s', () => {
    const second = message('send', 500, 2, buy, { checkout: 2, payload: { sku: 'TEE-2' } });
    const trace = traceOf([...bought, second], { end: 100_000 });
    expect(frame(trace, 1_000, { checkout: 2 }).shopper).toMatchObject({ checkout: 2, waited: 500 });
  });
});

describe('for any run, at any instant', () => {
  const instant = fc.double({ min: 0, max: 1_100_000, noNaN: true });

  test('progress and what is left stay within 0 and 1, and no message that has ended is drawn', () => {
    fc.assert(fc.property(anyTrace, instant, (trace, t) => {
      const { messages, waits } = frame(trace, t);
      const ended = new Set(trace.events
        .filter((event) => (event.type === 'deliver' || event.type === 'refused') && event.t < t).map(({ id }) => id));
      for (const { id, progress } of messages) {
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress).toBeLessThanOrEqual(1);
        expect(ended.has(id)).toBe(false);
      }
      for (const { left } of waits) expect(Math.min(1, Math.max(0, left ?? 0))).toBe(left ?? 0);
    }));
  });

  test('every message in flight is drawn, once', () => {
    fc.assert(fc.property(anyTrace, instant, (trace, t) => {
      const drawn = frame(trace, t).messages.map(({ id }) => id);
      const flying = trace.events.filter(({ type, t: at }) => type === 'send' && at < t).map(({ id }) => id);
      const over = new Set(trace.events.filter((event) => event.type !== 'state' && event.type !== 'send' && event.t <= t)
        .map(({ id }) => id));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn).toEqual(expect.arrayContaining(flying.filter((id) => !over.has(id))));
    }));
  });

  test('the frame depends on the run and the instant alone', () => {
    fc.assert(fc.property(anyTrace, fc.array(instant, { minLength: 2, maxLength: 5 }), (trace, instants) => {
      const once = instants.map((t) => frame(trace, t));
      const again = instants.toReversed().map((t) => frame(structuredClone(trace), t)).toReversed();
      expect(again).toEqual(once);
    }));
  });

  test('a delivered message is at its receiver at its step', () => {
    fc.assert(fc.property(anyTrace, (trace) => {
      for (const { event, t } of steps(trace)) {
        if (event?.type !== 'deliver') continue;
        const drawn = frame(trace, t).messages.find(({ id }) => id === event.id);
        expect(drawn).toMatchObject({ progress: 1, fate: 'arrived' });
      }
    }));
  });
});
