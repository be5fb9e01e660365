/** The techniques as the site's frame needs them: written or not, in reading order. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { href } from './address.ts';

export interface Technique {
  slug: string;
  /** Name in the navigation. */
  short: string;
  order: number;
  url: string;
  /** Null while nobody has written the article. */
  article: CollectionEntry<'techniques'> | null;
}

const announced: [slug: string, short: string][] = [
  ['shared-data', 'Shared data'],
  ['direct-api-call', 'Direct API call'],
  ['async-polling', 'Call, then poll'],
  ['async-messaging', 'Async messaging'],
  ['cache-with-api-updates', 'Cache, API updates'],
  ['cache-with-update-events', 'Cache, update events'],
];

/** Every technique there is an article for, and those announced but not yet written, by their order. */
export async function techniques(): Promise<Technique[]> {
  const articles = await getCollection('techniques');
  const written = articles.map((article) => ({
    slug: article.id,
    short: article.data.short,
    order: article.data.order,
    url: href(`/techniques/${article.id}/`),
    article,
  }));
  const missing = announced
    .map(([slug, short], index) => ({ slug, short, order: index + 1, url: href(`/techniques/${slug}/`), article: null }))
    .filter(({ slug }) => !written.some((technique) => technique.slug === slug));
  return [...written, ...missing].sort((a, b) => a.order - b.order);
}

/** The written neighbours of a technique in reading order; null at either end. */
export async function neighbours(slug: string): Promise<{ previous: Technique | null; next: Technique | null }> {
  const written = (await techniques()).filter((technique) => technique.article);
  const index = written.findIndex((technique) => technique.slug === slug);
  return { previous: written[index - 1] ?? null, next: written[index + 1] ?? null };
}
