/** What is kept of the comparison's runs. */
import type { Film } from '../compare/film.ts';
import type { KeptFilms } from '../compare/keep.ts';

const files = import.meta.glob<KeptFilms>('../data/films/*.json', { eager: true, import: 'default' });

/** A picture a mark. @throws when the run was not filmed */
export function filmOf(slug: string, scenario: string): Film {
  const kept = files[`../data/films/${slug}.json`]?.[scenario];
  if (!kept) throw new Error(`src/data/films/${slug}.json: expected the run ${scenario}, but found none; npm run measure adds it`);
  return kept.film;
}
