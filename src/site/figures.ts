/** What the figures of a technique are given: its runs, resolved, with their captions, and the lines of its model. */
import { linesOf } from '../diagram/lines.ts';
import type { FigureProps, FigureScenario } from '../diagram/types.ts';
import { readContent } from '../schemas/content.ts';
import { storyScenario } from '../schemas/runs.ts';
import { takeScenario } from '../schemas/shelf.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import { modelOf, sourceOf } from './models.ts';

export type Runs = Pick<FigureProps, 'technique' | 'topology' | 'scenarios' | 'lines'>;

const built = new Map<string, Promise<Runs>>();

/** The runs of a technique in the order of its story. Reads the content once a build. */
export function runsOf(slug: string): Promise<Runs> {
  const known = import.meta.env.DEV ? undefined : built.get(slug);
  const runs = known ?? buildRuns(slug);
  built.set(slug, runs);
  return runs;
}

async function buildRuns(slug: string): Promise<Runs> {
  const technique = await modelOf(slug);
  const { participants, channels } = technique;
  const scenarios = tell(slug);
  const events = scenarios.flatMap(({ scenario }) => simulate(technique as Technique, scenario).events);
  return { technique: slug, topology: { slug, participants, channels }, scenarios, lines: linesOf(await sourceOf(slug), events) };
}

function tell(slug: string): FigureScenario[] {
  const { scenarios: shelf, techniques } = readContent(process.cwd()).content;
  const story = techniques.find((technique) => technique.slug === slug)?.story;
  if (!story) throw new Error(`content/techniques/${slug}/story.yaml is missing, and the article has figures.`);
  const where = `content/techniques/${slug}/story.yaml`;
  return Object.entries(story.scenarios).map(([name, told]) => {
    const chain = takeScenario(shelf, name, where);
    const file = shelf.get(name)?.file;
    return {
      name,
      title: told.title ?? file?.title ?? name,
      icon: file?.icon ?? 'nothing',
      scenario: storyScenario(chain, told.story ? { where, layer: told.story } : null),
      start: told.start,
      captions: told.captions,
      shared: story.captions,
    };
  });
}
