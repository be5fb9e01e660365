/** All techniques under one scenario, as the page that compares them shows them. */
import { figures, type Figure } from '../compare/figures.ts';
import { Camera, still } from '../compare/film.ts';
import type { ComparisonProps, Figures, NamedScenario, Result } from '../compare/types.ts';
import { seeds, type Measurement } from '../measure/measurement.ts';
import { allRuns } from '../measure/runs.ts';
import { changesOf } from '../schemas/changes.ts';
import { readCompared } from '../schemas/compared.ts';
import { readContent } from '../schemas/content.ts';
import { figureNames, type FigureName } from '../schemas/figures.ts';
import { techniques as models } from '../schemas/models.ts';
import { Run } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { href } from './address.ts';
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

/** What the page shows first, and the instant of the small diagrams, in milliseconds. */
const opening = { scenario: 'b-down', position: 25_000 };

/** Everything that the comparison needs in a browser: what is measured of its first scenario, and how the others differ. */
export async function comparisonProps(): Promise<ComparisonProps> {
  const { content } = readContent(process.cwd());
  const runs = allRuns(content);
  const scenarioOf = (name: string) => runs.find((run) => run.name === name)!.scenario;
  const shown = (await techniques()).filter(({ slug }) => isMeasured(slug, opening.scenario));
  const scenarios = readCompared(process.cwd()).map(({ scenario, lines, sees }): NamedScenario => {
    const { title = scenario, short = '', icon = 'nothing' } = content.scenarios.get(scenario)?.file ?? {};
    return { name: scenario, title, short, icon, lines, sees: sees.map((text) => fill(text, scenario)), changes: changesOf(scenarioOf(scenario)) };
  });
  return {
    techniques: shown.map(({ slug, article, url }) => {
      const { participants, channels } = models[slug]!;
      return { slug, title: article.data.short, url, topology: { slug, participants, channels } };
    }),
    scenarios,
    initial: { ...opening, results: Object.fromEntries(shown.map(({ slug }) => [slug, measuredResult(slug, scenarioOf(opening.scenario))])) },
  };
}

function measuredResult(slug: string, scenario: Scenario): Result {
  const measurement = measurementOf(slug, scenario.name);
  const run = new Run(models[slug]!, { ...scenario, duration: opening.position * 1000 + 250_000 }, true);
  const camera = new Camera(run);
  run.advance();
  return { ticket: 0, seeds: seeds.map((_, index) => figuresOfSeed(measurement, index)), strip: measurement.strip, film: still(camera.film(), opening.position * 1000) };
}

function figuresOfSeed({ figures: measured }: Measurement, index: number): Figures {
  const one = (name: Figure) => {
    const values = measured[name];
    return Array.isArray(values) ? values[index]! : values;
  };
  return Object.fromEntries(figures.map((name) => [name, one(name)])) as Figures;
}
