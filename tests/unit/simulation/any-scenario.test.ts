import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trafficScenario } from '../../../src/schemas/runs.ts';
import { scenarioFile } from '../../../src/schemas/scenario.ts';
import { measure, simulate } from '../../../src/simulation/simulate.ts';
import type { Scenario } from '../../../src/simulation/scenario.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { anyScenario } from '../schemas/any-scenario.ts';

/** The same world, small enough to run hundreds of times. */
function small(said: object): Scenario {
  const { workload, catalog, policies, faults, ...scenario } = trafficScenario([{ name: 'any', where: 'any', builtIn: false, file: scenarioFile.parse(said) }]);
  return {
    ...scenario,
    duration: 2_000_000,
    workload: { ...workload, rate: Math.min(workload.rate, 50), at: workload.at.slice(0, 20) },
    catalog: { ...catalog, priceChanges: Math.min(catalog.priceChanges, 50) },
    policies: {
      ...policies,
      retries: Math.min(policies.retries, 5), subscribers: Math.min(policies.subscribers, 5),
      pollInterval: Math.max(policies.pollInterval, 20_000), relayInterval: Math.max(policies.relayInterval, 5_000),
    },
    faults: faults.map((fault) => (fault.kind === 'priceChanges' ? { ...fault, rate: Math.min(fault.rate, 100) } : fault)),
  };
}

describe.each(Object.values(techniques).map((technique) => [technique.slug, technique] as const))('%s', (_, technique) => {
  test('runs under any scenario, and no checkout is lost from the books', () => {
    fc.assert(fc.property(anyScenario, (said) => {
      const scenario = small(said);
      const { checkouts, availability } = measure(technique, scenario);
      const { attempted, completed, failed, pending, failures } = checkouts;
      expect(completed + failed + pending).toBe(attempted);
      expect(Object.values(failures).reduce((sum, count) => sum + count, 0)).toBe(failed);
      expect(pending).toBeGreaterThanOrEqual(0);
      expect(availability === null || (availability >= 0 && availability <= 1)).toBe(true);
    }), { numRuns: 60 });
  });

  test('leaves a trace in order of time, every message sent once and ended at most once', () => {
    fc.assert(fc.property(anyScenario, (said) => {
      const { events } = simulate(technique, small(said));
      const open = new Set<number>();
      const strays = events.filter(({ type, id }) => {
        if (type === 'state') return false;
        return type === 'send' ? open.size === open.add(id).size : !open.delete(id);
      });
      expect(strays).toEqual([]);
      expect(events.map(({ t }) => t)).toEqual(events.map(({ t }) => t).toSorted((one, other) => one - other));
    }), { numRuns: 20 });
  });
});
