/** What a reader may share: scenario, step and view, in the address's query. */
import type { View } from './types.ts';

export interface Shared {
  scenario: string;
  step: number;
  view: View;
}

/** What an address asks for: null where it says nothing, and a sentence for each thing it says that does not exist. */
export interface Asked {
  scenario: string | null;
  step: number | null;
  view: View | null;
  notes: string[];
}

/** Reads a query. `stepsOf` counts a scenario's stops; `fallback` is the scenario shown without one. */
export function readAddress(
  query: string, scenarios: readonly string[], fallback: string, stepsOf: (scenario: string) => number,
): Asked {
  const values = new URLSearchParams(query);
  const notes: string[] = [];
  const name = values.get('scenario');
  const scenario = name !== null && scenarios.includes(name) ? name : null;
  if (name !== null && scenario === null) notes.push('The address names a scenario this figure does not have. It shows the first one.');
  const text = values.get('step');
  const count = stepsOf(scenario ?? fallback);
  const number = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
  const step = number !== null && number < count ? number : null;
  if (text !== null && step === null) notes.push(`The address names a step this run does not have. It has steps 0 to ${count - 1}.`);
  const wanted = values.get('view');
  const view = wanted === 'diagram' || wanted === 'sequence' ? wanted : null;
  if (wanted !== null && view === null) notes.push('The address names a view this figure does not have. It shows the diagram.');
  return { scenario, step, view, notes };
}

/** A query for a state, with everything else in `query` kept. */
export function writeAddress(query: string, { scenario, step, view }: Shared): string {
  const values = new URLSearchParams(query);
  values.set('scenario', scenario);
  values.set('step', String(step));
  if (view === 'diagram') values.delete('view');
  else values.set('view', view);
  return `?${values}`;
}
