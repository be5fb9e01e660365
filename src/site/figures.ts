/** What the figures of a technique are made of: its runs, resolved, with their captions, and the lines of its model. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawingsOf } from '../diagram/layout.ts';
import type { Drawings } from '../diagram/layout/types.ts';
import { linesOf } from '../diagram/lines.ts';
import type { FigureRuns, FigureScenario, TrafficRuns } from '../diagram/types.ts';
import { scenarioOf } from '../measure/runs.ts';
import { frame } from '../player/frame.ts';
import { changesOf } from '../schemas/changes.ts';
import { readContent } from '../schemas/content.ts';
import type { Content } from '../schemas/content.ts';
import { measuredScenarios } from '../schemas/measurements.ts';
import { techniques } from '../schemas/models.ts';
import { ownStories, storyScenario } from '../schemas/runs.ts';
import { takeScenario } from '../schemas/shelf.ts';
import { simulate } from '../simulation/simulate.ts';
import type { Technique } from '../simulation/technique.ts';
import type { Trace } from '../simulation/trace.ts';

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
    const told = { ...tell(slug, content), others: othersOf(technique, content) };
    const traces = [...told.scenarios, ...told.others].map(({ scenario }) => simulate(technique, scenario));
    const lines = linesOf(readFileSync(join(root, `src/techniques/${slug}.ts`), 'utf8').trimEnd(), traces.flatMap(({ events }) => events));
    return [slug, { stories: { lines, ...told }, traffic: { predictions, compared }, drawings: drawingsOf(technique, traces) }];
  }));
}

/** The named scenarios that a technique's story leaves out, as its model runs them. */
function othersOf(technique: Technique, { scenarios: shelf, techniques: written }: Content): FigureScenario[] {
  const { story } = written.find(({ slug }) => slug === technique.slug)!;
  const storyAs = (name: string) => storyScenario(takeScenario(shelf, name, 'src/schemas/measurements.ts'));
  const usual = messagesOf(simulate(technique, storyAs('normal')));
  return measuredScenarios.filter((name) => !Object.hasOwn(story.scenarios, name) && shelf.has(name)).map((name): FigureScenario => {
    const { title = name, icon = 'nothing' } = shelf.get(name)!.file;
    const scenario = storyAs(name);
    const told = { name, title, icon, scenario, captions: {}, shared: {} };
    if (messagesOf(simulate(technique, scenario)) !== usual) return { ...told, start: 'Nothing has been sent yet.' };
    return { ...told, start: 'Nothing changes for this shopper: when nothing goes wrong, this run has the same messages.', unchanged: true };
  });
}

/** All that is sent in a run and what becomes of it: equal texts, equal messages. */
function messagesOf(trace: Trace): string {
  const sent = trace.events.flatMap((event) => (event.type === 'state' ? [] : [{ ...event, seq: 0, id: 0, answers: 0 }]));
  return JSON.stringify([sent, frame(trace, trace.end).shopper]);
}

/** The scenarios of the comparison, and how each differs from the realistic parameters. */
export function comparedOf({ scenarios }: Pick<Content, 'scenarios'>): TrafficRuns['compared'] {
  return measuredScenarios.map((name) => ({ name, title: scenarios.get(name)?.file.title ?? name, changes: changesOf(scenarioOf(scenarios, name, [])) }));
}

function tell(slug: string, { scenarios: shelf, techniques: written }: Content): Pick<FigureRuns, 'scenarios' | 'shared'> {
  const story = written.find((technique) => technique.slug === slug)!.story;
  const where = `content/techniques/${slug}/story.yaml`;
  const own = ownStories(story, where);
  const scenarios = Object.entries(story.scenarios).map(([name, told]) => {
    const file = shelf.get(name)?.file;
    return {
      name,
      title: told.title ?? file?.title ?? name,
      icon: file?.icon ?? 'nothing',
      scenario: storyScenario(takeScenario(shelf, name, where), own),
      start: told.start,
      captions: told.captions,
    };
  });
  return { scenarios, shared: story.captions };
}
