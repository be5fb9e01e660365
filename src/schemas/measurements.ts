import type { z } from 'astro/zod';
import { techniques } from './models.ts';
import { fields, listOf, oneOf, reading, words } from './fields.ts';

const slugs = Object.keys(techniques) as [string, ...string[]];

/** The scenarios under which every technique is measured, in the order in which they are shown. */
export const measuredScenarios: readonly string[] = [
  'normal', 'b-down', 'b-hang', 'b-slow', 'traffic-spike', 'price-change', 'price-storm',
  'database-down', 'broker-down', 'lost-message', 'cold-cache', 'schema-change',
];

/** A list of `path=value`, as the command line takes after --set. */
export const sets = listOf(
  reading<string>((input) => typeof input === 'string' && /^[^=\s]+=/.test(input)
    ? { value: input } : { expected: 'a path and a value, such as policies.retries=0' }),
  'a list of changes, such as [policies.retries=0]',
);

/** A run that is measured beside the named scenarios, because an article tells of it. */
export const measurement = fields({
  name: reading<string>((input) => typeof input === 'string' && /^[a-z][a-z0-9-]*$/.test(input)
    ? { value: input } : { expected: 'a name in small letters, such as deep-queue' }),
  title: words('a title'),
  short: words('a short description'),
  scenario: words('the name of a scenario'),
  set: sets.default([]),
  techniques: listOf(oneOf(slugs), 'a list of techniques'),
});
export type Measurement = z.output<typeof measurement>;

/** The file content/measurements.yaml. */
export const measurementList = listOf(measurement, 'a list of runs, each starting with "- name:"');
