/** The techniques as the site's frame needs them, in reading order. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { href } from './address.ts';

export interface Technique {
  slug: string;
  /** Name in the navigation. */
  short: string;
  order: number;
  url: string;
  article: CollectionEntry<'techniques'>;
}

/** Every technique that there is an article for, by their order. */
export async function techniques(): Promise<Technique[]> {
  return (await getCollection('techniques')).map((article) => ({
    slug: article.id,
    short: article.data.short,
    order: article.data.order,
    url: href(`/techniques/${article.id}/`),
    article,
  })).sort((one, other) => one.order - other.order);
}

/** The neighbours of a technique in reading order; null at either end. */
export async function neighbours(slug: string): Promise<{ previous: Technique | null; next: Technique | null }> {
  const all = await techniques();
  const index = all.findIndex((technique) => technique.slug === slug);
  return { previous: all[index - 1] ?? null, next: all[index + 1] ?? null };
}
