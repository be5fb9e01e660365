import { meanOf } from '../simulation/random.ts';
import { Run } from '../simulation/run.ts';
import type { Fault, Micros, Scenario } from '../simulation/scenario.ts';
import type { Technique, Topology } from '../simulation/technique.ts';

/** The most events a run may take on the command line. */
export const mostEvents = 50_000_000;

/** How many arrivals are tried: as many as this gives events for, since one may wait very long. */
const samples = [300, 10, 1];
const budget = 100_000;
const eventsOfPoll = 8;
const slices = 1000;

/**
 * How many events a run will take, about: what a few hundred checkouts of the technique take to their end under
 * each set of faults that the scenario has at one time, and price changes while all are well, times how many there
 * will be. Where jobs pile up at B, the polls for them are reckoned.
 */
export function estimateEvents(technique: Technique, scenario: Scenario): number {
  const { workload, catalog, faults, duration } = scenario;
  if (workload.arrivals === 'single') return ofStory(technique, scenario);
  const calm: Scenario = { ...scenario, warmup: 0, catalog: { ...catalog, changes: [], priceChanges: 0 }, workload: { ...workload, arrivals: 'uniform' } };
  const spells = spellsOf(scenario);
  const most = budget / spells.length;
  const ofCheckouts = spells.map(({ rate, span, checkouts, active }) => checkouts && checkouts * each((from, to) => new Run(technique, {
    ...calm,
    duration: to,
    workload: { ...calm.workload, rate: Math.max(rate, 1) },
    faults: [...active.map((fault) => ({ ...fault, from: 0, to })), { kind: 'traffic', factor: 0, from, to }],
  }, false), rate, Math.min(workload.patience ?? span, span), most));
  const { changes } = expectedOf(scenario);
  const rate = Math.max(catalog.priceChanges, ...faults.map((fault) => (fault.kind === 'priceChanges' ? fault.rate : 0)), 1);
  const ofChanges = changes && changes * each((from, to) => new Run(technique, {
    ...calm,
    duration: to,
    workload: { ...calm.workload, rate: 0 },
    catalog: { ...calm.catalog, priceChanges: rate },
    faults: [{ kind: 'priceChanges', rate: 0, from, to }],
  }, false), rate, duration, budget);
  const sum = ofCheckouts.reduce((total, events) => total + events, ofChanges);
  return Math.round(Math.max(sum, polls(technique, scenario) * eventsOfPoll));
}

/** How many checkouts and price changes a scenario will have, about. */
export function expectedOf({ workload, catalog, duration, faults }: Scenario): { checkouts: number; changes: number } {
  const spells = weatherOf(faults, duration);
  const count = (rateIn: (active: Fault[]) => number) => spells.reduce((sum, { from, to, active }) => sum + rateIn(active) * (to - from) / 1e6, 0);
  return {
    checkouts: workload.arrivals === 'single' ? 1 + workload.at.length : count((active) => rateOf(workload.rate, active)),
    changes: catalog.changes.length + count((active) => active.reduce((rate, fault) => (fault.kind === 'priceChanges' ? fault.rate : rate), catalog.priceChanges)),
  };
}

/** How many polls there will be for jobs that wait for a worker of B, by the rates at which they come and are done. */
export function polls(technique: Topology, { workload, participants: { B }, faults, policies, duration }: Scenario): number {
  if (!('jobs' in technique.participants) || workload.arrivals === 'single') return 0;
  const slice = duration / slices;
  let waiting = 0;
  let count = 0;
  for (let t = 0; t < duration; t += slice) {
    const active = faults.filter(({ from, to }) => from <= t && to > t);
    const coming = rateOf(workload.rate, active) / 1e6;
    const done = (B.workers ?? Infinity) / (meanOf(B.serviceTime) * slowness(active));
    waiting = Math.max(0, Math.min(waiting + (coming - done) * slice, B.queue ?? Infinity));
    count += Math.min(waiting, workload.patience === null ? waiting : coming * workload.patience) * slice / policies.pollInterval;
  }
  return count;
}

/** A story is run, as far as `budget` goes. */
function ofStory(technique: Technique, scenario: Scenario): number {
  const run = new Run(technique, scenario, false);
  const complete = run.advance(budget);
  return complete ? run.kernel.events : Math.round(run.kernel.events * scenario.duration / Math.max(1, run.kernel.now));
}

/** The events that each arrival takes until all have ended. @param life how long the last may take */
function each(runOf: (from: Micros, to: Micros) => Run, rate: number, life: Micros, most: number): number {
  for (const count of samples) {
    const from = Math.ceil((count + 0.5) / Math.max(rate, 1) * 1e6);
    const run = runOf(from, from + life);
    if (run.advance(most)) return run.kernel.events / count;
    if (count === 1) return run.kernel.events * (from + life) / Math.max(1, run.kernel.now);
  }
  return 0;
}

interface Weather {
  from: Micros;
  to: Micros;
  active: Fault[];
}

/** The spans of a run in which the same faults hold. */
function weatherOf(faults: readonly Fault[], duration: Micros): Weather[] {
  const edges = [...new Set([0, duration, ...faults.flatMap(({ from, to }) => [from, to])])]
    .filter((t) => t <= duration).toSorted((one, other) => one - other);
  return edges.slice(1).map((to, index) => {
    const from = edges[index]!;
    return { from, to, active: faults.filter((fault) => fault.from <= from && fault.to > from) };
  });
}

/** The weathers of a run, each once: how long it holds at a stretch, and how many checkouts begin in it. */
function spellsOf({ workload, faults, duration }: Scenario): { rate: number; span: Micros; checkouts: number; active: Fault[] }[] {
  const spells = new Map<string, { rate: number; span: Micros; checkouts: number; active: Fault[] }>();
  for (const { from, to, active: all } of weatherOf(faults, duration)) {
    const rate = rateOf(workload.rate, all);
    const active = all.filter(({ kind }) => kind !== 'traffic' && kind !== 'priceChanges');
    const key = JSON.stringify([rate, active.map((fault) => ({ ...fault, from: 0, to: 0 }))]);
    const spell = spells.get(key) ?? { rate, span: 0, checkouts: 0, active };
    spells.set(key, { ...spell, span: Math.max(spell.span, to - from), checkouts: spell.checkouts + rate * (to - from) / 1e6 });
  }
  return [...spells.values()];
}

function rateOf(base: number, active: readonly Fault[]): number {
  return active.reduce((rate, fault) => (fault.kind === 'traffic' ? rate * fault.factor : rate), base);
}

/** How many times longer B takes: for ever while it does not work. */
function slowness(active: readonly Fault[]): number {
  return active.reduce((factor, fault) => {
    if (!('participant' in fault) || fault.participant !== 'B') return factor;
    return fault.kind === 'slow' ? factor * fault.factor : Infinity;
  }, 1);
}
