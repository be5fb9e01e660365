import { describe, expect, test } from 'vitest';
import { breakagesOf, choicesOf, NOTHING } from '../../../src/player/traffic/faults.ts';
import { figureOf, rightAnswers } from '../../../src/player/traffic/predict.ts';
import { defaults, scenarioOf } from '../../../src/player/traffic/settings.ts';
import { readContent } from '../../../src/schemas/content.ts';
import { predictions } from '../../../src/schemas/predictions.ts';
import { measure } from '../../../src/simulation/simulate.ts';
import { techniques } from '../../../src/schemas/models.ts';

const { content } = readContent(process.cwd());
const asked = content.techniques.flatMap(({ slug, story }) =>
  Object.entries(story.predictions).map(([breakage, prediction]) => ({ slug, breakage, prediction })));

test('every technique asks for at least two predictions, of what it can have', () => {
  for (const { slug, story } of content.techniques) {
    const names = Object.keys(story.predictions);
    expect(names.length).toBeGreaterThanOrEqual(2);
    for (const name of names) expect(breakagesOf(techniques[slug]!)).toContain(name);
  }
});

test.each(asked)('$slug under $breakage: the run makes right the answer that is explained, and no other', ({ slug, breakage, prediction }) => {
  const technique = techniques[slug]!;
  const metrics = measure(technique, scenarioOf(technique, { ...defaults(technique), breakage }));
  const explained = prediction.answers.findIndex(({ because }) => because !== null);
  expect(rightAnswers(prediction, metrics), `${prediction.metric} is ${figureOf(metrics, prediction.metric)}`).toEqual([explained]);
});

describe.each(content.techniques.map(({ slug, story }) => ({ slug, story, technique: techniques[slug]! })))('$slug', ({ story, technique }) => {
  const [first, ...others] = choicesOf(technique, story.predictions);

  test('offers first what it asks about first, and then all else that it can have', () => {
    expect(first).toBe(Object.keys(story.predictions)[0]);
    expect([first, ...others].toSorted()).toEqual(breakagesOf(technique).toSorted());
  });

  test('loses checkouts to that at whatever instant it breaks', () => {
    const lost = (breakage: string, at: number) => {
      const start = defaults(technique);
      const { checkouts, wrongPrice } = measure(technique, scenarioOf(technique, { breakage, values: { ...start.values, at } }));
      return checkouts.failed + wrongPrice.count;
    };
    for (const at of [500, 1000, 2000, 3000, 4000, 5000, 6000]) expect(lost(first, at), `at ${at} ms`).toBeGreaterThan(lost(NOTHING, at));
  });
});

test('a technique that asks nothing offers what it can have', () => {
  expect(choicesOf(techniques['shared-data']!, {})[0]).toBe('b-down');
});

describe('a prediction in a file', () => {
  const answers = [
    { says: 'None.', is: '>= 99%', because: 'A does not ask.' },
    { says: 'Some.', is: 'between 50% and 98%' },
    { says: 'Most.', is: '< 50%' },
  ];
  const good = { asks: 'How many fail?', metric: 'availability', answers };
  const problem = (raw: unknown): string => {
    const read = predictions.safeParse(raw);
    return read.success ? 'none' : read.error.issues.map(({ message }) => message).join('\n');
  };

  test('a good one is read, with its bounds in the unit of the figure', () => {
    const read = predictions.parse({ 'b-down': good })['b-down']!;
    expect(read.answers.map(({ least, most, open }) => [least, most, open])).toEqual([[0.99, null, false], [0.5, 0.98, false], [null, 0.5, true]]);
    const slow = { ...good, metric: 'staleness.max', answers: answers.map((one, i) => ({ ...one, is: ['< 250 ms', 'between 250 ms and 1 s', '> 1.5 s'][i]! })) };
    expect(predictions.parse({ 'b-down': slow })['b-down']!.answers.map(({ least, most }) => [least, most])).toEqual([[null, 250], [250, 1000], [1500, null]]);
  });

  test.each([
    ['what goes wrong is unknown', { 'b-dwon': good }, /the nearest valid name is "b-down"/],
    ['the figure is unknown', { 'b-down': { ...good, metric: 'availabilty' } }, /the nearest valid name is "availability"/],
    ['too few answers', { 'b-down': { ...good, answers: answers.slice(0, 2) } }, /expected three or four answers, but found 2/],
    ['two right answers', { 'b-down': { ...good, answers: answers.map((one) => ({ ...one, because: 'It is so.' })) } }, /on the one answer that is right, but found it on 3/],
    ['another run', { 'b-down': { ...good, answers: [...answers.slice(0, 2), { says: 'More.', is: '> itself under normal' }] } }, /expected a comparison with figures/],
    ['a bound in another unit', { 'b-down': { ...good, answers: [...answers.slice(0, 2), { says: 'More.', is: '> 20 ms' }] } }, /expected a bound in a share or %/],
  ])('%s', (_, raw, says) => {
    expect(problem(raw)).toMatch(says);
  });
});
