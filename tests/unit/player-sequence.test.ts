import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mermaid } from '../../src/player/mermaid.ts';
import { score } from '../../src/player/score.ts';
import { sequence } from '../../src/player/sequence.ts';
import { steps } from '../../src/player/steps.ts';
import { anyTrace, HOP, message, mug7, scenario, state, traceOf, type Way } from './player-traces.ts';

const buy: Way = ['shopper', 'A', 'request', 'POST /checkout'];
const ask: Way = ['A', 'B', 'request', 'GET /prices'];
const answer: Way = ['B', 'A', 'response', '200 OK'];
const wait = { id: 2, payload: { to: 'B', for: 'answer', until: 460_000, attempt: 1 } };
const work = { id: 2, payload: { pool: 'work', busy: 1, waiting: 0 } };

const trace = traceOf([
  message('send', 0, 1, buy), message('deliver', HOP, 1, buy),
  message('send', 60_000, 2, ask), state(60_000, 'A', 'wait', 'start', wait), message('deliver', 100_000, 2, ask),
  state(100_000, 'B', 'station', 'start', work),
  message('send', 150_000, 3, answer, { answers: 2, payload: { ...mug7 } }),
  state(150_000, 'B', 'station', 'end', work),
  message('lost', 190_000, 3, answer, { answers: 2, payload: { ...mug7 } }),
  state(300_000, 'B', 'status', 'down'),
  state(460_000, 'A', 'wait', 'timeout', wait),
  message('send', 470_000, 4, ask), message('refused', 550_000, 4, ask),
], {
  scenario: { ...scenario, faults: [{ kind: 'loss', probability: 1, of: null, name: null, from: 140_000, to: 900_000 }] },
});
const stops = steps(trace);

describe('the sequence diagram', () => {
  const drawn = sequence(trace, stops);

  test('has its lifelines in reading order', () => {
    expect(drawn.lifelines).toEqual(['shopper', 'A', 'B']);
  });

  test('has an arrow from the sending to the end of each message', () => {
    expect(drawn.arrows.map(({ step, name, start, end, fate, turn }) => [step, name, start, end, fate, turn])).toEqual([
      [1, 'POST /checkout', 0, HOP, 'delivered', null],
      [2, 'GET /prices', 60_000, 100_000, 'delivered', null],
      [3, '200 OK', 150_000, 190_000, 'lost', null],
      [5, 'GET /prices', 470_000, 550_000, 'refused', 510_000],
    ]);
    expect(drawn.arrows[2]!.reach).toBe(0.6);
  });

  test('has a bar where a worker is held and where somebody waits', () => {
    expect(drawn.bars.map(({ who, kind, from, to, ended }) => [who, kind, from, to, ended])).toEqual([
      ['shopper', 'waiting', 0, 550_000, null],
      ['A', 'waiting', 60_000, 460_000, 'timeout'],
      ['B', 'busy', 100_000, 150_000, null],
    ]);
  });

  test('has the faults, cut off at the end of the run', () => {
    expect(drawn.faults.map(({ kind, participant, from, to }) => [kind, participant, from, to])).toEqual([
      ['loss', null, 140_000, 550_000], ['down', 'B', 300_000, 550_000],
    ]);
  });
});

test('the slider’s score has a glyph for each step and the waits of the shopper and of A', () => {
  const { glyphs, waits } = score(trace, stops);
  expect(glyphs.map(({ step, kind, fate, direction }) => [step, kind, fate, direction])).toEqual([
    [1, 'request', 'delivered', 1], [2, 'request', 'delivered', 1], [3, 'response', 'lost', -1],
    [4, null, 'timeout', 0], [5, 'request', 'refused', 1],
  ]);
  expect(waits.map(({ who }) => who)).toEqual(['shopper', 'A']);
});

describe('Mermaid', () => {
  test('gets participants, asks, answers, losses and time-outs', () => {
    expect(mermaid(trace)).toBe(`sequenceDiagram
  participant shopper as Shopper
  participant A as A (checkout)
  participant B as B (product catalog)
  shopper->>A: POST /checkout
  A->>B: GET /prices
  B--xA: 200 OK 12.50 v7 (lost)
  Note over A: time-out after 400 ms
  A-xB: GET /prices (refused)
`);
  });

  test('gets nothing that ends a line or begins a comment', () => {
    const odd = traceOf([message('send', 0, 1, ['A', 'B', 'request', 'a;b#c%%\n{d}']), message('deliver', 1, 1, buy)]);
    expect(mermaid(odd)).toContain('A->>B: a#59;b#35;c#37;#37; #123;d#125;');
  });
});

describe('for any run', () => {
  test('every message has one arrow, which ends where its step is', () => {
    fc.assert(fc.property(anyTrace, (run) => {
      const all = steps(run);
      const { arrows } = sequence(run, all);
      expect(arrows.map(({ step }) => step)).toEqual(all.filter(({ kind }) => kind === 'message').map(({ index }) => index));
      for (const { step, start, end } of arrows) {
        expect(end).toBe(all[step]!.t);
        expect(start).toBeLessThanOrEqual(end);
      }
    }));
  });

  test('Mermaid has a line for each step', () => {
    fc.assert(fc.property(anyTrace, (run) => {
      const lines = mermaid(run).trimEnd().split('\n').filter((line) => /: /.test(line) && !line.includes('participant'));
      expect(lines).toHaveLength(steps(run).length - 1);
    }));
  });
});
