import { Run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Technique } from '../simulation/technique.ts';
import { traceLine } from '../simulation/trace.ts';

const slice = 20_000;

/**
 * The events of a run, a line each. Those of a traffic run are handed over as they happen, and not kept.
 * @param most the events at which `stopped` is told of a run that is not complete
 */
export function* traceLines(technique: Technique, scenario: Scenario, most: number, stopped: (run: Run, most: number) => never): Generator<string> {
  const run = new Run(technique, scenario, true);
  if (scenario.workload.arrivals === 'single') {
    if (!run.advance(most)) stopped(run, most);
    for (const event of run.trace().events) yield `${traceLine(event)}\n`;
    return;
  }
  for (let complete = false; !complete;) {
    complete = run.advance(Math.min(slice, most - run.kernel.events));
    for (const event of run.recorder!.events.splice(0)) yield `${traceLine(event)}\n`;
    if (!complete && run.kernel.events >= most) stopped(run, most);
  }
}
