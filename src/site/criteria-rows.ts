/** What the tables of techniques by criteria are made of: each written technique with its trade-offs. */
import { getEntry, type CollectionEntry } from 'astro:content';
import { techniques, type Technique } from './techniques.ts';

export interface CriteriaRow extends Technique {
  /** Undefined while nobody has written them. */
  tradeOffs: CollectionEntry<'tradeOffs'>['data']['criteria'] | undefined;
}

/** The techniques there is an article for, in reading order. */
export async function criteriaRows(): Promise<CriteriaRow[]> {
  const written = (await techniques()).filter(({ article }) => article);
  return Promise.all(written.map(async (technique) => ({
    ...technique,
    tradeOffs: (await getEntry('tradeOffs', technique.slug))?.data.criteria,
  })));
}
