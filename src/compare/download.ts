import { commandOf, type Named, type World } from '../player/compared/world.ts';
import { csv } from '../take-away/csv.ts';
import { withUnit } from '../take-away/tables.ts';
import { figures } from './figures.ts';
import type { Result } from './types.ts';

/** What is on show. */
export interface Shown {
  world: World;
  named: Named;
  results: Record<string, Result>;
}

/** The figures on show, a technique and a seed a row. */
export function figuresCsv({ world, results }: Shown): string {
  const rows = runsOf(results).map(({ technique, seed, figures: own }) => [technique, world.scenario, seed, ...figures.map((name) => own[name])]);
  return csv(['technique', 'scenario', 'seed', ...figures.map(withUnit)], rows);
}

/** The same as JSON, with the settings and the command of each technique. Times are milliseconds. */
export function figuresJson({ world, named, results }: Shown): string {
  const commands = Object.fromEntries(Object.keys(results).map((slug) => [slug, commandOf(slug, named, world)]));
  return `${JSON.stringify({ ...world, commands, runs: runsOf(results) }, null, 1)}\n`;
}

/** Hands a text to the reader as a file. */
export function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: name.endsWith('.json') ? 'application/json' : 'text/csv' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function runsOf(results: Record<string, Result>) {
  return Object.entries(results).flatMap(([technique, { seeds }]) => seeds.map((own, index) => ({ technique, seed: index + 1, figures: own })));
}
