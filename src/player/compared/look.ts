/** A few seconds of a run of the comparison, as an address of a technique's own figure asks for them. */
import type { Scenario, Window } from '../../simulation/scenario.ts';
import { readWorld } from './address.ts';
import { scenarioOf, type Named } from './world.ts';

export interface ComparedRun {
  title: string;
  scenario: Scenario;
  /** What is shown of it. */
  window: Window;
  /** The instant on show, in microseconds from the start of the window. */
  position: number;
  /** The query under which the comparison shows it. */
  query: string;
}

/** How much is shown, in microseconds, and how much of that lies before the instant. */
const SHOWN = 10_000_000;
const BEFORE = 5_000_000;

/** What a query asks for by `compared=b-down`; null when it asks for nothing of the kind. */
export function readCompared(query: string, scenarios: readonly (Named & { title: string })[]): ComparedRun | null {
  const asked = new URLSearchParams(query);
  const name = asked.get('compared');
  const named = scenarios.find((one) => one.name === name);
  if (!named) return null;
  asked.delete('compared');
  asked.set('scenario', named.name);
  const { world, position } = readWorld(String(asked), scenarios, named.name, Infinity);
  const scenario = scenarioOf(named, world);
  const at = Math.min(scenario.duration, (position ?? 0) * 1000);
  const from = Math.max(0, Math.min(scenario.duration - SHOWN, at - BEFORE));
  return { title: named.title, scenario, window: { from, to: from + SHOWN }, position: at - from, query: `?${asked}` };
}
