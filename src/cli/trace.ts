import { Run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import { traceLine } from '../simulation/trace.ts';

const slice = 20_000;

/** The events of a run, a line each. Those of a traffic run are handed over as they happen, and not kept. */
export function* traceLines(technique: Technique, scenario: Scenario): Generator<string> {
  if (scenario.workload.arrivals === 'single') {
    for (const event of simulate(technique, scenario).events) yield `${traceLine(event)}\n`;
    return;
  }
  const run = new Run(technique, scenario, true);
  for (let complete = false; !complete;) {
    complete = run.advance(slice);
    for (const event of run.recorder!.events.splice(0)) yield `${traceLine(event)}\n`;
  }
}
