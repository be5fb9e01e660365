import { describe, expect, test } from 'vitest';
import { simulate } from '../../../src/simulation/simulate.ts';
import { traceLine } from '../../../src/simulation/trace.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { measured, messagesOf, play, scenarioNames, slugs, statesOf, traffic, world } from './worlds.ts';

const lines = (slug: string, seed: number) =>
  simulate(techniques[slug]!, world('duration: 4s', 'catalog: { priceChanges: 10/s }', 'network: { loss: 0.02 }', `seed: ${seed}`)).events.map(traceLine).join('\n');

describe.each(slugs)('%s', (slug) => {
  test('the same seed gives the same trace, and another seed another', () => {
    const first = lines(slug, 1);
    expect(lines(slug, 1)).toBe(first);
    const others = [2, 3, 1 + 2 ** 32, Number.MAX_SAFE_INTEGER].map((seed) => lines(slug, seed));
    expect(new Set([first, ...others]).size).toBe(5);
  });

  test.each(scenarioNames)('measured under %s as it is recorded', (name) => {
    const { faults, ...calm } = traffic(name);
    const scenario = { ...calm, duration: 6_000_000, faults: faults.map((fault) => ({ ...fault, from: fault.from / 10, to: fault.to / 10 })) };
    const { metrics } = play(slug, scenario);
    expect(measured(slug, scenario)).toEqual(metrics);
    const { attempted, completed, failed, pending } = metrics.checkouts;
    expect(completed + failed + pending).toBe(attempted);
  });
});

test('the same shoppers come for the same products, and the same prices change, whatever the technique', () => {
  const scenario = world('duration: 20s', 'catalog: { priceChanges: 20/s }', 'seed: 5');
  const met = slugs.map((slug) => {
    const { trace } = play(slug, scenario);
    return {
      shoppers: messagesOf(trace).filter(({ type, from }) => type === 'send' && from === 'shopper').map(({ t, payload }) => [t, payload['sku']]),
      changes: statesOf(trace, 'price').filter(({ name }) => name === 'changed').map(({ t, payload }) => [t, payload]),
    };
  });
  expect(met[0]!.shoppers.length).toBeGreaterThan(1500);
  expect(met[0]!.changes.length).toBeGreaterThan(300);
  for (const other of met) expect(other).toEqual(met[0]);
});

test('a policy that draws nothing changes no draw: what B needs for each checkout stays as it was', () => {
  const spans = (more: string) => {
    const { trace } = play('direct-api-call', world('duration: 5s', 'workload: { rate: 20/s }', 'participants: { B: { workers: unlimited } }', more));
    const states = statesOf(trace, 'station').filter(({ from }) => from === 'B');
    const ended = new Map(states.filter(({ name }) => name === 'end').map(({ id, t }) => [id, t]));
    const byCheckout = new Map<number, number>();
    for (const { id, checkout, t, name } of states) {
      if (name === 'start' && !byCheckout.has(checkout!)) byCheckout.set(checkout!, ended.get(id)! - t);
    }
    return [...byCheckout];
  };
  expect(spans('policies: { retries: 5, timeout: 20ms, backoff: 1ms }')).toEqual(spans(''));
  expect(spans('workload: { patience: 8ms }').length).toBeGreaterThan(90);
});
