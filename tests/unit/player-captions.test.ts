import { describe, expect, test } from 'vitest';
import { captionText, fill } from '../../src/player/caption-parts.ts';
import { captionKeys, captionOf, findCaption } from '../../src/player/captions.ts';
import { duration, money } from '../../src/player/format.ts';
import { steps } from '../../src/player/steps.ts';
import { HOP, message, mug7, mug8, state, traceOf, type Way } from './player-traces.ts';

const buy: Way = ['shopper', 'A', 'request', 'POST /checkout'];
const ask: Way = ['A', 'B', 'request', 'GET /prices'];
const answer: Way = ['B', 'A', 'response', '200 OK'];
const waitOn = (id: number, attempt: number) => ({
  id, payload: { to: 'B', for: 'answer', until: 500_000, attempt },
});
const pauseAfter = (id: number) => ({ id, payload: { to: 'B', for: 'backoff', until: 500_000, attempt: 1 } });

const trace = traceOf([
  message('send', 0, 1, buy, { payload: { sku: 'MUG-1' } }), message('deliver', HOP, 1, buy),
  message('send', 60_000, 2, ask), state(60_000, 'A', 'wait', 'start', waitOn(2, 1)), message('lost', 100_000, 2, ask),
  state(460_000, 'A', 'wait', 'timeout', waitOn(2, 1)),
  state(460_000, 'A', 'wait', 'start', pauseAfter(2)), state(500_000, 'A', 'wait', 'answered', pauseAfter(2)),
  message('send', 500_000, 3, ask), state(500_000, 'A', 'wait', 'start', waitOn(3, 2)),
  message('deliver', 540_000, 3, ask),
  message('send', 560_000, 4, answer, { answers: 3, payload: { ...mug8 } }),
  message('deliver', 600_000, 4, answer, { answers: 3, payload: { ...mug8 } }),
  state(600_000, 'A', 'wait', 'answered', waitOn(3, 2)),
  state(1_240_000, 'shopper', 'wait', 'left', { id: 1, payload: { to: 'A', for: 'patience' } }),
]);
const stops = steps(trace);
const [start, bought, lost, timedOut, asked, answered, left] = stops;
const tried = traceOf([
  message('send', 0, 2, ask), state(0, 'A', 'wait', 'start', waitOn(2, 1)), message('refused', 80_000, 2, ask),
  state(80_000, 'A', 'wait', 'refused', waitOn(2, 1)), state(80_000, 'A', 'wait', 'start', pauseAfter(2)),
]);
const [, refused] = steps(tried);
const say = (template: string, step = stops[5]!) => captionText(fill(template, step, trace));

describe('the keys of a step', () => {
  test('go from the most particular to the most general', () => {
    expect(captionKeys(lost!, stops)).toEqual([
      'A -> B GET /prices lost (1)', 'GET /prices lost (1)', 'A -> B GET /prices (1)', 'GET /prices (1)',
      'A -> B GET /prices lost', 'GET /prices lost', 'A -> B GET /prices', 'GET /prices',
    ]);
  });

  test('count the occurrences of each key along the run', () => {
    expect(captionKeys(asked!, stops)).toContain('GET /prices (2)');
    expect(captionKeys(asked!, stops)).not.toContain('GET /prices (1)');
  });

  test('name the waits that nobody answered', () => {
    expect(captionKeys(timedOut!, stops)).toContain('time-out (1)');
    expect(captionKeys(left!, stops)).toContain('shopper leaves');
  });
});

const story = (captions: Record<string, string>, shared: Record<string, string> = {}) =>
  ({ start: 'Before.', captions, shared });

describe('a caption is found', () => {
  test('at step 0 in the scenario’s start', () => {
    expect(findCaption(start!, stops, story({}))).toEqual({ key: 'start', scope: 'start', template: 'Before.' });
  });

  test('in the scenario before the shared ones, with a number before without', () => {
    const shared = { 'GET /prices (1)': 'shared, first', 'GET /prices': 'shared' };
    expect(findCaption(lost!, stops, story({}, shared))?.template).toBe('shared, first');
    expect(findCaption(asked!, stops, story({}, shared))?.template).toBe('shared');
    expect(findCaption(lost!, stops, story({ 'GET /prices': 'mine' }, shared))?.template).toBe('mine');
  });

  test('under a key that says what became of it before one that does not', () => {
    const captions = { 'GET /prices': 'asked', 'GET /prices lost': 'lost' };
    expect(findCaption(lost!, stops, story(captions))?.template).toBe('lost');
    expect(findCaption(asked!, stops, story(captions))?.template).toBe('asked');
  });

  test('or not at all', () => {
    expect(captionOf(bought!, stops, story({ 'GET /prices': 'asked' }), trace)).toBeNull();
    const named: Way = ['A', 'B', 'request', 'toString'];
    const odd = traceOf([message('send', 0, 1, named), message('deliver', 1, 1, named)]);
    expect(findCaption(steps(odd)[1]!, steps(odd), story({}))).toBeNull();
  });
});

describe('a caption is filled', () => {
  test('with the figures of its exchange', () => {
    expect(say('{at}')).toBe('600 ms');
    expect(say('{waited}')).toBe('100 ms');
    expect(say('{took}')).toBe('100 ms');
    expect(say('{attempt}')).toBe('2');
    expect(say('{waited}', timedOut)).toBe('400 ms');
    expect(captionText(fill('{waited}', refused!, tried))).toBe('80 ms');
    expect(say('{took}', asked)).toBe('40 ms');
    expect(say('{waited}', left)).toBe('1.2 s');
  });

  test('with the price of its message, or else the true one', () => {
    expect(fill('{price}', answered!, trace)).toEqual([{ kind: 'tag', cents: mug8.cents, version: 8 }]);
    expect(fill('{price}', bought!, trace)).toEqual([{ kind: 'tag', cents: mug7.cents, version: 7 }]);
    expect(fill('{price}', start!, trace)).toEqual([{ kind: 'tag', cents: mug7.cents, version: 7 }]);
  });

  test('with a badge where a service is first named, and letters after that', () => {
    expect(fill('A asks B. B’s answer reaches A, ABBA or B-side.', bought!, trace)).toEqual([
      { kind: 'badge', who: 'A' }, { kind: 'text', text: ' asks ' }, { kind: 'badge', who: 'B' },
      { kind: 'text', text: '. B’s answer reaches A, ABBA or B-side.' },
    ]);
  });

  test('and can be read out', () => {
    expect(say('B says {price} to A after {waited}.')).toBe('B says 13.50 (version 8) to A after 100 ms.');
  });
});

test('money and times read as people write them', () => {
  expect([1250, 5, 100_000, -1190].map(money)).toEqual(['12.50', '0.05', '1000.00', '-11.90']);
  expect([0, 250, 2_500, 12_400, 240_000, 999_600, 1_200_000, 2_000_000, 61_000_000].map(duration))
    .toEqual(['0 ms', '0.25 ms', '2.5 ms', '12 ms', '240 ms', '1 s', '1.2 s', '2 s', '61 s']);
});
