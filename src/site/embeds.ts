/** What there is to embed, read from the content, and the address under which it is. */
import { loadFigure } from '../diagram/techniques.ts';
import { frameHeights } from '../embed/height.ts';
import { captionOf } from '../player/captions.ts';
import { captionText } from '../player/caption-parts.ts';
import { steps } from '../player/steps.ts';
import type { Step } from '../player/steps.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Catalogue, CatalogueTechnique } from '../embed/catalogue.ts';
import { absolute } from './address.ts';
import { techniques } from './techniques.ts';

let known: Promise<Catalogue> | undefined;

/** Every written technique with its scenarios and what their steps say. Reads the content once a build. */
export function embedCatalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) known = undefined;
  return known ??= read();
}

/** The published address of this site, without a slash at its end. */
export function siteAddress(site: URL | undefined): string {
  return absolute('/', site).replace(/\/$/, '');
}

async function read(): Promise<Catalogue> {
  return Promise.all((await techniques()).map(({ slug, article }) => describe(slug, article.data.title)));
}

async function describe(slug: string, title: string): Promise<CatalogueTechnique> {
  const { technique, runs: { scenarios, shared, topology } } = await loadFigure(slug);
  return {
    slug,
    title,
    heights: frameHeights(topology),
    scenarios: scenarios.map(({ name, title: wrong, scenario, start, captions }) => {
      const trace = simulate(technique, scenario);
      const stops = steps(trace);
      const say = (step: Step) => captionText(captionOf(step, stops, { start, captions, shared }, trace) ?? []);
      return { name, title: wrong, captions: stops.map(say) };
    }),
  };
}
