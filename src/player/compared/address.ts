/** The comparison in an address: `?scenario=b-down&load=200&at=15s&for=5s&position=18s`. */
import { sayValue } from '../traffic/knobs.ts';
import { range, readSpan, readValue, writeSpan, writeValue } from '../traffic/values.ts';
import { fields } from './fields.ts';
import { asNamed, changed, type Named, type World } from './world.ts';

export interface Shared {
  world: World;
  /** Milliseconds from the start of the run. */
  position: number;
}

export interface Asked {
  world: World;
  /** Null where the address says nothing of it. */
  position: number | null;
  /** A sentence for each thing the address asks for that cannot be had. */
  notes: string[];
}

/** What an address can say of the comparison. */
export const names: readonly string[] = ['scenario', 'position', ...fields.map(({ name }) => name)];

/** Whether an address names a state of the comparison. */
export const asksForWorld = (query: string): boolean => {
  const asked = new URLSearchParams(query);
  return names.some((name) => asked.has(name));
};

/** Reads a query; what it says nothing of, or what cannot be had, is as in `first`. @param end length of a run, milliseconds */
export function readWorld(query: string, scenarios: readonly Named[], first: string, end: number): Asked {
  const asked = new URLSearchParams(query);
  const notes: string[] = [];
  const wanted = asked.get('scenario');
  const named = scenarios.find(({ name }) => name === (wanted ?? first));
  if (!named) notes.push('The address names a scenario that is not compared here. This is the first one.');
  const world = asNamed(named?.name ?? first);
  for (const field of fields) {
    const text = asked.get(field.name);
    if (text === null) continue;
    const value = readValue(field, text);
    if (value !== null) world.values[field.name] = value;
    else notes.push(`The address asks for ${field.name}=${text.slice(0, 20)}. ${field.label}: ${range(field)}; it is ${sayValue(field, field.start)} here.`);
  }
  const place = asked.get('position');
  const position = place === null ? null : readSpan(place);
  const there = position !== null && position <= end;
  if (place !== null && !there) notes.push(`The address names an instant that this run does not have. It lasts ${writeSpan(end).replace('s', ' s')}.`);
  return { world, position: there ? position : null, notes };
}

/** A query for a state, with everything else in `query` kept. What is as named is left out. */
export function writeWorld(query: string, named: Named, { world, position }: Shared): string {
  const values = new URLSearchParams(query);
  for (const name of names) values.delete(name);
  values.set('scenario', world.scenario);
  for (const field of changed(world, named)) values.set(field.name, writeValue(field, world.values[field.name]!));
  values.set('position', writeSpan(Math.round(position)));
  return `?${values}`;
}
