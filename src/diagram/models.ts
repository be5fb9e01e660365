/** The models, one at a time: a page loads the code of its own technique and no other. */
import type { Technique } from '../simulation/technique.ts';

const loaders = import.meta.glob<Record<string, unknown>>('../techniques/*.ts');
const loaded = new Map<string, Technique>();

const pathOf = (slug: string) => `../techniques/${slug}.ts`;

function isTechnique(value: unknown, slug: string): value is Technique {
  return typeof value === 'object' && value !== null && 'slug' in value && value.slug === slug;
}

/** Loads a technique's model. Throws if there is none of that name. */
export async function loadTechnique(slug: string): Promise<Technique> {
  const known = loaded.get(slug);
  if (known) return known;
  const module = await loaders[pathOf(slug)]?.();
  const technique = module && Object.values(module).find((value) => isTechnique(value, slug));
  if (!isTechnique(technique, slug)) throw new Error(`src/techniques/${slug}.ts: expected a technique ${slug}, found none; add it or correct the name`);
  loaded.set(slug, technique);
  return technique;
}

/** A model that has been loaded before, or null. */
export const loadedTechnique = (slug: string): Technique | null => loaded.get(slug) ?? null;
