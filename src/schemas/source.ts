import type { z } from 'astro/zod';
import { fields, listOf, oneOf, reading, whole, words } from './fields.ts';

/** An entry of the bibliography. `known` says how well we know what it says. */
export const source = fields({
  key: reading<string>((input) => typeof input === 'string' && /^[A-Z][A-Z0-9-]*$/.test(input)
    ? { value: input } : { expected: 'a key in capitals, such as AZ-ARR' }),
  title: words('the title of the source'),
  author: words('who wrote it'),
  year: whole('a year', 1900, 2100).optional(),
  url: reading<string>((input) => typeof input === 'string' && URL.canParse(input) && /^https?:/.test(input)
    ? { value: input } : { expected: 'a web address' }),
  known: oneOf(['read', 'excerpt', 'second-hand', 'memory']),
});
export type Source = z.output<typeof source>;

/** The file content/sources.yaml. */
export const sourceList = listOf(source, 'a list of sources, each starting with "- key:"');
