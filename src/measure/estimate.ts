import { Run } from '../simulation/run.ts';
import type { Fault, Micros, Scenario } from '../simulation/scenario.ts';
import type { Technique, Topology } from '../simulation/technique.ts';

/** The most events a run may take on the command line. */
export const mostEvents = 50_000_000;

const sample = 1000;
const eventsOfPoll = 8;

/**
 * How many events a run will take, about: what a few hundred checkouts and price changes of the same
 * technique take while all are well, times how many there will be, and the polls while B does not answer.
 */
export function estimateEvents(technique: Technique, scenario: Scenario): number {
  const { workload, catalog, faults } = scenario;
  const { checkouts, changes } = expectedOf(scenario);
  const well: Scenario = { ...scenario, faults: [], warmup: 0 };
  const calm = { ...catalog, changes: [], priceChanges: 0 };
  const still = { ...workload, arrivals: 'poisson' as const, rate: 0 };
  const ofCheckout = checkouts === 0 ? 0 : each(technique, { ...well, catalog: calm, workload: { ...workload, arrivals: 'uniform', rate: workload.rate || 1 } }, workload.rate || 1);
  const rate = Math.max(catalog.priceChanges, ...faults.map((fault) => (fault.kind === 'priceChanges' ? fault.rate : 0)), 1e-3);
  const ofChange = changes === 0 ? 0 : each(technique, { ...well, workload: still, catalog: { ...calm, priceChanges: rate } }, rate);
  return Math.round(checkouts * ofCheckout + changes * ofChange + polls(technique, scenario) * eventsOfPoll);
}

/** How many checkouts and price changes a scenario will have, about. */
export function expectedOf({ workload, catalog, duration, faults }: Scenario): { checkouts: number; changes: number } {
  return {
    checkouts: workload.arrivals === 'single' ? 1 + workload.at.length : expected(workload.rate, faults, duration, (rate, fault) =>
      (fault.kind === 'traffic' ? rate * fault.factor : rate)),
    changes: catalog.changes.length + expected(catalog.priceChanges, faults, duration, (rate, fault) =>
      (fault.kind === 'priceChanges' ? Math.max(fault.rate, 0) : rate)),
  };
}

/** How many arrivals are expected at a rate that faults change for a while. */
function expected(base: number, faults: readonly Fault[], duration: Micros, change: (rate: number, fault: Fault) => number): number {
  const edges = [...new Set([0, duration, ...faults.flatMap(({ from, to }) => [from, to])])]
    .filter((t) => t <= duration).toSorted((one, other) => one - other);
  let count = 0;
  for (let index = 0; index + 1 < edges.length; index++) {
    const [from, to] = [edges[index]!, edges[index + 1]!];
    const rate = faults.filter((fault) => fault.from <= from && fault.to > from).reduce(change, base);
    count += rate * (to - from) / 1e6;
  }
  return count;
}

/** The events that each arrival takes, from a run long enough for a few hundred. */
function each(technique: Technique, scenario: Scenario, rate: number): number {
  const duration = Math.ceil(sample / rate * 1e6);
  const run = new Run(technique, { ...scenario, duration }, false);
  run.advance(sample * 200);
  return run.kernel.events / sample * duration / Math.max(1, run.kernel.now);
}

/** How many polls there will be while B does not answer. */
export function polls(technique: Topology, { workload, faults, policies, duration }: Scenario): number {
  if (!('jobs' in technique.participants) || workload.arrivals === 'single') return 0;
  const windows = faults.filter((fault) => 'participant' in fault && fault.participant === 'B');
  return windows.reduce((count, { from, to }) => {
    const span = Math.max(0, Math.min(to, duration) - from);
    const wait = Math.min(workload.patience ?? Infinity, span);
    return count + workload.rate * span / 1e6 * wait / policies.pollInterval;
  }, 0);
}
