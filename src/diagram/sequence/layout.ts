/** Where everything in a sequence diagram stands: lifelines across, time downwards. */
import { waitName } from '../../player/captions.ts';
import type { Bar, Sequence } from '../../player/sequence.ts';
import type { Step } from '../../player/steps.ts';
import type { Micros } from '../../simulation/scenario.ts';
import type { Point, Width } from '../layout/types.ts';
import { placeArrow, type PlacedArrow } from './arrows.ts';
import { clockOf, type Clock } from './clock.ts';
import { placeLabels, type Label } from './labels.ts';
import { placeTags } from './tags.ts';

export interface Placed {
  x: Record<string, number>;
  left: number;
  right: number;
  clock: Clock;
  arrows: PlacedArrow[];
  waits: PlacedWait[];
  bars: (Bar & { x: number; y1: number; y2: number })[];
  labels: Label[];
  /** From a message that carries a price to the corner of its tag, by the message's id. */
  tags: Map<number, Point>;
}

/** All but the words. */
export type Bare = Omit<Placed, 'labels' | 'tags'>;

/** Where somebody stopped waiting without an answer, on their lifeline. */
export interface PlacedWait extends Point {
  /** Not the id of any message. */
  id: number;
  step: number;
  name: string;
  start: Micros;
  end: Micros;
}

/** Places a run's lifelines, arrows, bars and unanswered waits, with the words at each, in a drawing of a width. */
export function placeSequence({ lifelines, arrows, bars, end }: Sequence, steps: readonly Step[], width: Width): Placed {
  const left = { 1000: 128, 600: 84, 320: 50 }[width];
  const right = width - { 1000: 110, 600: 60, 320: 26 }[width];
  const gap = lifelines.length > 1 ? (right - left) / (lifelines.length - 1) : 0;
  const x = Object.fromEntries(lifelines.map((id, i) => [id, left + i * gap]));
  const given = steps.filter(({ kind, event }) => kind === 'wait' && event!.from in x);
  const instants = [
    ...arrows.flatMap(({ start, end: stop, turn }) => [start, stop, ...(turn === null ? [] : [turn])]),
    ...bars.flatMap(({ from, to }) => [from, to]), ...given.map(({ t }) => t),
  ];
  const clock = clockOf(instants.filter((t) => t <= end), width);
  const bare: Bare = {
    x, left, right, clock,
    arrows: arrows.map((arrow) => placeArrow(arrow, x, clock)),
    waits: given.map(({ index, t, event }) => ({ id: -index, step: index, name: waitName(event!), start: t, end: t, x: x[event!.from]!, y: clock.y(t) })),
    bars: bars.filter(({ who, to, from }) => who in x && to > from)
      .map((bar) => ({ ...bar, x: x[bar.who]!, y1: clock.y(bar.from), y2: clock.y(bar.to) })),
  };
  const labels = placeLabels(bare, width);
  return { ...bare, labels, tags: placeTags(bare, labels, width) };
}
