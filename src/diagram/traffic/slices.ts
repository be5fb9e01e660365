/** A run computed a little at a time, so that whoever runs it can do other things in between. */
import type { Pieces } from '../../player/pieces.ts';
import type { Metrics } from '../../simulation/metrics.ts';
import { Run } from '../../simulation/run.ts';
import { excerpt } from '../../player/traffic/excerpt.ts';
import type { Scenario, Window } from '../../simulation/scenario.ts';
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

/** The longest slice on a page, in milliseconds: what is left of a frame's 8 after the last stride. */
export const SLICE = 6;

/** The kernel takes this many events between two looks at the clock. */
const STRIDE = 64;

/** Computes a run in slices, or what a window shows of it. Null when it was no longer wanted. */
export async function computeInSlices(technique: Technique, scenario: Scenario, slicing: Slicing, window: Window | null = null): Promise<Computed | null> {
  const run = new Run(technique, window ? { ...scenario, duration: window.to } : scenario, true);
  if (!await advanceInSlices(run, slicing)) return null;
  const trace = run.trace();
  return { trace: window ? excerpt(trace, window.from, window.to) : trace, metrics: run.metrics() };
}

/** Takes a run to its end, with a look at it after each stride. False when it was no longer wanted. */
export async function advanceInSlices(run: Run, { slice, now, pause, wanted }: Slicing, look: () => void = () => undefined): Promise<boolean> {
  for (let done = false; !done;) {
    const began = now();
    while (!done && now() - began < slice) {
      done = run.advance(STRIDE);
      look();
    }
    await pause();
    if (!wanted()) return false;
  }
  return true;
}

/** Does long work in slices. Null when it was no longer wanted. */
export async function workInSlices<T>(work: Pieces<T>, { slice, now, pause, wanted }: Slicing): Promise<T | null> {
  for (;;) {
    const began = now();
    while (now() - began < slice) {
      const { done, value } = work.next();
      if (done) return value;
    }
    await pause();
    if (!wanted()) return null;
  }
}

/** Lets whatever else has come in be handled first. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve);
});

/** The same in a worker, which has no page to paint: a browser holds timers that follow one another 4 ms apart, a message not. */
export const nextMessage = (): Promise<void> => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    resolve();
  });
  port1.start();
  port2.postMessage(null);
});
