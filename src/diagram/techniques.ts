/** What the figures of a technique need: its model and its runs, loaded when the first of them wakes. */
import runs from 'virtual:runs';
import type { Technique } from '../simulation/technique.ts';
import { loadedTechnique, loadTechnique } from './models.ts';
import type { FigureRuns } from './types.ts';

const runsLoaded = new Map<string, FigureRuns>();

/** Loads a technique's model and its runs. Throws if there are none of that name. */
async function load(slug: string): Promise<Loaded> {
  const [technique, module] = await Promise.all([loadTechnique(slug), runs[slug]?.()]);
  if (!module) throw new Error(`there are no runs of ${slug}`);
  runsLoaded.set(slug, module.default);
  return { technique, runs: module.default };
}

export interface Loaded {
  technique: Technique;
  runs: FigureRuns;
}

const loading = new Map<string, Promise<Loaded>>();

/** What a technique's figures need, loaded once: a promise to wait for, the same for every figure. */
export function loadFigure(slug: string): Promise<Loaded> {
  const promise = loading.get(slug) ?? load(slug);
  loading.set(slug, promise);
  promise.catch(() => loading.delete(slug));
  return promise;
}

/** What has been loaded before, or null. */
export function loadedFigure(slug: string): Loaded | null {
  const technique = loadedTechnique(slug);
  const known = runsLoaded.get(slug);
  return technique && known ? { technique, runs: known } : null;
}

/** A server renders at once, so it has every model at hand. */
if (import.meta.env.SSR) {
  for (const slug of Object.keys(runs)) await loadFigure(slug);
}
