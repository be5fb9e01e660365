/** The traffic in an address: `?break=b-down&at=3s&for=2s&load=60&timeout=400ms&position=4.2s`. */
import type { Topology } from '../../simulation/technique.ts';
import { breakages, breakagesOf, NOTHING } from '../../player/traffic/faults.ts';
import { sayValue } from '../../player/traffic/knobs.ts';
import { allKnobs, defaults, type Settings } from '../../player/traffic/settings.ts';
import { range, readSpan, readValue, writeSpan, writeValue } from '../../player/traffic/values.ts';

export interface SharedTraffic {
  settings: Settings;
  /** Milliseconds from the start of the run. */
  position: number;
  /** The checkout that is stepped through, or null. */
  checkout: number | null;
}

export interface AskedTraffic extends SharedTraffic {
  /** A sentence for each thing the address asks for that cannot be had. */
  notes: string[];
}

/** The end of the run, in milliseconds. */
const END_MS = 10_000;

/** Whether an address asks for any traffic at all. */
export const asksForTraffic = (query: string, topology: Topology): boolean => {
  const asked = new URLSearchParams(query);
  return ['break', 'position', 'checkout', ...allKnobs(topology).map(({ name }) => name)].some((name) => asked.has(name));
};

/** Reads a query; what it says nothing of, or what cannot be had, is as at the start. */
export function readTraffic(query: string, topology: Topology): AskedTraffic {
  const asked = new URLSearchParams(query);
  const settings = defaults(topology);
  const notes: string[] = [];
  const wanted = asked.get('break');
  if (wanted !== null && wanted !== NOTHING) {
    if (breakagesOf(topology).includes(wanted)) settings.breakage = wanted;
    else if (wanted in breakages) notes.push(`The address breaks something that this technique does not have: ${wanted}. Nothing is broken here.`);
    else notes.push('The address breaks something that this figure does not know. Nothing is broken here.');
  }
  for (const knob of allKnobs(topology)) {
    const text = asked.get(knob.name);
    if (text === null) continue;
    const value = readValue(knob, text);
    if (value !== null) settings.values[knob.name] = value;
    else notes.push(`The address asks for ${knob.name}=${text.slice(0, 20)}. ${knob.label} can be ${range(knob)}; it is ${sayValue(knob, knob.start)} here.`);
  }
  const place = asked.get('position');
  const position = place === null ? 0 : readSpan(place);
  if (position === null || position > END_MS) notes.push('The address names an instant that this run does not have. It lasts 10 s.');
  const number = asked.get('checkout');
  const checkout = number !== null && /^\d{1,6}$/.test(number) ? Number(number) : null;
  if (number !== null && checkout === null) notes.push('The address names a checkout in a way that this figure does not know.');
  return { settings, position: position === null || position > END_MS ? 0 : position, checkout, notes };
}

/** A query for a state, with everything else in `query` kept. What is as at the start is left out. */
export function writeTraffic(query: string, topology: Topology, { settings, position, checkout }: SharedTraffic): string {
  const values = new URLSearchParams(query);
  values.set('break', settings.breakage);
  for (const knob of allKnobs(topology)) {
    const value = settings.values[knob.name] ?? knob.start;
    const ofFault = knob.set === null && settings.breakage !== NOTHING;
    if (value === knob.start && !ofFault) values.delete(knob.name);
    else values.set(knob.name, writeValue(knob, value));
  }
  if (position > 0) values.set('position', writeSpan(Math.round(position)));
  else values.delete('position');
  if (checkout === null) values.delete('checkout');
  else values.set('checkout', String(checkout));
  return `?${values}`;
}
