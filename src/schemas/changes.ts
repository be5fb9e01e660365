import { realistic } from '../simulation/parameters.ts';
import type { Scenario } from '../simulation/scenario.ts';

/** What a scenario has that the realistic parameters have not. */
export function changesOf(scenario: Scenario): Partial<Scenario> {
  const before: Record<string, unknown> = { ...realistic };
  const same = (key: string, value: unknown) => key === 'name' || key === 'seed' || JSON.stringify(value) === JSON.stringify(before[key]);
  return Object.fromEntries(Object.entries(scenario).filter(([key, value]) => !same(key, value)));
}
