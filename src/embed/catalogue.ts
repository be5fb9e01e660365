/** What there is to embed, as plain data: a page hands it to the snippet builder and to the paste check. */
import { defaultState, parameterNames } from './parameters.ts';
import type { ControlSet, EmbedState, ParameterName } from './parameters.ts';
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
  /** The parameters that its embed takes, where it does not take all. */
  parameters?: readonly ParameterName[];
}

/** The name under which the comparison of all techniques is embedded, in the place of a technique's. */
export const comparison = 'compare';

/** The techniques in reading order, then the comparison. */
export type Catalogue = readonly CatalogueTechnique[];

/** The number of stops of each scenario of a technique. */
export function stopsOf({ scenarios }: CatalogueTechnique): Record<string, number> {
  return Object.fromEntries(scenarios.map(({ name, captions }) => [name, captions.length]));
}

/** The parameters that an embed takes. */
export function parametersOf({ parameters = parameterNames }: CatalogueTechnique): readonly ParameterName[] {
  return parameters;
}

/** A state without what the embed does not take. */
export function stateFor(technique: CatalogueTechnique, state: EmbedState): EmbedState {
  return { ...defaultState, ...Object.fromEntries(parametersOf(technique).map((name) => [name, state[name]])) };
}

/** A technique's figure in a state, called by the technique and by what goes wrong. */
export function figureOf(site: string, { slug, title, heights, scenarios }: CatalogueTechnique, state: EmbedState): Figure {
  const scenario = scenarios.find(({ name }) => name === state.scenario);
  const wrong = state.scenario === 'normal' || !scenario ? '' : `: ${scenario.title}`;
  return { site, technique: slug, title: title + wrong, height: heights[state.controls], state };
}
