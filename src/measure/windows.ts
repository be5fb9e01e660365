import type { Scenario } from '../simulation/scenario.ts';

/** When something goes wrong: from, to, in seconds, each span of time once. */
export function windowsOf({ faults }: Pick<Scenario, 'faults'>): [number, number][] {
  const seen = new Map(faults.map(({ from, to }) => [`${from} ${to}`, [from / 1e6, to / 1e6] as [number, number]]));
  return [...seen.values()];
}
