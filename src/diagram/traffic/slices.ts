/** A run computed a little at a time, so that whoever runs it can do other things in between. */
import type { Metrics } from '../../simulation/metrics.ts';
import { Run } from '../../simulation/run.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Technique } from '../../simulation/technique.ts';
import type { Trace } from '../../simulation/trace.ts';

/** A run and its figures. */
export interface Computed {
  trace: Trace;
  metrics: Metrics;
}

export interface Slicing {
  /** The longest slice, in milliseconds. */
  slice: number;
  now: () => number;
  /** Resolves when it is time for the next slice. */
  pause: () => Promise<void>;
  /** Whether the run is still wanted; asked after each pause. */
  wanted: () => boolean;
}

/** The kernel takes this many events between two looks at the clock. */
const STRIDE = 64;

/** Computes a run in slices. Null when it was no longer wanted. */
export async function computeInSlices(technique: Technique, scenario: Scenario, { slice, now, pause, wanted }: Slicing): Promise<Computed | null> {
  const run = new Run(technique, scenario, true);
  for (;;) {
    const began = now();
    let done = false;
    while (!done && now() - began < slice) done = run.advance(STRIDE);
    if (done) break;
    await pause();
    if (!wanted()) return null;
  }
  await pause();
  return wanted() ? { trace: run.trace(), metrics: run.metrics() } : null;
}

/** Lets whatever else has come in be handled first. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve);
});
