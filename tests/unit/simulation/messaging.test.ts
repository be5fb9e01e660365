import { describe, expect, test } from 'vitest';
import { bare, deliveredAt, ends, messagesOf, outcomes, play, single, statesOf, world } from './worlds.ts';

/** The question is with the broker at 10 ms, with B at 20, answered at 120; the reply is with the broker at 130, with A at 140. */
const queues = `
  network: { hop: 10ms, storeHop: 0ms }
  participants: { B: { workers: 1, serviceTime: 100ms } }`;
const ask = (...more: string[]) => play('async-messaging', world(bare, single, queues, ...more));

const count = (ended: string[], what: string) => ended.filter((end) => end === what).length;

test('publish to deliver takes a hop, the broker’s time, and a hop', () => {
  const { trace } = ask('participants: { broker: { serviceTime: 2.5ms } }', 'network: { hop: 0.25ms }');
  const [sent, delivered] = messagesOf(trace).filter(({ name, from, to, type }) =>
    name === 'GetPrice' && ((from === 'A' && type === 'send') || (to === 'B' && type === 'deliver')));
  expect(delivered!.t - sent!.t).toBe(3000);
});

describe('the broker', () => {
  test('gives B one message for each free worker; the others wait in its queue, oldest first', () => {
    const { trace, metrics } = ask('workload: { at: [1ms, 2ms] }');
    const pushes = messagesOf(trace).filter(({ type, to, kind }) => type === 'deliver' && to === 'B' && kind === 'push');
    expect(pushes.map(({ t, checkout }) => [t / 1000, checkout])).toEqual([[20, 1], [140, 2], [260, 3]]);
    expect(metrics.participants['B']).toMatchObject({ arrivals: 3, served: 3, rejected: 0, meanWait: 0, maxQueue: 0 });
    expect(metrics.participants['broker']).toMatchObject({ maxQueue: 2, arrivals: 6 });
  });

  test('refuses a publish while it is down, and that is the checkout’s failure: nobody tries again', () => {
    const { trace } = ask('policies: { retries: 2 }', 'faults: [{ participant: broker, kind: down, from: 0ms, to: 15ms }]');
    expect(outcomes(trace)).toEqual(['refused']);
    expect(ends(trace)).toContain('A > broker query GetPrice refused');
    expect(messagesOf(trace).filter(({ type, to }) => type === 'send' && to === 'broker')).toHaveLength(1);
  });

  test('that hangs leaves A without word, until the shopper goes', () => {
    const { trace } = ask('workload: { patience: 1s }', 'policies: { timeout: 100ms }', 'faults: [{ participant: broker, kind: hang, from: 0ms, to: 15ms }]');
    expect(outcomes(trace)).toEqual(['abandoned']);
  });

  test('keeps its queues through its own crash', () => {
    const { trace } = ask('faults: [{ participant: B, kind: down, from: 0ms, to: 50ms }, { participant: broker, kind: down, from: 20ms, to: 40ms }]');
    expect(outcomes(trace)).toEqual(['completed']);
    expect(deliveredAt(trace, 'GetPrice', 2)).toBe(60);
  });

  test('drops a message older than its TTL at delivery, and no younger one', () => {
    const after = (ttl: string) => ask(
      'workload: { patience: 2s }', `policies: { messageTtl: ${ttl} }`, 'faults: [{ participant: B, kind: down, from: 0ms, to: 500ms }]');
    expect(outcomes(after('490ms').trace)).toEqual(['completed']);
    const dropped = after('489.999ms').trace;
    expect(outcomes(dropped)).toEqual(['abandoned']);
    expect(statesOf(dropped, 'queue').find(({ name }) => name === 'drop')).toMatchObject({ t: 500_000, payload: { queue: 'GetPrice' } });
  });
});

describe('B', () => {
  test('that dies loses nothing: what it had not acknowledged returns to the head of the queue', () => {
    const { trace } = ask('workload: { at: [1ms, 2ms] }', 'faults: [{ participant: B, kind: down, from: 60ms, to: 200ms }]');
    expect(outcomes(trace)).toEqual(['completed', 'completed', 'completed']);
    const pushes = messagesOf(trace).filter(({ type, to, kind }) => type === 'deliver' && to === 'B' && kind === 'push');
    expect(pushes.map(({ t, checkout }) => [t / 1000, checkout])).toEqual([[20, 1], [210, 1], [330, 2], [450, 3]]);
  });

  test('that hangs is given no more than it has workers, and all of that again afterwards', () => {
    const { trace } = ask('workload: { at: [1ms, 2ms] }', 'faults: [{ participant: B, kind: hang, from: 15ms, to: 5s }]');
    expect(outcomes(trace)).toEqual(['completed', 'completed', 'completed']);
    const ended = ends(trace);
    expect(count(ended, 'broker > B push GetPrice lost')).toBe(1);
    expect(count(ended, 'broker > B push GetPrice')).toBe(3);
  });

  test('that dies between its reply and its acknowledgement answers twice, and A drops the second reply', () => {
    const { trace, metrics } = ask(`faults:
      - { kind: loss, of: [ack], name: ack, probability: 1, from: 120ms, to: 121ms }
      - { participant: B, kind: down, from: 125ms, to: 126ms }`);
    const ended = ends(trace);
    expect(count(ended, 'broker > A push PriceReply')).toBe(2);
    expect(count(ended, 'A > broker ack ack')).toBe(2);
    expect(count(ended, 'A > orders command insert order')).toBe(1);
    expect(outcomes(trace)).toEqual(['completed']);
    expect(metrics.participants['B']).toMatchObject({ served: 2, wasted: 1 });
  });

  test('works for shoppers who have left', () => {
    const { trace, metrics } = ask('workload: { patience: 1s }', 'faults: [{ participant: B, kind: down, from: 0ms, to: 2s }]');
    expect(outcomes(trace)).toEqual(['abandoned']);
    expect(metrics.participants['B']).toMatchObject({ served: 1, wasted: 1 });
    expect(count(ends(trace), 'A > orders command insert order')).toBe(0);
  });

  test('that cannot read its database rejects the question, and the broker puts it aside', () => {
    const { trace } = ask('workload: { patience: 1s }', 'faults: [{ participant: database, kind: down, from: 0ms, to: 2s }]');
    expect(ends(trace)).toContain('B > broker ack reject');
    expect(statesOf(trace, 'queue').some(({ payload }) => payload['queue'] === 'dead letters')).toBe(true);
    expect(outcomes(trace)).toEqual(['abandoned']);
  });
});

test('a lost delivery is made again after a second, and holds up no other meanwhile', () => {
  const { trace } = ask('workload: { at: [50ms] }', 'faults: [{ kind: loss, of: [push], probability: 1, from: 0ms, to: 15ms }]');
  const pushes = messagesOf(trace).filter(({ to, kind, type }) => to === 'B' && kind === 'push' && type !== 'send');
  expect(pushes.map(({ t, type, checkout }) => [t / 1000, type, checkout])).toEqual([[20, 'lost', 1], [70, 'deliver', 2], [1020, 'deliver', 1]]);
  expect(outcomes(trace)).toEqual(['completed', 'completed']);
});

test('time-outs and retries do not govern a question through the broker', () => {
  const { trace } = ask('policies: { timeout: 10ms, retries: 5 }');
  expect(outcomes(trace)).toEqual(['completed']);
  expect(count(ends(trace), 'A > broker query GetPrice')).toBe(1);
});
