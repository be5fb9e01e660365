import { techniques as models } from './models.ts';
import type { Content } from './content.ts';
import { unknownName, type Problem } from './errors.ts';
import { figureNames } from './figures.ts';
import { measuredScenarios } from './measurements.ts';
import type { Places } from './places.ts';
import { criterionNames } from './trade-offs.ts';
import { usesOf } from './uses.ts';

const file = 'content/measurements.yaml';

/** Names in measured claims, in measurements.yaml and in `<Run />` that stand for nothing. */
export function checkMeasured(content: Content, places: Places): Problem[] {
  return [...unknownScenarios(content, places), ...claimsOfUnknownRuns(content, places), ...figuresInProse(content)];
}

function unknownScenarios({ measurements, scenarios }: Content, places: Places): Problem[] {
  return measurements.flatMap(({ name, scenario, set }, index) => [
    ...(scenarios.has(scenario) ? [] : [places.problem(file, [index, 'scenario'], unknownName(scenario, [...scenarios.keys()], 'a scenario'))]),
    ...(scenarios.has(name) && (name !== scenario || set.length > 0) ? [places.problem(file, [index, 'name'], `expected a name of its own, but ${name} is a scenario`)] : []),
    ...(measurements.findIndex((other) => other.name === name) < index ? [places.problem(file, [index, 'name'], `expected every name once, but found ${name} again`)] : []),
  ]);
}

function claimsOfUnknownRuns(content: Content, places: Places): Problem[] {
  const problems: Problem[] = [];
  for (const { slug, tradeOffs } of content.techniques) {
    for (const criterion of criterionNames) {
      for (const side of ['pros', 'cons', 'depends'] as const) {
        tradeOffs.criteria[criterion][side].forEach(({ measured }, index) => {
          if (!measured) return;
          const { is, scenario } = measured;
          const path = ['criteria', criterion, side, index, 'measured'];
          const say = (key: string, text: string | null) => {
            if (text !== null) problems.push(places.problem(`content/techniques/${slug}/trade-offs.yaml`, [...path, key], text));
          };
          say('scenario', unknownRun(content, slug, scenario));
          if (is.kind === 'run') say('is', unknownRun(content, is.technique ?? slug, is.scenario ?? scenario));
        });
      }
    }
  }
  return problems;
}

function figuresInProse(content: Content): Problem[] {
  const articles = [
    ...content.techniques.map(({ slug, article }) => ({ article, slug })),
    ...content.pages.map(({ article }) => ({ article, slug: '' })),
  ];
  return articles.flatMap(({ article, slug: own }) => usesOf(article, 'Run').flatMap(({ attributes, line }) => {
    const { technique: slug = own, scenario = '', metric = '' } = attributes;
    const text = slug in models ? unknownRun(content, slug, scenario) : unknownName(slug, Object.keys(models), 'a technique');
    const wrong = text ?? ((figureNames as string[]).includes(metric) ? null : unknownName(metric, figureNames, 'a figure'));
    return wrong === null ? [] : [{ where: article.where, line, path: ['<Run>'], text: wrong }];
  }));
}

/** What is wrong with the name of a run of a technique, or null. */
function unknownRun({ measurements }: Content, slug: string, name: string): string | null {
  const runs = [...measuredScenarios, ...measurements.filter(({ techniques }) => techniques.includes(slug)).map((run) => run.name)];
  return runs.includes(name) ? null : unknownName(name, runs, `a measured run of ${slug}`);
}
