import { describe, expect, test } from 'vitest';
import { Computer, type Answer, type Wish } from '../../../src/diagram/traffic/compute.ts';
import type { Helper } from '../../../src/diagram/traffic/hire.ts';
import { computeInSlices, workInSlices, type Computed } from '../../../src/diagram/traffic/slices.ts';
import { atOnce } from '../../../src/player/pieces.ts';
import { prepare } from '../../../src/player/traffic/prepare.ts';
import { defaults, scenarioOf } from '../../../src/player/traffic/settings.ts';
import { indexOf } from '../../../src/player/trace-index.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { techniques } from '../../../src/schemas/models.ts';

const technique = techniques['direct-api-call']!;
const wish = (breakage: string) => scenarioOf(technique, { ...defaults(technique), breakage });

/** A clock of its own: a millisecond passes at every look at it. */
function ticking(): () => number {
  let ms = 0;
  return () => { ms += 1; return ms; };
}
const soon = () => Promise.resolve();
const settle = async (turns = 5000) => { for (let i = 0; i < turns; i += 1) await Promise.resolve(); };

describe('in slices', () => {
  test('a run is the same as in one go', async () => {
    const sliced = await computeInSlices(technique, wish('b-down'), { slice: 6, now: ticking(), pause: soon, wanted: () => true });
    expect(sliced!.trace).toEqual(simulate(technique, wish('b-down')));
  });

  test('no slice goes on for longer than it may', async () => {
    let looks = 0;
    let longest = 0;
    const now = () => { looks += 1; longest = Math.max(longest, looks); return looks; };
    await computeInSlices(technique, wish('nothing'), { slice: 6, now, pause: async () => { looks = 0; }, wanted: () => true });
    expect(longest).toBeLessThanOrEqual(8);
  });

  test('a run that is no longer wanted is dropped at the next pause', async () => {
    let pauses = 0;
    const dropped = await computeInSlices(technique, wish('nothing'), {
      slice: 2, now: ticking(), pause: async () => { pauses += 1; }, wanted: () => pauses < 3,
    });
    expect(dropped).toBeNull();
    expect(pauses).toBe(3);
  });

  test('a run is made ready as in one go, and no slice goes on for longer than it may', async () => {
    const [trace, same] = [simulate(technique, wish('b-hang')), simulate(technique, wish('b-hang'))];
    let looks = 0;
    const slices: number[] = [];
    const slicing = { slice: 6, now: () => { looks += 1; return looks; }, pause: async () => { slices.push(looks); looks = 0; }, wanted: () => true };
    const over = await workInSlices(prepare(trace), slicing);
    expect(over).toEqual(atOnce(prepare(same)));
    const { messages, drawnMessages, waits, shoppers } = indexOf(trace);
    const expected = indexOf(same);
    expect([...messages.values()]).toEqual([...expected.messages.values()]);
    expect([waits, [...shoppers.values()], drawnMessages.at(4_000_000)]).toEqual([expected.waits, [...expected.shoppers.values()], expected.drawnMessages.at(4_000_000)]);
    expect(slices.length).toBeGreaterThan(5);
    expect(Math.max(...slices)).toBeLessThanOrEqual(8);
  });

  test('a run that is no longer wanted is not made ready', async () => {
    const slicing = { slice: 2, now: ticking(), pause: soon, wanted: () => false };
    expect(await workInSlices(prepare(simulate(technique, wish('b-down'))), slicing)).toBeNull();
  });
});

describe('without a helper', () => {
  const slicing = { slice: 2, now: ticking(), pause: soon };

  test('only the last of several wishes is answered', async () => {
    const done: Computed[] = [];
    const computer = new Computer(technique, () => null, (one) => done.push(one), slicing);
    computer.ask(wish('b-down'));
    computer.ask(wish('b-hang'));
    computer.ask(wish('b-slow'));
    await settle();
    expect(done.map(({ trace }) => trace.scenario.name)).toEqual(['b-slow']);
  });

  test('nothing is answered after a stop', async () => {
    const done: Computed[] = [];
    const computer = new Computer(technique, () => null, (one) => done.push(one), slicing);
    computer.ask(wish('b-down'));
    computer.stop();
    await settle();
    expect(done).toEqual([]);
  });

  test('nor is it an error when hiring one throws', async () => {
    const done: Computed[] = [];
    const computer = new Computer(technique, () => { throw new Error('no workers here'); }, (one) => done.push(one), slicing);
    computer.ask(wish('b-down'));
    await settle();
    expect(done).toHaveLength(1);
  });
});

describe('with a helper', () => {
  function hired() {
    const wishes: Wish[] = [];
    const done: Computed[] = [];
    const told: { hear?: (answer: Answer) => void; broken?: () => void; dismissed: number } = { dismissed: 0 };
    const helper: Helper<Wish> = { ask: (one) => wishes.push(one), dismiss: () => { told.dismissed += 1; } };
    const computer = new Computer(technique, (hear, broken) => {
      Object.assign(told, { hear, broken });
      return helper;
    }, (one) => done.push(one), { slice: 2, now: ticking(), pause: soon });
    const answer = (ticket: number, breakage: string) => {
      const { events, ...trace } = simulate(technique, wish(breakage));
      told.hear!({ ticket, events: events.slice(0, 100) });
      told.hear!({ ticket, events: events.slice(100) });
      told.hear!({ ticket, rest: { trace, metrics: {} as Computed['metrics'] } });
    };
    return { computer, wishes, done, told, answer };
  }

  test('the parts of a run are put together', async () => {
    const { computer, wishes, done, answer } = hired();
    computer.ask(wish('b-down'));
    answer(wishes[0]!.ticket, 'b-down');
    await settle();
    expect(done[0]!.trace).toEqual(simulate(technique, wish('b-down')));
  });

  test('answers to an earlier wish are dropped, also while they are made ready', async () => {
    const { computer, wishes, done, answer } = hired();
    computer.ask(wish('b-down'));
    computer.ask(wish('b-hang'));
    answer(wishes[0]!.ticket, 'b-down');
    answer(wishes[1]!.ticket, 'b-hang');
    computer.ask(wish('b-slow'));
    await settle();
    expect(done).toEqual([]);
    answer(wishes[2]!.ticket, 'b-slow');
    await settle();
    expect(done.map(({ trace }) => trace.scenario.name)).toEqual(['b-slow']);
  });

  test('when it breaks, the page goes on by itself', async () => {
    const { computer, done, told } = hired();
    computer.ask(wish('b-slow'));
    told.broken!();
    await settle();
    expect(told.dismissed).toBe(1);
    expect(done.map(({ trace }) => trace.scenario.name)).toEqual(['b-slow']);
  });
});
