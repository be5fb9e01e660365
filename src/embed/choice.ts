/** What the snippet builder shows, as its address says it. */
import { stateFor, stopsOf } from './catalogue.ts';
import type { Catalogue, CatalogueTechnique } from './catalogue.ts';
import { readParameters, writeParameters } from './parameters.ts';
import type { EmbedState, ParameterName } from './parameters.ts';

/** Column widths of blogs in CSS pixels: two phones, Hugo's, Gatsby's on a wide screen. */
export const widths = [272, 344, 768, 1100] as const;
export type Width = (typeof widths)[number];

export interface Choice {
  technique: CatalogueTechnique;
  state: EmbedState;
  width: Width;
}

const meaning: Record<ParameterName, string> = {
  scenario: 'a scenario that this technique does not have. Shown is the one in which nothing goes wrong',
  step: 'a step that this run does not have. Shown is step 0',
  view: 'a view that there is not. Shown is the diagram',
  theme: 'a theme that there is not. Shown is the light one',
  controls: 'a set of controls that there is not. Shown are all of them',
  autoplay: 'something other than 0 or 1 for autoplay. It is off',
  speed: 'a speed that there is not. It is 1',
};

/**
 * Reads the builder's address. What it names and does not exist gives way to the default.
 * @returns the choice, and a sentence for each name that gave way
 */
export function readChoice(search: string, catalogue: Catalogue): { choice: Choice; notes: string[] } {
  const query = new URLSearchParams(search);
  const notes: string[] = [];
  const slug = query.get('technique');
  const technique = catalogue.find((one) => one.slug === slug) ?? catalogue[0]!;
  if (slug !== null && slug !== technique.slug) notes.push(`The address names a technique that there is not. Shown is ${technique.title}.`);
  const { state, bad } = readParameters(search, stopsOf(technique));
  for (const name of bad) notes.push(`The address names ${meaning[name]}.`);
  const asked = query.get('width');
  const width = widths.find((one) => String(one) === asked);
  if (asked !== null && width === undefined) notes.push(`The address names a width that the builder does not offer. Shown is ${widths[1]} px.`);
  const theme = query.has('theme') && !bad.includes('theme') ? state.theme : 'light';
  return { choice: { technique, state: stateFor(technique, { ...state, theme }), width: width ?? widths[1] }, notes };
}

/** The query that brings the builder back to a choice; empty values are left to their defaults. */
export function writeChoice({ technique, state, width }: Choice): string {
  const query = new URLSearchParams({ technique: technique.slug });
  for (const [name, value] of new URLSearchParams(writeParameters({ ...state, theme: 'auto' }))) query.set(name, value);
  if (state.theme !== 'light') query.set('theme', state.theme);
  if (width !== widths[1]) query.set('width', String(width));
  return `?${query}`;
}
