/** What the figures of a technique need: its model, its drawings and its runs, loaded when the first of them wakes. */
import { drawings, stories, traffic } from 'virtual:runs';
import type { Technique } from '../simulation/technique.ts';
import type { Drawings } from './layout/types.ts';
import { loadTechnique } from './models.ts';
import type { FigureRuns, FigureScenario, TrafficRuns } from './types.ts';

export interface Loaded<Runs> {
  technique: Technique;
  drawings: Drawings;
  runs: Runs;
}

/** What one kind of figure needs, loaded once for all figures of a technique. */
class Shelf<Runs> {
  readonly #loaders: Record<string, () => Promise<{ default: Runs }>>;
  readonly #loading = new Map<string, Promise<Loaded<Runs>>>();
  readonly #loaded = new Map<string, Loaded<Runs>>();

  constructor(loaders: Record<string, () => Promise<{ default: Runs }>>) {
    this.#loaders = loaders;
  }

  /** A promise to wait for, the same for every figure; rejected if there are no runs of that name. */
  load(slug: string): Promise<Loaded<Runs>> {
    const promise = this.#loading.get(slug) ?? this.#fetch(slug);
    this.#loading.set(slug, promise);
    promise.catch(() => this.#loading.delete(slug));
    return promise;
  }

  /** What has been loaded before, or null. */
  loaded(slug: string): Loaded<Runs> | null {
    return this.#loaded.get(slug) ?? null;
  }

  async #fetch(slug: string): Promise<Loaded<Runs>> {
    const [technique, drawn, module] = await Promise.all([loadTechnique(slug), drawings[slug]?.(), this.#loaders[slug]?.()]);
    if (!drawn || !module) throw new Error(`content/techniques/${slug}: expected its runs, found none; add it or correct the name`);
    const loaded = { technique, drawings: drawn.default, runs: module.default };
    this.#loaded.set(slug, loaded);
    return loaded;
  }
}

export const storyShelf = new Shelf<FigureRuns>(stories);
export const trafficShelf = new Shelf<TrafficRuns>(traffic);

/** A server renders at once, so it has every model at hand. */
if (import.meta.env.SSR) {
  for (const slug of Object.keys(stories)) await Promise.all([storyShelf.load(slug), trafficShelf.load(slug)]);
}

/** The stories that an author tells, each with the captions that all share. */
export const toldOf = ({ scenarios, shared }: FigureRuns): FigureScenario[] => scenarios.map((one) => ({ ...one, shared }));
