import { fail, unknownName } from './errors.ts';
import { chainOf, type NamedFile } from './runs.ts';

/** The named scenarios, as they were read. */
export type Shelf = ReadonlyMap<string, NamedFile>;

/**
 * A named scenario with all that it extends, the lowest first.
 * @throws ContentError when a name is unknown or the files extend each other in a circle
 */
export function takeScenario(shelf: Shelf, name: string, where: string): NamedFile[] {
  const start = shelf.get(name);
  if (start === undefined) fail(where, [], unknownName(name, [...shelf.keys()], 'a scenario'));
  return chainOf(start, (next, from) => shelf.get(next)
    ?? fail(from.where, ['extends'], unknownName(next, [...shelf.keys()], 'a scenario')));
}
