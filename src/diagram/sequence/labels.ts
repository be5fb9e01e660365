/** Where the words of a sequence diagram stand, so that each can be read: beside the start of their line, or else along it. */
import { money } from '../../player/format.ts';
import type { Micros } from '../../simulation/scenario.ts';
import { widthOf } from '../layout/letters.ts';
import type { Box, Width } from '../layout/types.ts';
import { payloadText } from '../names.ts';
import type { PlacedArrow } from './arrows.ts';
import { costsIn, met } from './costs.ts';
import type { Bare, PlacedWait } from './layout.ts';
import { spotsAt, spotsBeside, type Spot } from './spots.ts';

/** The number and name of a message, or of a wait that ended without an answer. */
export interface Label extends Spot {
  /** The message's, or below 0 a wait's. */
  id: number;
  step: number;
  name: string;
  /** What else there is room for, or nothing. */
  more: string;
  start: Micros;
  end: Micros;
  /** The room of its words, and of its ground while the reader looks at it. */
  box: Box;
  active: Box;
}

/** The height of the letters, and the gap behind a number. */
const SIZE = { 1000: 14, 600: 14, 320: 12.5 };
export const GAP = { 1000: 8, 600: 8, 320: 4 };
/** Words that are not bold are narrower. */
const THIN = 0.94;
/** Those the reader looks at are so high, on a ground that is wider by the padding at either end. */
const LARGE = 14.5;
const PADDING = 9;
/** Nothing stands farther left of the first lifeline than this: the head of the pin does. */
export const BESIDE_PIN = 12;
/** No label looks at others farther up or down than this. */
const NEAR = 120;

/** Places the labels of a run, in the order of its steps. */
export function placeLabels(bare: Bare, width: Width): Label[] {
  const costIn = costsIn(bare, width);
  const choices = [...bare.arrows, ...bare.waits].sort((a, b) => b.start - a.start || b.step - a.step)
    .map((one) => choicesFor(one, bare.left, width).map((label) => ({ ...label, cost: label.cost + costIn(label.box, label.active) })));
  const labels = choices.map(([usual]) => usual!);
  for (let round = 0; round < 2; round += 1) {
    choices.forEach((all, i) => {
      const others = labels.filter(({ y }, at) => at !== i && Math.abs(y - all[0]!.y) < NEAR);
      const costs = all.map(({ cost, box, active }) => others.reduce((sum, other) => sum
        + 10 * met(box, other.box) + (met(active, other.box) + met(box, other.active)) / 4, cost));
      labels[i] = all[costs.indexOf(Math.min(...costs))]!;
    });
  }
  return labels.sort((a, b) => a.step - b.step);
}

function choicesFor(one: PlacedArrow | PlacedWait, left: number, width: Width): Label[] {
  const { id, step, name, start, end } = one;
  const long = (more: string) => (widthOf(`${step}`) * THIN + widthOf(name) + widthOf(more) * THIN) * SIZE[width] + GAP[width] * (more ? 2 : 1);
  const spots = 'kind' in one ? spotsAt(one) : spotsBeside(one);
  const extras = 'kind' in one && width === 1000 ? [extraOf(one), ''] : [''];
  return extras.flatMap((more, i) => spots.map((spot) => {
    const room = (wide: number, y: number, height: number): Box =>
      ({ x: Math.max(left - BESIDE_PIN, Math.min(width - wide - 4, spot.anchor === 'start' ? spot.x : spot.x - wide)), y: spot.y + y, width: wide, height });
    const box = room(long(more), -SIZE[width] * 0.8, SIZE[width]);
    return {
      id, step, name, start, end, more, ...spot, cost: spot.cost + i * 12,
      x: spot.anchor === 'start' ? box.x : box.x + box.width,
      box, active: room((long('') * LARGE) / SIZE[width] + 2 * PADDING, -19, 25),
    };
  }));
}

function extraOf({ fate, price, payload }: PlacedArrow): string {
  if (fate === 'lost' || fate === 'refused') return fate;
  return price ? `at ${money(price.cents)}` : payloadText(payload, price);
}
