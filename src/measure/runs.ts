/** Which runs are measured: every technique under every named scenario, and those an article tells of. */
import type { Content } from '../schemas/content.ts';
import { measuredScenarios } from '../schemas/measurements.ts';
import { resolveScenario } from '../schemas/resolve.ts';
import { trafficLayers } from '../schemas/runs.ts';
import { withSets } from '../schemas/sets.ts';
import { takeScenario } from '../schemas/shelf.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { techniques } from '../schemas/models.ts';

export interface RunOfTechnique {
  slug: string;
  /** A named scenario, or a run of content/measurements.yaml. */
  name: string;
  scenario: Scenario;
}

/**
 * Every run that is measured, technique by technique.
 * @throws ContentError where a run names a scenario that is not there, or changes what it has not
 */
export function allRuns({ scenarios, measurements }: Pick<Content, 'scenarios' | 'measurements'>): RunOfTechnique[] {
  return Object.keys(techniques).flatMap((slug) => [
    ...measuredScenarios.map((name) => ({ slug, name, scenario: scenarioOf(scenarios, name, []) })),
    ...measurements.filter((run) => run.techniques.includes(slug))
      .map(({ name, scenario, set }) => ({ slug, name, scenario: scenarioOf(scenarios, scenario, set) })),
  ]);
}

/** A named scenario with changes, as its traffic run. */
export function scenarioOf(scenarios: Content['scenarios'], name: string, set: readonly string[]): Scenario {
  return resolveScenario(withSets(trafficLayers(takeScenario(scenarios, name, 'content/measurements.yaml')), set), name);
}

/**
 * The scenario that a run's name stands for, with further changes.
 * @throws ContentError where there is no such run
 */
export function runScenario(
  { scenarios, measurements }: Pick<Content, 'scenarios' | 'measurements'>, name: string, set: readonly string[],
): Scenario {
  const run = measurements.find((each) => each.name === name);
  return run ? scenarioOf(scenarios, run.scenario, [...run.set, ...set]) : scenarioOf(scenarios, name, set);
}
