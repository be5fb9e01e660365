/** What the figures of a technique are made of: its runs, resolved, with their captions, and the lines of its model. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../diagram/lines.ts';
import type { FigureRuns } from '../diagram/types.ts';
import { scenarioOf } from '../measure/runs.ts';
import { changesOf } from '../schemas/changes.ts';
import { readContent } from '../schemas/content.ts';
import type { Content } from '../schemas/content.ts';
import { measuredScenarios } from '../schemas/measurements.ts';
import { techniques } from '../schemas/models.ts';
import { storyScenario } from '../schemas/runs.ts';
import { takeScenario } from '../schemas/shelf.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';

/** The runs of every technique with content, by slug. @param root the folder that holds `content` and `src` */
export function allRuns(root: string): Map<string, FigureRuns> {
  const { content } = readContent(root);
  return new Map(content.techniques.map(({ slug }) => [slug, runsOf(root, techniques[slug]!, content)]));
}

function runsOf(root: string, technique: Technique, content: Content): FigureRuns {
  const { slug, participants, channels } = technique;
  const runs = tell(slug, content);
  const events = runs.scenarios.flatMap(({ scenario }) => simulate(technique, scenario).events);
  return { topology: { slug, participants, channels }, compared: comparedOf(content), lines: linesOf(readFileSync(join(root, `src/techniques/${slug}.ts`), 'utf8').trimEnd(), events), ...runs };
}

/** The scenarios of the comparison, and how each differs from the realistic parameters. */
export function comparedOf({ scenarios }: Pick<Content, 'scenarios'>): FigureRuns['compared'] {
  return measuredScenarios.map((name) => ({ name, title: scenarios.get(name)?.file.title ?? name, changes: changesOf(scenarioOf(scenarios, name, [])) }));
}

function tell(slug: string, { scenarios: shelf, techniques: written }: Content): Pick<FigureRuns, 'scenarios' | 'shared' | 'predictions'> {
  const story = written.find((technique) => technique.slug === slug)!.story;
  const where = `content/techniques/${slug}/story.yaml`;
  const scenarios = Object.entries(story.scenarios).map(([name, told]) => {
    const chain = takeScenario(shelf, name, where);
    const file = shelf.get(name)?.file;
    return {
      name,
      title: told.title ?? file?.title ?? name,
      icon: file?.icon ?? 'nothing',
      scenario: storyScenario(chain, told.story ? { where, layer: told.story } : null),
      start: told.start,
      captions: told.captions,
    };
  });
  return { scenarios, shared: story.captions, predictions: story.predictions };
}
