/** What the figures of a technique are made of: its runs, resolved, with their captions, and the lines of its model. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawingsOf } from '../diagram/layout.ts';
import type { Drawings } from '../diagram/layout/types.ts';
import { linesOf } from '../diagram/lines.ts';
import type { FigureRuns, TrafficRuns } from '../diagram/types.ts';
import { scenarioOf } from '../measure/runs.ts';
import { changesOf } from '../schemas/changes.ts';
import { readContent } from '../schemas/content.ts';
import type { Content } from '../schemas/content.ts';
import { measuredScenarios } from '../schemas/measurements.ts';
import { techniques } from '../schemas/models.ts';
import { storyScenario } from '../schemas/runs.ts';
import { takeScenario } from '../schemas/shelf.ts';
import { simulate } from '../simulation/simulate.ts';

export interface Runs {
  stories: FigureRuns;
  traffic: TrafficRuns;
  drawings: Drawings;
}

/** The runs of every technique with content, by slug. @param root the folder that holds `content` and `src` */
export function allRuns(root: string): Map<string, Runs> {
  const { content } = readContent(root);
  const compared = comparedOf(content);
  return new Map(content.techniques.map(({ slug, story: { predictions } }) => {
    const technique = techniques[slug]!;
    const told = tell(slug, content);
    const traces = told.scenarios.map(({ scenario }) => simulate(technique, scenario));
    const lines = linesOf(readFileSync(join(root, `src/techniques/${slug}.ts`), 'utf8').trimEnd(), traces.flatMap(({ events }) => events));
    return [slug, { stories: { lines, ...told }, traffic: { predictions, compared }, drawings: drawingsOf(technique, traces) }];
  }));
}

/** The scenarios of the comparison, and how each differs from the realistic parameters. */
export function comparedOf({ scenarios }: Pick<Content, 'scenarios'>): TrafficRuns['compared'] {
  return measuredScenarios.map((name) => ({ name, title: scenarios.get(name)?.file.title ?? name, changes: changesOf(scenarioOf(scenarios, name, [])) }));
}

function tell(slug: string, { scenarios: shelf, techniques: written }: Content): Pick<FigureRuns, 'scenarios' | 'shared'> {
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
  return { scenarios, shared: story.captions };
}
