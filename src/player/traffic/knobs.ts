/** The sliders of the traffic: what each sets in a scenario, and how its value is said. Spans are milliseconds. */
import { duration } from '../format.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { Topology } from '../../simulation/technique.ts';

export interface Knob {
  name: string;
  label: string;
  unit: 'ms' | '/s' | '';
  min: number;
  max: number;
  step: number;
  start: number;
  /** The last place of the slider switches the policy off. */
  none?: boolean;
  /** Null for those that make the fault itself. */
  set: ((scenario: Scenario, value: number) => void) | null;
}

const ms = 1000;

const at: Knob = { name: 'at', label: 'Breaks at', unit: 'ms', min: 0, max: 9500, step: 10, start: 3000, set: null };
const span: Knob = { name: 'for', label: 'Stays broken for', unit: 'ms', min: 250, max: 5000, step: 250, start: 2000, set: null };
/** When it breaks, and for how long. */
export const faultKnobs = [at, span];

const load: Knob = {
  name: 'load', label: 'Shoppers', unit: '/s', min: 2, max: 60, step: 1, start: 10,
  set: ({ workload }, value) => { workload.rate = value; },
};
const timeout: Knob = {
  name: 'timeout', label: 'Time-out', unit: 'ms', min: 100, max: 1200, step: 50, start: 400,
  set: ({ policies }, value) => { policies.timeout = value * ms; },
};
const retries: Knob = {
  name: 'retries', label: 'Retries', unit: '', min: 0, max: 5, step: 1, start: 2,
  set: ({ policies }, value) => { policies.retries = value; },
};
const poll: Knob = {
  name: 'poll', label: 'Poll every', unit: 'ms', min: 50, max: 1000, step: 50, start: 250,
  set: ({ policies }, value) => { policies.pollInterval = value * ms; },
};
const relay: Knob = {
  name: 'relay', label: 'Outbox read every', unit: 'ms', min: 0, max: 1000, step: 50, start: 100,
  set: ({ policies }, value) => { policies.relayInterval = value * ms; },
};
const messageTtl: Knob = {
  name: 'ttl', label: 'A question expires after', unit: 'ms', min: 100, max: 1300, step: 100, start: 1300, none: true,
  set: ({ policies }, value) => { policies.messageTtl = value * ms; },
};
const cacheTtl: Knob = {
  name: 'ttl', label: 'A copy expires after', unit: 'ms', min: 500, max: 5500, step: 500, start: 5500, none: true,
  set: ({ policies }, value) => {
    policies.cacheTtl = value * ms;
    policies.cacheAside = true;
  },
};

const bySlug: Record<string, Knob[]> = {
  'direct-api-call': [timeout, retries],
  'async-polling': [poll, timeout, retries],
  'async-messaging': [messageTtl],
  'cache-with-api-updates': [cacheTtl],
  'cache-with-update-events': [relay, cacheTtl],
};

/** The sliders that a technique has a use for, the load first. */
export const knobsOf = ({ slug }: Pick<Topology, 'slug'>): Knob[] => [load, ...(bySlug[slug] ?? [])];

/** Whether a value switches its policy off. */
export const isNone = ({ none, max }: Knob, value: number): boolean => none === true && value >= max;

/** A value in words: "400 ms", "10 a second", "none". */
export function sayValue(knob: Knob, value: number): string {
  if (isNone(knob, value)) return 'none';
  if (knob.unit === 'ms') return value >= 1000 ? `${Number((value / 1000).toFixed(2))} s` : duration(value * ms);
  return knob.unit === '/s' ? `${value} a second` : String(value);
}
