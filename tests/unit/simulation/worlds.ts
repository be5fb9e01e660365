/** Runs for the tests, their scenarios written as a file would have them. */
import { readContent } from '../../../src/schemas/content.ts';
import { resolveScenario } from '../../../src/schemas/resolve.ts';
import { ownStories, storyScenario, trafficScenario } from '../../../src/schemas/runs.ts';
import { scenarioLayer } from '../../../src/schemas/scenario.ts';
import { takeScenario } from '../../../src/schemas/shelf.ts';
import { readYaml } from '../../../src/schemas/yaml.ts';
import type { Metrics } from '../../../src/simulation/metrics.ts';
import { Run } from '../../../src/simulation/run.ts';
import type { Scenario } from '../../../src/simulation/scenario.ts';
import type { MessageEvent, StateEvent, Trace } from '../../../src/simulation/trace.ts';
import { techniques } from '../../../src/schemas/models.ts';

export const slugs = Object.keys(techniques);

const { content } = readContent(process.cwd());

/** The names of the scenarios of the content folder. */
export const scenarioNames = [...content.scenarios.keys()];

/** The two parameter sets with the given lines of YAML over them, in order. */
export function world(...texts: string[]): Scenario {
  return resolveScenario(texts.map((text) => ({ where: 'the test', layer: readYaml(scenarioLayer, text, 'the test') })));
}

/** Times of 0, nobody who gives up, no price that changes: what is left is a queue of the textbook. */
export const bare = `
  workload: { patience: none }
  catalog: { priceChanges: 0/s }
  network: { hop: 0ms, storeHop: 0ms, shopperHop: 0ms }
  participants:
    A: { serviceTime: 0ms, pushTime: 0ms, pushWorkers: unlimited }
    B: { queue: unbounded }
    orders: { serviceTime: 0ms, workers: unlimited }
    catalog: { serviceTime: 0ms, workers: unlimited }
    jobs: { serviceTime: 0ms, workers: unlimited }
    cache: { serviceTime: 0ms, workers: unlimited }
    broker: { serviceTime: 0ms }
  policies: { timeout: none, retries: none }`;

/** One shopper at 0, teaching times, one product whose price stays. */
export const single = `
  parameters: teaching
  workload: { arrivals: single }
  catalog: { products: 1, priceChanges: 0/s }`;

/** A named scenario as its traffic. */
export function traffic(name: string): Scenario {
  return trafficScenario(takeScenario(content.scenarios, name, 'the test'));
}

/** A named scenario as the story a technique tells of it. */
export function story(slug: string, name: string): Scenario {
  const own = content.techniques.find((each) => each.slug === slug)!.story;
  return storyScenario(takeScenario(content.scenarios, name, 'the test'), ownStories(own, 'the story'));
}

export interface Result {
  run: Run;
  trace: Trace;
  metrics: Metrics;
}

/** A whole run, recorded. */
export function play(slug: string, scenario: Scenario): Result {
  const run = new Run(techniques[slug]!, scenario, true);
  run.advance();
  const metrics = run.metrics();
  return { run, trace: run.trace(), metrics };
}

/** A whole run, for its figures. */
export function measured(slug: string, scenario: Scenario): Metrics {
  const run = new Run(techniques[slug]!, scenario, false);
  run.advance();
  return run.metrics();
}

export function messagesOf(trace: Trace): MessageEvent[] {
  return trace.events.filter((event): event is MessageEvent => event.type !== 'state');
}

export function statesOf(trace: Trace, kind: StateEvent['kind']): StateEvent[] {
  return trace.events.filter((event): event is StateEvent => event.type === 'state' && event.kind === kind);
}

/** The ends of all messages in order, such as `A > B request GET /prices`, with `lost` or `refused` where that is how. */
export function ends(trace: Trace): string[] {
  return messagesOf(trace).filter(({ type }) => type !== 'send').map(({ type, from, to, kind, name }) =>
    `${from} > ${to} ${kind} ${name}${type === 'deliver' ? '' : ` ${type}`}`);
}

/** When the n-th message of that name was delivered, in milliseconds. */
export function deliveredAt(trace: Trace, name: string, nth = 1): number {
  const found = messagesOf(trace).filter((event) => event.type === 'deliver' && event.name === name)[nth - 1];
  if (!found) throw new Error(`${name} was not delivered ${nth} times`);
  return found.t / 1000;
}

/** How each checkout ended: `completed`, or the reason why it failed. */
export function outcomes(trace: Trace): string[] {
  return statesOf(trace, 'checkout').filter(({ name }) => name !== 'attempted').map(({ name, payload }) =>
    (name === 'completed' ? name : String(payload['reason'])));
}
