/** A run along one line, for the slider: where its messages are, who waits, what is broken. */
import type { MessageKind, Micros } from '../simulation/scenario.ts';
import type { Price, Trace } from '../simulation/trace.ts';
import { waitName } from './captions.ts';
import { barsOf, faultSpans, sequence, type Arrow, type Bar, type FaultSpan } from './sequence.ts';
import type { Step } from './steps.ts';

export interface Glyph {
  step: number;
  /** The step's instant, in microseconds and as a share of the run, 0 to 1. */
  t: Micros;
  at: number;
  /** Null for a wait that ended without an answer. */
  kind: MessageKind | null;
  name: string;
  price: Price | null;
  fate: Arrow['fate'] | NonNullable<Bar['ended']>;
  /** +1 when it travels away from the shopper in reading order, -1 when it comes back, 0 for a wait. */
  direction: 1 | -1 | 0;
}

export interface Score {
  end: Micros;
  /** One for each step after step 0. */
  glyphs: Glyph[];
  /** What the shopper and the services waited, without the stores' waits. */
  waits: Bar[];
  faults: FaultSpan[];
}

/** Everything the slider draws. */
export function score(trace: Trace, steps: readonly Step[]): Score {
  const { arrows, lifelines } = sequence(trace, steps);
  const byStep = new Map(arrows.map((arrow) => [arrow.step, arrow]));
  const glyphs = steps.slice(1).map((step): Glyph => {
    const arrow = byStep.get(step.index);
    const place = { step: step.index, t: step.t, at: trace.end > 0 ? step.t / trace.end : 0 };
    if (arrow === undefined) {
      const name = waitName(step.event!);
      const fate = name === 'shopper leaves' ? 'left' : (step.event!.name as NonNullable<Bar['ended']>);
      return { ...place, kind: null, name, price: null, fate, direction: 0 };
    }
    const { kind, name, price, fate, from, to } = arrow;
    const direction = lifelines.indexOf(to) > lifelines.indexOf(from) ? 1 : -1;
    return { ...place, kind, name, price, fate, direction };
  });
  const waits = barsOf(trace).filter(({ kind, who }) => kind === 'waiting' && (who === 'shopper' || who === 'A'));
  return { end: trace.end, glyphs, waits, faults: faultSpans(trace) };
}
