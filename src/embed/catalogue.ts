/** What there is to embed, as plain data: a page hands it to the snippet builder and to the paste check. */
import type { ControlSet, EmbedState } from './parameters.ts';
import type { Figure } from './snippets.ts';

export interface CatalogueScenario {
  name: string;
  /** What goes wrong in it, in a few words. */
  title: string;
  /** What each step says, step 0 first. */
  captions: string[];
}

export interface CatalogueTechnique {
  slug: string;
  title: string;
  /** How high a frame has to be, in CSS pixels, by what controls it shows. */
  heights: Record<ControlSet, number>;
  /** In the order of the figure's choices, `normal` first. */
  scenarios: CatalogueScenario[];
}

/** The techniques in reading order. */
export type Catalogue = readonly CatalogueTechnique[];

/** The number of stops of each scenario of a technique. */
export function stopsOf({ scenarios }: CatalogueTechnique): Record<string, number> {
  return Object.fromEntries(scenarios.map(({ name, captions }) => [name, captions.length]));
}

/** A technique's figure in a state, called by the technique and by what goes wrong. */
export function figureOf(site: string, { slug, title, heights, scenarios }: CatalogueTechnique, state: EmbedState): Figure {
  const scenario = scenarios.find(({ name }) => name === state.scenario);
  const wrong = state.scenario === 'normal' || !scenario ? '' : `: ${scenario.title}`;
  return { site, technique: slug, title: title + wrong, height: heights[state.controls], state };
}
