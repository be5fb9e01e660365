/** What a measurement was made from, in sixteen characters. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureNames } from '../schemas/figures.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { seeds } from './measurement.ts';

/**
 * Gives a function that hashes the simulation's text, a technique's model, a resolved scenario, the
 * seeds and the names of the figures: two equal hashes, two equal measurements.
 * @param root the project's folder
 */
export function hasher(root: string): (slug: string, scenario: Scenario) => string {
  const simulation = textsOf(join(root, 'src/simulation'));
  const models = new Map<string, string>();
  return (slug, scenario) => {
    if (!models.has(slug)) models.set(slug, text(join(root, `src/techniques/${slug}.ts`)));
    const hash = createHash('sha256');
    for (const part of [simulation, models.get(slug)!, JSON.stringify(scenario), JSON.stringify([seeds, figureNames])]) {
      hash.update(part).update('\0');
    }
    return hash.digest('hex').slice(0, 16);
  };
}

function textsOf(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts')).toSorted();
  return files.map((name) => `${name}\0${text(join(folder, name))}`).join('\0');
}

/** A file's text with the line ends of any system. */
function text(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
