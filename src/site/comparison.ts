/** All techniques under one scenario, as the page that compares them shows them. */
import { figures, type Figure } from '../compare/figures.ts';
import { markOf } from '../compare/marks.ts';
import type { ComparedTechnique, ComparisonProps, Figures, NamedScenario, Result } from '../compare/types.ts';
import { seeds, type Measurement } from '../measure/measurement.ts';
import { allRuns } from '../measure/runs.ts';
import { MARK } from '../player/compared/marks.ts';
import { changesOf } from '../schemas/changes.ts';
import { readCompared } from '../schemas/compared.ts';
import { readContent } from '../schemas/content.ts';
import { figureNames, type FigureName } from '../schemas/figures.ts';
import { techniques as models } from '../schemas/models.ts';
import { href } from './address.ts';
import { filmOf } from './films.ts';
import { isMeasured, measuredText, measurementOf, type MeasuredRun } from './measured.ts';
import { techniques } from './techniques.ts';

export interface ComparedScenario {
  name: string;
  title: string;
  short: string;
  icon: string;
  runs: MeasuredRun[];
  sees: string[];
}

/** Every scenario of the comparison, with the run of each technique that has been measured, in reading order. */
export async function comparedScenarios(): Promise<ComparedScenario[]> {
  const { scenarios } = readContent(process.cwd()).content;
  const measured = (await techniques()).filter(({ slug }) => isMeasured(slug, 'normal'));
  return readCompared(process.cwd()).map(({ scenario, lines, sees }) => {
    const { title = scenario, short = '', icon = 'nothing' } = scenarios.get(scenario)?.file ?? {};
    const runs = measured.map(({ slug, article }): MeasuredRun => ({
      name: `${scenario}-${slug}`, title: article.data.short, short: lines[slug] ?? '', options: [],
      measurement: measurementOf(slug, scenario), unmoved: false, url: href(`/techniques/${slug}/#run-${scenario}`),
    }));
    return { name: scenario, title, short, icon, runs, sees: sees.map((text) => fill(text, scenario)) };
  });
}

/** A sentence with its figures filled in. @throws when one names a run or a figure that was not measured */
export function fill(text: string, scenario: string): string {
  return text.replace(/\{([a-z-]+) ([A-Za-z0-9.]+)\}/g, (all, slug: string, metric: string) => {
    const known = figureNames.find((name): name is FigureName => name === metric);
    if (!known) throw new Error(`content/comparison.yaml: ${all} names a figure that is not measured.`);
    return measuredText(slug, scenario, known).value;
  });
}

/** What the page shows first, and the mark of the small diagrams. */
const opening = { scenario: 'b-down', mark: 5 };

/** Everything that the comparison needs in a browser: what is measured of its first scenario, and how the others differ. */
export async function comparisonProps(): Promise<ComparisonProps> {
  const shown = await comparedTechniques(opening.scenario);
  const { content } = readContent(process.cwd());
  const runs = allRuns(content);
  const scenarios = readCompared(process.cwd()).map(({ scenario, lines, sees }): NamedScenario => {
    const { title = scenario, short = '', icon = 'nothing' } = content.scenarios.get(scenario)?.file ?? {};
    return { name: scenario, title, short, icon, lines, sees: sees.map((text) => fill(text, scenario)), changes: changesOf(runs.find((run) => run.name === scenario)!.scenario) };
  });
  const { scenario, mark } = opening;
  return {
    techniques: shown,
    scenarios,
    initial: { scenario, position: (mark * MARK) / 1000, results: Object.fromEntries(shown.map(({ slug }) => [slug, measuredResult(slug)])) },
  };
}

/** The same for an embed, which shows the figures of every scenario as they are published: its small diagrams and strips are made of it. */
export async function embeddedProps(): Promise<ComparisonProps> {
  const { techniques: shown, scenarios } = await comparisonProps();
  return {
    techniques: shown,
    scenarios: scenarios.map((one) => ({ ...one, short: '', lines: {}, sees: [] })),
    initial: {
      scenario: 'normal', position: 0,
      results: Object.fromEntries(shown.map(({ slug }) => [slug, { ticket: 0, seeds: [], strip: measurementOf(slug, 'normal').strip, film: markOf(filmOf(slug, 'normal'), 0) }])),
    },
  };
}

/** The techniques that were measured under a scenario, in reading order. */
async function comparedTechniques(scenario: string): Promise<ComparedTechnique[]> {
  return (await techniques()).filter(({ slug }) => isMeasured(slug, scenario)).map(({ slug, article, url }) => {
    const { participants, channels } = models[slug]!;
    return { slug, title: article.data.short, url, topology: { slug, participants, channels } };
  });
}

function measuredResult(slug: string): Result {
  const measurement = measurementOf(slug, opening.scenario);
  return { ticket: 0, seeds: seeds.map((_, index) => figuresOfSeed(measurement, index)), strip: measurement.strip, film: markOf(filmOf(slug, opening.scenario), opening.mark) };
}

function figuresOfSeed({ figures: measured }: Measurement, index: number): Figures {
  const one = (name: Figure) => {
    const values = measured[name];
    return Array.isArray(values) ? values[index]! : values;
  };
  return Object.fromEntries(figures.map((name) => [name, one(name)])) as Figures;
}
