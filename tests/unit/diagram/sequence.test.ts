import { describe, expect, test } from 'vitest';
import { widths, type Box } from '../../../src/diagram/layout/types.ts';
import { placeOn } from '../../../src/diagram/sequence/arrows.ts';
import { BELOW_HEADS } from '../../../src/diagram/sequence/clock.ts';
import { placeSequence } from '../../../src/diagram/sequence/layout.ts';
import { sequence } from '../../../src/player/sequence.ts';
import { steps } from '../../../src/player/steps.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { allRuns } from '../../../src/site/figures.ts';

const runs = allRuns(process.cwd());
const stories = Object.values(techniques).flatMap((technique) => {
  const { scenarios, others } = runs.get(technique.slug)!.stories;
  return [...scenarios, ...others].map(({ name, scenario }) => {
    const trace = simulate(technique, scenario);
    const stops = steps(trace);
    return { at: `${technique.slug} ${name}`, stops, run: sequence(trace, stops) };
  });
});
const cases = stories.flatMap((story) => widths.map((width) => ({ ...story, width, placed: placeSequence(story.run, story.stops, width) })));

const meet = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(cases)('$at, $width wide', ({ stops, width, placed: { labels, clock, waits, arrows, tags, left } }) => {
  test('has a label for each step, and every unanswered wait on its lifeline', () => {
    expect(labels.map(({ step }) => step)).toEqual(stops.slice(1).map(({ index }) => index));
    const given = stops.filter(({ kind }) => kind === 'wait');
    expect(waits.map(({ step, y }) => [step, y])).toEqual(given.map(({ index, t }) => [index, clock.y(t)]));
  });

  test('has no label on another, under the heads, in a break or outside', () => {
    const heads = { x: 0, y: 0, width, height: clock.y(0) - BELOW_HEADS };
    const marks = clock.breaks.map(({ y }) => ({ x: 0, y: y - 5, width, height: 10 }));
    const found = labels.flatMap(({ step, name, box, active }, i) => [
      ...labels.slice(i + 1).filter((other) => meet(box, other.box)).map((other) => `${step} ${name} on ${other.step} ${other.name}`),
      ...[heads, ...marks].filter((mark) => meet(box, mark) || meet(active, mark)).map(({ y }) => `${step} ${name} on what is at ${y}`),
      ...[box, active].filter(({ x, y, height, width: wide }) => x < 0 || x + wide > width || y + height > clock.height).map(({ x }) => `${step} ${name} at ${x}`),
    ]);
    expect(found).toEqual([]);
  });

  test('hangs a price tag on each message with a price, clear of its words and of the pin', () => {
    const priced = arrows.filter(({ price }) => price !== null);
    expect([...tags.keys()]).toEqual(priced.map(({ id }) => id));
    const found = priced.flatMap((arrow) => {
      const { x, y } = placeOn(arrow, Infinity);
      const tag = { x: x + tags.get(arrow.id)!.x, y: y + tags.get(arrow.id)!.y, width: 60, height: 24 };
      return tag.x < left - 12 || meet(tag, labels.find(({ id }) => id === arrow.id)!.active) ? [`${arrow.step} ${arrow.name}`] : [];
    });
    expect(found).toEqual([]);
  });
});
