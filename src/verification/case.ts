/** One comparison of the simulation with theory. */
import { resolveScenario } from '../schemas/resolve.ts';
import { scenarioLayer } from '../schemas/scenario.ts';
import { readYaml } from '../schemas/yaml.ts';
import type { Metrics } from '../simulation/metrics.ts';
import type { Scenario } from '../simulation/scenario.ts';

/** What a figure is: shares are held to absolute bounds when they are small. */
export type Unit = 'ms' | 's' | 'share' | 'count';

export interface Check {
  what: string;
  unit: Unit;
  expected: number;
  /** Reads the figure from a run. */
  of(metrics: Metrics): number;
}

/** A run of a technique, over all seeds, and what is checked in it. */
export interface Experiment {
  family: string;
  technique: string;
  /** What the run is, for the table. */
  setting: string;
  scenario: Scenario;
  checks: Check[];
  /** Short enough to be run among the tests. */
  quick: boolean;
}

/** The seeds of every experiment. */
export const seeds: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Times of 0, nobody who gives up, no price that changes: what is left of a technique is a queue of the textbook. */
const bare = `
  workload: { patience: none }
  catalog: { priceChanges: 0/s, products: 1 }
  network: { hop: 0ms, storeHop: 0ms, shopperHop: 0ms }
  participants:
    A: { serviceTime: 0ms, pushTime: 0ms, pushWorkers: unlimited }
    B: { queue: unbounded }
    orders: { serviceTime: 0ms, workers: unlimited }
    catalog: { serviceTime: 0ms, workers: unlimited }
    jobs: { serviceTime: 0ms, workers: unlimited }
    cache: { serviceTime: 0ms, workers: unlimited }
    consumer: { serviceTime: 0ms }
    broker: { serviceTime: 0ms }
  policies: { timeout: none, retries: none, relayInterval: 0ms }`;

/** The bare world with the given lines of a scenario file over it. */
export function textbook(...texts: string[]): Scenario {
  return resolveScenario([bare, ...texts].map((text) => ({ where: 'a verification', layer: readYaml(scenarioLayer, text, 'a verification') })));
}
