/** What a reader has chosen, and the scenario that makes of it. Pure data; the seed is fixed. */
import { teaching } from '../../simulation/parameters.ts';
import type { Micros, Scenario, Window } from '../../simulation/scenario.ts';
import type { Topology } from '../../simulation/technique.ts';
import { breakages, NOTHING } from './faults.ts';
import { faultKnobs, isNone, knobsOf, type Knob } from './knobs.ts';

export interface Settings {
  /** The name of a breakage, or `nothing`. */
  breakage: string;
  /** By the name of a slider, in its unit. */
  values: Record<string, number>;
}

/** Prices change this often a second, so that a copy has something to miss. */
const PRICE_CHANGES = 1;

/** In this run shoppers and price changes come evenly enough for a breakage at any instant to show what it costs. */
export const SEED = 280;

/** Every slider of a technique, those of the fault included. */
export const allKnobs = (topology: Pick<Topology, 'slug'>): Knob[] => [...faultKnobs, ...knobsOf(topology)];

/** Nothing broken, every slider where it starts. */
export function defaults(topology: Pick<Topology, 'slug'>): Settings {
  return { breakage: NOTHING, values: Object.fromEntries(allKnobs(topology).map(({ name, start }) => [name, start])) };
}

/** The run that the settings ask for: ten seconds of shoppers in the parameters for the eye. */
export function scenarioOf(topology: Pick<Topology, 'slug'>, { breakage, values }: Settings): Scenario {
  const scenario: Scenario = {
    ...structuredClone(teaching), name: breakage === NOTHING ? 'normal' : breakage, seed: SEED,
  };
  scenario.catalog.priceChanges = PRICE_CHANGES;
  for (const knob of knobsOf(topology)) {
    const value = values[knob.name] ?? knob.start;
    if (!isNone(knob, value)) knob.set?.(scenario, value);
  }
  const window = windowOf({ breakage, values }, scenario.duration);
  if (window) scenario.faults = [breakages[breakage]!.fault(window)];
  return scenario;
}

/** From when to when something is broken in a run that ends at `end`; null when nothing is. */
export function windowOf({ breakage, values }: Settings, end: Micros): Window | null {
  const from = values['at']! * 1000;
  return breakages[breakage] ? { from, to: Math.min(end, from + values['for']! * 1000) } : null;
}
