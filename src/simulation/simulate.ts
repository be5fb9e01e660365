import type { Ended, Metrics } from './metrics.ts';
import { Run } from './run.ts';
import type { Scenario } from './scenario.ts';
import type { Technique } from './technique.ts';
import type { Trace } from './trace.ts';

/** Runs a technique under a scenario and keeps everything that happened. The same arguments give the same trace. */
export function simulate(technique: Technique, scenario: Scenario): Trace {
  const run = new Run(technique, scenario, true);
  run.advance();
  return run.trace();
}

/**
 * Runs a technique under a scenario for its figures alone; nothing is recorded.
 * @param watch told of every checkout that ends
 */
export function measure(technique: Technique, scenario: Scenario, watch: ((ended: Ended) => void) | null = null): Metrics {
  const run = new Run(technique, scenario, false);
  run.tally.watch = watch;
  run.advance();
  return run.metrics();
}
