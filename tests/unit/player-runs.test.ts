/** The player over real runs of every technique, in worlds made by rule. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { frame } from '../../src/player/frame.ts';
import { Playback } from '../../src/player/playback.ts';
import { steps } from '../../src/player/steps.ts';
import { resolveScenario } from '../../src/schemas/resolve.ts';
import type { Fault, Micros, ParticipantId, Scenario } from '../../src/simulation/scenario.ts';
import { simulate } from '../../src/simulation/simulate.ts';
import type { Trace } from '../../src/simulation/trace.ts';
import { techniques } from '../../src/schemas/models.ts';

const base = resolveScenario([{ where: 'a test', layer: { parameters: 'teaching' } }]);

const span = (max: Micros) => fc.integer({ min: 0, max });
const window = fc.tuple(span(1_000_000), span(1_000_000)).map(([from, length]) => ({ from, to: from + length + 1 }));
const participant = fc.constantFrom<ParticipantId[]>('A', 'B', 'orders', 'catalog', 'database', 'broker', 'cache', 'consumer', 'relay');
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('down' as const, 'hang' as const), participant, window }),
  fc.record({ kind: fc.constant('slow' as const), participant, window, factor: fc.constantFrom(2, 20) }),
  fc.record({ kind: fc.constant('loss' as const), window, probability: fc.constantFrom(0.2, 1) }),
  fc.record({ kind: fc.constant('schemaChange' as const), window }),
).map(({ window: { from, to }, ...rest }) => ({ of: null, name: null, ...rest, from, to }) as Fault);

const world: fc.Arbitrary<Scenario> = fc.record({
  seed: fc.nat(1000), hop: fc.constantFrom(0, 250, 40_000), storeHop: fc.constantFrom(0, 30_000),
  at: fc.array(span(800_000), { maxLength: 3 }), changes: fc.array(span(800_000), { maxLength: 3 }),
  patience: fc.constantFrom(1_200_000, 300_000, null), timeout: fc.constantFrom(400_000, 50_000, null),
  faults: fc.array(fault, { maxLength: 3 }),
}).map(({ seed, hop, storeHop, at, changes, patience, timeout, faults }) => ({
  ...base, seed, faults, duration: 4_000_000,
  workload: { ...base.workload, arrivals: 'single', at, patience },
  catalog: { ...base.catalog, products: 1, priceChanges: 0, changes: changes.map((t) => ({ at: t, product: 1 })) },
  network: {
    ...base.network,
    hop: { distribution: 'constant', mean: hop }, storeHop: { distribution: 'constant', mean: storeHop },
  },
  policies: { ...base.policies, timeout },
}));

const run: fc.Arbitrary<Trace> = fc.tuple(fc.constantFrom(...Object.values(techniques)), world)
  .map(([technique, scenario]) => simulate(technique, scenario));

const check = (property: (trace: Trace) => void) => fc.assert(fc.property(run, property), { numRuns: 60 });

test('time never goes back, and every message is in exactly one step', () => {
  check((trace) => {
    const times = trace.events.map(({ t }) => t);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const sent = trace.events.filter(({ type }) => type === 'send').map(({ id }) => id);
    const stopped = steps(trace).filter(({ kind }) => kind === 'message').map(({ event }) => event!.id);
    expect(stopped.toSorted((a, b) => a - b)).toEqual(sent.toSorted((a, b) => a - b));
  });
});

test('at each step what is drawn is under way, within its bounds, and what the step speaks of is there', () => {
  check((trace) => {
    for (const { t, kind, event } of steps(trace)) {
      const { messages, waits } = frame(trace, t);
      expect(messages.filter(({ progress, sentAt }) => progress < 0 || progress > 1 || sentAt > t)).toEqual([]);
      expect(waits.filter(({ left }) => left !== null && (left < 0 || left > 1))).toEqual([]);
      const shown = kind === 'wait' ? waits : messages;
      expect(kind === 'start' || shown.some(({ id }) => id === event!.id)).toBe(true);
    }
  });
});

test('a story cut short ends at its duration, so a message sent just before is seen on its way', () => {
  const whole = simulate(techniques['direct-api-call']!, { ...base, workload: { ...base.workload, arrivals: 'single' } });
  const asked = whole.events.find(({ type, to }) => type === 'send' && to === 'B')!;
  expect(whole.end).toBe(whole.events.at(-1)!.t);
  const cut = simulate(techniques['direct-api-call']!, { ...whole.scenario, duration: asked.t + 1 });
  expect([cut.events.at(-1)!.t, cut.end]).toEqual([asked.t, asked.t + 1]);
  expect(frame(cut, steps(cut).at(-1)!.t).messages).toMatchObject([{ id: asked.id, to: 'B', fate: 'flying' }]);
});

test('no more are busy than there are workers, and no more wait than there are places, durable jobs apart', () => {
  check((trace) => {
    const shoppers = 1 + trace.scenario.workload.at.length;
    for (const { t } of steps(trace)) {
      const beyond = Object.entries(frame(trace, t).participants).filter(([, { busy, workers, waiting, places }]) =>
        busy < 0 || busy > (workers ?? Infinity) || waiting.length > (places ?? Infinity) + shoppers);
      expect(beyond).toEqual([]);
    }
  });
});

test('going forward and back is where you were', () => {
  check((trace) => {
    const playback = new Playback(trace);
    for (const { index, t } of playback.state.steps.slice(0, -1)) {
      const before = frame(trace, playback.t);
      playback.next();
      playback.tick(350);
      playback.previous();
      expect([playback.state.step, playback.t]).toEqual([index, t]);
      expect(frame(trace, playback.t)).toEqual(before);
      playback.seekStep(index + 1);
    }
  });
});
