import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stepAt, steps } from '../../src/player/steps.ts';
import { anyTrace, HOP, message, state, traceOf, type Way } from './player-traces.ts';

const ask: Way = ['A', 'B', 'request', 'GET /prices'];
const wait = (kind: string) => ({ id: 1, payload: { to: 'B', for: kind, attempt: 1 } });

describe('the stops of a run', () => {
  test('start before the first message, then one where each message ends', () => {
    const trace = traceOf([
      message('send', 0, 1, ask), message('deliver', HOP, 1, ask),
      message('send', HOP, 2, ['B', 'A', 'response', '200 OK'], { answers: 1 }),
      message('deliver', 2 * HOP, 2, ['B', 'A', 'response', '200 OK'], { answers: 1 }),
    ]);
    expect(steps(trace).map(({ kind, t, event }) => [kind, t, event?.name ?? null])).toEqual([
      ['start', 0, null], ['message', HOP, 'GET /prices'], ['message', 2 * HOP, '200 OK'],
    ]);
  });

  test('a time-out is a stop, the end of a pause between polls or tries is none', () => {
    const trace = traceOf([
      message('send', 0, 1, ask), message('lost', HOP, 1, ask),
      state(400_000, 'A', 'wait', 'timeout', wait('answer')),
      state(450_000, 'A', 'wait', 'timeout', wait('backoff')),
      state(500_000, 'A', 'wait', 'timeout', wait('poll')),
    ]);
    expect(steps(trace).map(({ kind, t }) => [kind, t])).toEqual([['start', 0], ['message', HOP], ['wait', 400_000]]);
  });

  test('a connection lost after delivery is a stop, a refused message not a second one', () => {
    const lostLater = state(90_000, 'A', 'wait', 'refused', { id: 1, payload: { to: 'B', for: 'answer' } });
    const delivered = traceOf([message('send', 0, 1, ask), message('deliver', HOP, 1, ask), lostLater]);
    const refused = traceOf([message('send', 0, 1, ask), message('refused', 90_000, 1, ask), lostLater]);
    expect(steps(delivered).map(({ kind }) => kind)).toEqual(['start', 'message', 'wait']);
    expect(steps(refused).map(({ kind }) => kind)).toEqual(['start', 'message']);
  });

  test('a shopper who leaves makes one stop, whatever else A was waiting on', () => {
    const trace = traceOf([
      message('send', 0, 1, ask), message('deliver', HOP, 1, ask),
      state(1_200_000, 'shopper', 'wait', 'left', { id: 7, payload: { to: 'A', for: 'patience' } }),
      state(1_200_000, 'A', 'wait', 'left', { id: 1, payload: { to: 'B', for: 'answer' } }),
    ]);
    expect(steps(trace).filter(({ kind }) => kind === 'wait')).toHaveLength(1);
  });

  test('a message still in flight at the end has its stop there', () => {
    const trace = traceOf([message('send', 0, 1, ask)], { end: 30_000 });
    expect(steps(trace).at(-1)).toMatchObject({ index: 1, t: 30_000, kind: 'message', event: { type: 'send' } });
  });

  test('one shopper’s stops leave the others out and begin where that shopper does', () => {
    const mine = { checkout: 2 };
    const trace = traceOf([
      message('send', 0, 1, ask), message('deliver', HOP, 1, ask),
      message('send', 500, 2, ask, mine), message('deliver', HOP + 500, 2, ask, mine),
    ]);
    expect(steps(trace, { checkout: 2 }).map(({ t }) => t)).toEqual([500, HOP + 500]);
  });
});

describe('for any run', () => {
  test('every message is in exactly one step, and the steps are in order', () => {
    fc.assert(fc.property(anyTrace, (trace) => {
      const stops = steps(trace);
      const sent = trace.events.filter(({ type }) => type === 'send').map(({ id }) => id);
      const stopped = stops.filter(({ kind }) => kind === 'message').map(({ event }) => event!.id);
      expect(stopped.toSorted((a, b) => a - b)).toEqual(sent.toSorted((a, b) => a - b));
      stops.forEach(({ index, t }, i) => {
        expect(index).toBe(i);
        expect(t).toBeGreaterThanOrEqual(stops[Math.max(0, i - 1)]!.t);
      });
    }));
  });

  test('stepAt finds the last stop that has been reached', () => {
    fc.assert(fc.property(anyTrace, fc.integer({ min: 0, max: 1_100_000 }), (trace, t) => {
      const stops = steps(trace);
      const at = stepAt(stops, t);
      expect(stops[at]!.t).toBeLessThanOrEqual(t);
      expect(stops[at + 1]?.t ?? Infinity).toBeGreaterThan(t);
    }));
  });
});
