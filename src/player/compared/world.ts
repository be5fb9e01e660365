/** What a reader has chosen for all techniques, and the scenario that makes of it. Pure data. */
import { isNone } from '../traffic/knobs.ts';
import { writeSpan, writeValue } from '../traffic/values.ts';
import { realistic } from '../../simulation/parameters.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import { fields, type Field } from './fields.ts';

/** A named scenario: how it differs from the realistic parameters. */
export interface Named {
  name: string;
  changes: Partial<Scenario>;
}

export interface World {
  /** The name of a scenario. */
  scenario: string;
  /** By the name of a field, in its unit. */
  values: Record<string, number>;
}

/** A scenario as it is named, every field where it starts. */
export const asNamed = (scenario: string): World =>
  ({ scenario, values: Object.fromEntries(fields.map(({ name, start }) => [name, start])) });

const valueOf = ({ values }: World, { name, start }: Field): number => values[name] ?? start;

/** The fields that are not as in the named scenario. */
export const changed = (world: World, named: Named): Field[] =>
  fields.filter((field) => valueOf(world, field) !== field.start && (field.set !== null || hasWindow(named)));

/** Whether it goes wrong for a while only: then that while can be moved. */
export const hasWindow = ({ changes }: Named): boolean => (changes.faults ?? []).length > 0;

/** The scenario for a seed; each technique runs under the same. */
export function scenarioOf(named: Named, world: World, seed = 1): Scenario {
  const scenario: Scenario = { ...structuredClone(realistic), ...structuredClone(named.changes), name: named.name, seed };
  for (const field of changed(world, named)) field.set?.(scenario, valueOf(world, field));
  const from = world.values['at']! * 1000;
  const to = Math.min(scenario.duration, from + world.values['for']! * 1000);
  scenario.faults = scenario.faults.map((fault) => ({ ...fault, from, to }));
  return scenario;
}

/** The command that runs a technique in this world. A window is moved by the end that keeps it one at every step. */
export function commandOf(slug: string, named: Named, world: World): string {
  const sets = changed(world, named).flatMap((field) => {
    const value = valueOf(world, field);
    if (field.path === null) return [];
    const aside = field.name === 'ttl' && !isNone(field, value) ? ['policies.cacheAside=true'] : [];
    return [`${field.path}=${writeValue(field, value)}${field.unit === '/s' ? '/s' : ''}`, ...aside];
  });
  const moved = changed(world, named).some(({ set }) => set === null);
  const windows = moved ? scenarioOf(named, world).faults.flatMap(({ from, to }, i) => {
    const both = [`faults.${i}.from=${writeSpan(from / 1000)}`, `faults.${i}.to=${writeSpan(to / 1000)}`];
    return from < named.changes.faults![i]!.to ? both : both.toReversed();
  }) : [];
  return ['npm run --silent simulate --', slug, `--scenario ${named.name}`, ...[...sets, ...windows].map((set) => `--set ${set}`)].join(' ');
}
