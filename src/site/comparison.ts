/** All techniques under one scenario, as the page that compares them shows them. */
import { readCompared } from '../schemas/compared.ts';
import { readContent } from '../schemas/content.ts';
import { figureNames, type FigureName } from '../schemas/figures.ts';
import { href } from './address.ts';
import { measuredText, measurementOf, type MeasuredRun } from './measured.ts';
import { techniques } from './techniques.ts';

export interface ComparedScenario {
  name: string;
  title: string;
  short: string;
  icon: string;
  runs: MeasuredRun[];
  sees: string[];
}

/** Every scenario of the comparison, with each technique's measured run, in reading order. */
export async function comparedScenarios(): Promise<ComparedScenario[]> {
  const { scenarios } = readContent(process.cwd()).content;
  const all = (await techniques()).filter(({ article }) => article !== null);
  return readCompared(process.cwd()).map(({ scenario, lines, sees }) => {
    const { title = scenario, short = '', icon = 'nothing' } = scenarios.get(scenario)?.file ?? {};
    const runs = all.map(({ slug, article }): MeasuredRun => ({
      name: `${scenario}-${slug}`, title: article!.data.short, short: lines[slug] ?? '', options: [],
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
