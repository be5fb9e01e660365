/** What a reader sets for all techniques at once. Ranges keep a run within what a page can compute. */
import { isNone, type Knob } from '../traffic/knobs.ts';
import { range, readValue } from '../traffic/values.ts';
import { realistic } from '../../simulation/parameters.ts';

/** A setting with the unit in which it is typed. */
export interface Field extends Knob {
  typed: 's' | 'ms' | 'a second' | '';
  /** Where the command line sets it; null for those of the fault. */
  path: string | null;
}

const ms = 1000;
const { workload, policies, catalog } = realistic;

const at: Field = { name: 'at', label: 'Breaks at', unit: 'ms', typed: 's', min: 0, max: 59_500, step: 10, start: 20_000, set: null, path: null };
const span: Field = { name: 'for', label: 'Stays broken for', unit: 'ms', typed: 's', min: 100, max: 60_000, step: 10, start: 10_000, set: null, path: null };

export const fields: readonly Field[] = [
  {
    name: 'load', label: 'Shoppers', unit: '/s', typed: 'a second', min: 1, max: 1000, step: 1, start: workload.rate, path: 'workload.rate',
    set: (scenario, value) => { scenario.workload.rate = value; },
  },
  {
    name: 'patience', label: 'A shopper waits', unit: 'ms', typed: 's', min: 100, max: 30_000, step: 100, start: workload.patience! / ms, path: 'workload.patience',
    set: (scenario, value) => { scenario.workload.patience = value * ms; },
  },
  at,
  span,
  {
    name: 'timeout', label: 'Time-out', unit: 'ms', typed: 'ms', min: 10, max: 10_000, step: 1, start: policies.timeout! / ms, path: 'policies.timeout',
    set: (scenario, value) => { scenario.policies.timeout = value * ms; },
  },
  {
    name: 'retries', label: 'Retries', unit: '', typed: '', min: 0, max: 10, step: 1, start: policies.retries, path: 'policies.retries',
    set: (scenario, value) => { scenario.policies.retries = value; },
  },
  {
    name: 'poll', label: 'Poll every', unit: 'ms', typed: 'ms', min: 10, max: 5000, step: 1, start: policies.pollInterval / ms, path: 'policies.pollInterval',
    set: (scenario, value) => { scenario.policies.pollInterval = value * ms; },
  },
  {
    name: 'ttl', label: 'A copy expires after', unit: 'ms', typed: 's', min: 100, max: 60_100, step: 100, start: 60_100, none: true, path: 'policies.cacheTtl',
    set: (scenario, value) => {
      scenario.policies.cacheTtl = value * ms;
      scenario.policies.cacheAside = true;
    },
  },
  {
    name: 'question', label: 'A question expires after', unit: 'ms', typed: 'ms', min: 10, max: 10_010, step: 10, start: 10_010, none: true, path: 'policies.messageTtl',
    set: (scenario, value) => { scenario.policies.messageTtl = value * ms; },
  },
  {
    name: 'changes', label: 'Prices change', unit: '/s', typed: 'a second', min: 0, max: 600, step: 1, start: catalog.priceChanges, path: 'catalog.priceChanges',
    set: (scenario, value) => { scenario.catalog.priceChanges = value; },
  },
];

/** What stands in a field: the number in its own unit, or `none`. */
export function typedOf(field: Field, value: number): string {
  if (isNone(field, value)) return 'none';
  return String(field.typed === 's' ? value / 1000 : value);
}

/** Reads what a reader typed. @returns the value, or the sentence that says what it can be */
export function readTyped(field: Field, text: string): { value: number } | { problem: string } {
  const said = text.trim().toLowerCase();
  const value = readValue(field, field.unit === 'ms' && said !== 'none' ? `${said}${field.typed}` : said);
  return value === null ? { problem: `Here it can be ${range(field)}.` } : { value };
}
