/** Nothing is canned: a hop, a service time or the instant of B's death, changed at random, moves the steps accordingly. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { messagesOf, outcomes, play, single, statesOf, world } from './worlds.ts';

const millis = (most: number) => fc.integer({ min: 0, max: most });

const changes = fc.record({
  hop: millis(90), storeHop: millis(90), shopperHop: millis(90), a: millis(90), b: millis(90), catalog: millis(90), orders: millis(90),
});
type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never;

const direct = ({ hop, storeHop, shopperHop, a, b, catalog, orders }: Changes, more: string) => play('direct-api-call', world(single, `
  workload: { patience: none }
  network: { hop: ${hop}ms, storeHop: ${storeHop}ms, shopperHop: ${shopperHop}ms }
  participants: { A: { serviceTime: ${a}ms }, B: { serviceTime: ${b}ms }, catalog: { serviceTime: ${catalog}ms }, orders: { serviceTime: ${orders}ms } }
  policies: { timeout: none, retries: none }`, more)).trace;

/** When each of the eight messages arrives, as the times add up. */
function arrivals({ hop, storeHop, shopperHop, a, b, catalog, orders }: Changes): number[] {
  const spans = [shopperHop, a + hop, b + storeHop, catalog + storeHop, hop, storeHop, orders + storeHop, shopperHop];
  return spans.map((_, i) => spans.slice(0, i + 1).reduce((sum, span) => sum + span, 0));
}

test('each of the eight messages arrives when the times before it add up to', () => {
  fc.assert(fc.property(changes, (times) => {
    const delivered = messagesOf(direct(times, '')).filter(({ type }) => type === 'deliver');
    expect(delivered.map(({ t }) => t / 1000)).toEqual(arrivals(times));
  }), { numRuns: 100 });
});

test('B’s death at any instant refuses what comes, ends what B is at, and changes nothing else', () => {
  fc.assert(fc.property(changes, fc.integer({ min: 0, max: 900 }), (times, dies) => {
    const trace = direct(times, `faults: [{ participant: B, kind: down, from: ${dies}ms, to: 10s }]`);
    const [, asked, , answered] = arrivals(times) as [number, number, number, number];
    const told = messagesOf(trace).filter(({ type, to }) => type === 'deliver' && to === 'shopper').map(({ name }) => name);
    const refused = messagesOf(trace).filter(({ type }) => type === 'refused').map(({ t }) => t / 1000);
    const cut = statesOf(trace, 'wait').filter(({ name }) => name === 'refused').map(({ t }) => t / 1000);
    const expected = dies <= asked ? { refused: [asked + times.hop], cut: [asked + times.hop], told: ['503 Service Unavailable'] }
      : dies <= answered ? { refused: [], cut: [dies + times.hop], told: ['503 Service Unavailable'] }
        : { refused: [], cut: [], told: ['201 Created'] };
    expect({ refused, cut, told }).toEqual(expected);
    expect(outcomes(trace)).toEqual([dies <= answered ? 'refused' : 'completed']);
  }), { numRuns: 150 });
});

test('a time-out at any instant cuts the wait off there, unless the answer was quicker', () => {
  fc.assert(fc.property(changes, fc.integer({ min: 1, max: 500 }), (times, timeout) => {
    const { trace } = play('direct-api-call', world(single, `
      workload: { patience: none }
      network: { hop: ${times.hop}ms, storeHop: ${times.storeHop}ms, shopperHop: ${times.shopperHop}ms }
      participants: { A: { serviceTime: ${times.a}ms }, B: { serviceTime: ${times.b}ms }, catalog: { serviceTime: ${times.catalog}ms } }
      policies: { timeout: ${timeout}ms, retries: none }`));
    const asked = times.shopperHop + times.a;
    const took = times.hop + times.b + times.storeHop + times.catalog + times.storeHop + times.hop;
    expect(outcomes(trace)).toEqual([took <= timeout ? 'completed' : 'timeout']);
    expect(statesOf(trace, 'wait').filter(({ name }) => name === 'timeout').map(({ t }) => t / 1000))
      .toEqual(took <= timeout ? [] : [asked + timeout]);
  }), { numRuns: 100 });
});
