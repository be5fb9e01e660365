/** What there is to embed, read from the content, and the address under which it is. */
import { storyShelf, toldOf } from '../diagram/techniques.ts';
import { frameHeights } from '../embed/height.ts';
import { told } from '../diagram/words.ts';
import { captionText } from '../player/caption-parts.ts';
import { steps } from '../player/steps.ts';
import { simulate } from '../simulation/simulate.ts';
import { comparison, type Catalogue, type CatalogueTechnique } from '../embed/catalogue.ts';
import { absolute } from './address.ts';
import { comparedTitle, stepCaptions } from './compared-pictures.ts';
import { comparedScenarios, comparisonProps } from './comparison.ts';
import { techniques } from './techniques.ts';

/** Six rows, each with a diagram that can be read in a column of 344 pixels. */
const comparedHeights = { full: 760, min: 720, none: 650 };

let known: Promise<Catalogue> | undefined;

/** Every written technique with its scenarios and what their steps say, and the comparison. Reads the content once a build. */
export function embedCatalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) known = undefined;
  return known ??= read();
}

/** The same without the comparison, which has a page of its own. */
export async function embeddedTechniques(): Promise<CatalogueTechnique[]> {
  return (await embedCatalogue()).filter(({ slug }) => slug !== comparison);
}

/** The published address of this site, without a slash at its end. */
export function siteAddress(site: URL | undefined): string {
  return absolute('/', site).replace(/\/$/, '');
}

async function read(): Promise<Catalogue> {
  const each = (await techniques()).map(({ slug, article }) => describe(slug, article.data.title));
  return [...await Promise.all(each), await describeComparison()];
}

/** The comparison, which is embedded as a technique is: its steps are the marks of the run. */
async function describeComparison(): Promise<CatalogueTechnique> {
  const props = await comparisonProps();
  const scenarios = (await comparedScenarios()).map((compared) => ({ name: compared.name, title: compared.title, captions: stepCaptions(compared, props) }));
  return { slug: comparison, title: comparedTitle, heights: comparedHeights, scenarios, parameters: ['scenario', 'step', 'theme', 'controls', 'autoplay', 'speed'] };
}

async function describe(slug: string, title: string): Promise<CatalogueTechnique> {
  const { technique, runs } = await storyShelf.load(slug);
  return {
    slug,
    title,
    heights: frameHeights(technique),
    scenarios: [...toldOf(runs), ...runs.others].map((story) => {
      const trace = simulate(technique, story.scenario);
      const stops = steps(trace);
      return { name: story.name, title: story.title, captions: stops.map((step) => captionText(told(step, stops, story, trace))) };
    }),
  };
}
