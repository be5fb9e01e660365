import { describe, expect, test } from 'vitest';
import { openAddress } from '../../../src/compare/open.ts';
import { frame, type Frame } from '../../../src/player/frame.ts';
import { readCompared } from '../../../src/player/compared/look.ts';
import { asNamed, scenarioOf } from '../../../src/player/compared/world.ts';
import { steps } from '../../../src/player/steps.ts';
import { excerpt } from '../../../src/player/traffic/excerpt.ts';
import { lostOf, outcomesOf } from '../../../src/player/traffic/outcomes.ts';
import { comparedOf } from '../../../src/site/figures.ts';
import { simulate } from '../../../src/simulation/simulate.ts';
import { techniques } from '../../../src/schemas/models.ts';
import { content } from '../measure.ts';

const scenarios = comparedOf(content);
const named = (name: string) => scenarios.find((one) => one.name === name)!;

/** What a frame shows, without the followed shopper and with its times counted from another instant; an empty queue is none. */
function seen({ messages, participants, waits }: Frame, from: number): unknown {
  return {
    messages: messages.map(({ id, progress, fate, sentAt }) => ({ id, progress, fate, sentAt: sentAt - from })),
    waits: waits.map(({ id, who, since, until, left }) => ({ id, who, since: since - from, until: until === null ? null : until - from, left })),
    participants: Object.fromEntries(Object.entries(participants).map(([id, { status, factor, busy, waiting, queues }]) =>
      [id, { status, factor, busy, waiting: waiting.map(mark), queues: Object.fromEntries(Object.entries(queues).filter(([, items]) => items.length > 0).map(([line, items]) => [line, items.map(mark)])) }])),
  };
}

const mark = ({ id, forNobody }: { id: number; forNobody: boolean }): string => `${id}${forNobody ? ' for nobody' : ''}`;

describe.each(Object.keys(techniques))('ten seconds out of a minute of %s', (slug) => {
  const whole = simulate(techniques[slug]!, { ...scenarioOf(named('b-down'), asNamed('b-down')), duration: 32_000_000 });
  const [from, to] = [21_000_000, 31_000_000];
  const part = excerpt(whole, from, to);

  test('show what the whole run shows, once those who waited at its start are gone', () => {
    for (const t of [23.2, 25, 28.123_456, 29.999, 30.05, 30.7]) {
      const at = Math.round(t * 1e6);
      expect(seen(frame(part, at - from), 0), `${t} s`).toEqual(seen(frame(whole, at), from));
      expect(frame(part, at - from).shopper.waited, 'nobody waits longer than patience allows').toBeLessThanOrEqual(2_000_000);
    }
  });

  test('have the same checkouts, step by step, and no time of the whole run', () => {
    const later = outcomesOf(whole).filter(({ began }) => began >= from && began <= to);
    expect(outcomesOf(part).map(({ checkout }) => checkout)).toEqual(later.map(({ checkout }) => checkout));
    for (const { checkout } of lostOf(outcomesOf(part)).slice(0, 5)) {
      expect(steps(part, { checkout }).map(({ t, event }) => [t + from, event?.id])).toEqual(steps(whole, { checkout }).map(({ t, event }) => [t, event?.id]));
    }
    expect(part.scenario.faults).toEqual([{ kind: 'down', participant: 'B', from: 0, to: 9_000_000 }]);
    expect(part.end).toBe(10_000_000);
  });
});

describe('the address of an instant', () => {
  const query = (position: number, values = {}) =>
    new URL(openAddress('/techniques/direct-api-call/', named('b-hang'), { scenario: 'b-hang', values: { ...asNamed('b-hang').values, ...values } }, position), 'http://site').search;

  test('gives the run, the seconds around the instant, and the way back', () => {
    const run = readCompared(query(24_500, { load: 40, at: 22_000 }), scenarios)!;
    expect(run).toMatchObject({ title: 'B hangs', window: { from: 19_500_000, to: 29_500_000 }, position: 5_000_000 });
    expect(run.scenario.faults[0]).toMatchObject({ kind: 'hang', from: 22_000_000, to: 32_000_000 });
    expect(run.scenario.workload.rate).toBe(40);
    expect(new URLSearchParams(run.query).get('scenario')).toBe('b-hang');
  });

  test.each([[0, 0, 0], [1000, 0, 1_000_000], [59_000, 50_000_000, 9_000_000]])('at %d ms the window stays within the run', (position, from, at) => {
    expect(readCompared(query(position), scenarios)).toMatchObject({ window: { from, to: from + 10_000_000 }, position: at });
  });

  test('asks for nothing when it names no scenario', () => {
    expect(readCompared('?break=b-down&position=3s', scenarios)).toBeNull();
    expect(readCompared('?compared=b-gone', scenarios)).toBeNull();
  });
});
