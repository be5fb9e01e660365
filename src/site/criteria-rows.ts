/** What the tables of techniques by criteria are made of: each technique with its trade-offs. */
import { getEntry, type CollectionEntry } from 'astro:content';
import { techniques, type Technique } from './techniques.ts';

export interface CriteriaRow extends Technique {
  /** Undefined while nobody has written them. */
  tradeOffs: CollectionEntry<'tradeOffs'>['data']['criteria'] | undefined;
}

/** Every technique, in reading order. */
export async function criteriaRows(): Promise<CriteriaRow[]> {
  return Promise.all((await techniques()).map(async (technique) => ({
    ...technique,
    tradeOffs: (await getEntry('tradeOffs', technique.slug))?.data.criteria,
  })));
}
