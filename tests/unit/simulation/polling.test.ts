import { describe, expect, test } from 'vitest';
import { bare, deliveredAt, ends, messagesOf, outcomes, play, single, statesOf, world } from './worlds.ts';

/** A's request reaches B at 10 ms and the 202 reaches A at 20 ms; the job is done 100 ms after it was accepted. */
const slowJob = `
  network: { hop: 10ms, storeHop: 0ms }
  participants: { B: { serviceTime: 100ms } }
  policies: { pollInterval: 40ms }`;
const ask = (...more: string[]) => play('async-polling', world(bare, single, slowJob, ...more));

const pollsSent = (...more: string[]) => messagesOf(ask(...more).trace)
  .filter(({ type, kind }) => type === 'send' && kind === 'poll').map(({ t }) => t / 1000);

describe('polls', () => {
  test('begin one interval after A received the 202, and follow one interval after each reply', () => {
    expect(pollsSent()).toEqual([60, 120]);
    expect(pollsSent('policies: { pollInterval: 15ms }')).toEqual([35, 70, 105]);
  });

  test('come early or late by their jitter and no more, each by its own', () => {
    const { trace } = play('async-polling', world(bare, slowJob, 'policies: { pollJitter: 0.5 }', 'duration: 20s', 'workload: { rate: 50/s }'));
    const waits = statesOf(trace, 'wait').filter(({ name, payload }) => name === 'start' && payload['for'] === 'poll')
      .map(({ t, payload }) => (payload['until'] as number) - t);
    expect(Math.min(...waits) >= 20_000 && Math.max(...waits) <= 60_000).toBe(true);
    expect(new Set(waits).size).toBeGreaterThan(waits.length / 2);
    expect(waits.reduce((sum, wait) => sum + wait, 0) / waits.length / 40_000).toBeCloseTo(1, 1.3);
  });

  test('take no worker and no time of B, even when all its workers are at work', () => {
    const { trace, metrics } = ask('participants: { B: { workers: 1 } }');
    expect(deliveredAt(trace, '200 Running')).toBe(80);
    expect(metrics.participants['B']).toMatchObject({ arrivals: 1, served: 1 });
  });

  test('go on after a poll that failed, until the shopper leaves', () => {
    const { trace } = ask('workload: { patience: 1s }', 'policies: { retries: 1, backoff: 0ms }', 'faults: [{ participant: B, kind: down, from: 30ms, to: 5s }]');
    expect(outcomes(trace)).toEqual(['abandoned']);
    expect(ends(trace).filter((end) => end.includes('GET /price-requests/:id refused')).length).toBeGreaterThan(20);
  });

  test('end with an error when the job has failed', () => {
    const { trace } = ask('faults: [{ participant: database, kind: down, from: 0ms, to: 5s }]');
    expect(ends(trace)).toContain('B > A response 500 Internal Server Error');
    expect(outcomes(trace)).toEqual(['error']);
  });
});

describe('accepting', () => {
  const shortJob = 'participants: { B: { serviceTime: 0ms } }';

  test('B answers 200 with the price only when the job has ended before the 202 goes out', () => {
    const answered = (...more: string[]) => ends(ask(shortJob, ...more).trace).find((end) => end.startsWith('B > A'));
    expect(answered()).toBe('B > A ack 202 Accepted');
    const lateReceipt = 'faults: [{ kind: delay, name: stored, by: 30ms, from: 0ms, to: 10.001ms }]';
    expect(answered(lateReceipt)).toBe('B > A response 200 OK');
    expect(answered(lateReceipt, 'participants: { B: { serviceTime: 31ms } }')).toBe('B > A ack 202 Accepted');
  });

  test('a short-circuit needs no poll', () => {
    const { trace, metrics } = ask(shortJob, 'faults: [{ kind: delay, name: stored, by: 30ms, from: 0ms, to: 10.001ms }]');
    expect(outcomes(trace)).toEqual(['completed']);
    expect(metrics.messages.byKind['poll']).toBeUndefined();
    expect(metrics.latency.mean).toBe(50);
  });

  test('B turns away when all its workers and places are taken', () => {
    const { trace, metrics } = ask('workload: { at: [1ms, 2ms] }', 'participants: { B: { workers: 1, queue: 1 } }');
    expect(outcomes(trace)).toEqual(['rejected', 'completed', 'completed']);
    expect(ends(trace)).toContain('B > A response 503 Service Unavailable');
    expect(metrics.participants['B']).toMatchObject({ arrivals: 3, rejected: 1, served: 2, maxQueue: 1 });
  });

  test('after a lost 202 the same key finds the same job', () => {
    const { trace, metrics } = ask('policies: { timeout: 50ms, retries: 2, backoff: 0ms }', 'faults: [{ kind: loss, name: 202 Accepted, probability: 1, from: 0ms, to: 50ms }]');
    expect(outcomes(trace)).toEqual(['completed']);
    expect(ends(trace).filter((end) => end === 'A > B command POST /price-requests')).toHaveLength(2);
    expect(ends(trace).filter((end) => end === 'B > catalog query select price')).toHaveLength(1);
    expect(metrics.participants['B']).toMatchObject({ arrivals: 1, served: 1, wasted: 0 });
  });
});

describe('jobs', () => {
  test('are durable: what was accepted is done after the restart, and only once', () => {
    const { trace, metrics } = ask('faults: [{ participant: B, kind: down, from: 50ms, to: 300ms }]');
    expect(outcomes(trace)).toEqual(['completed']);
    expect(deliveredAt(trace, 'store quote')).toBe(400);
    expect(metrics.participants['B']!.served).toBe(1);
  });

  test('run again after a hang as well', () => {
    const { trace } = ask('policies: { timeout: 30ms }', 'faults: [{ participant: B, kind: hang, from: 50ms, to: 300ms }]');
    expect(outcomes(trace)).toEqual(['completed']);
    expect(deliveredAt(trace, 'store quote')).toBe(400);
  });

  test('done before the crash are not done again', () => {
    const { trace } = ask('faults: [{ participant: B, kind: down, from: 115ms, to: 118ms }]');
    expect(outcomes(trace)).toEqual(['completed']);
    expect(ends(trace).filter((end) => end.startsWith('B > catalog'))).toHaveLength(1);
  });

  test('of a shopper who has left are done all the same, and wasted', () => {
    const { metrics } = ask('workload: { patience: 50ms }');
    expect(metrics.checkouts.failures.abandoned).toBe(1);
    expect(metrics.participants['B']).toMatchObject({ served: 1, wasted: 1 });
  });

  test('cost their latency in polls: the answer is fetched after the first poll that finds it', () => {
    const { metrics } = ask();
    expect(metrics.latency.mean).toBe(120 + 20 + 20);
  });
});
