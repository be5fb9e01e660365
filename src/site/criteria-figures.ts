/** The figures that stand for the criteria in the tables of techniques by criteria. */
import { formatFigure } from '../measure/format.ts';
import type { FigureName } from '../schemas/figures.ts';
import type { CriterionName } from '../schemas/trade-offs.ts';
import { criteria } from './criteria.ts';
import { isMeasured, measuredSpread, measuredText, runUrl } from './measured.ts';

/** A figure with the words round it. */
export interface Telling {
  metric: FigureName;
  before: string;
  after: string;
}

/** Each criterion in the run that tells most about it. */
const telling: Record<CriterionName, Telling & { run: string }> = {
  performance: { run: 'normal', metric: 'latency.p50', before: 'Half within', after: '' },
  scalability: { run: 'traffic-spike', metric: 'availability', before: '', after: 'complete in a rush' },
  isolation: { run: 'b-down', metric: 'availability', before: '', after: 'complete while B is down for ten seconds of sixty' },
  complexity: { run: 'normal', metric: 'messages.perCheckout', before: '', after: 'messages a checkout' },
  freshness: { run: 'price-storm', metric: 'wrongPrice.rate', before: '', after: 'at a wrong price in a storm' },
  operability: { run: 'schema-change', metric: 'wrongPrice.rate', before: '', after: 'at a wrong price and without an error, after a rename' },
};

/** Each criterion in one and the same run. */
const inOneRun: Record<CriterionName, Telling & { better: 'less' | 'more' }> = {
  performance: { metric: 'latency.p99', before: '99 % within', after: '', better: 'less' },
  scalability: { metric: 'participants.B.utilisation', before: 'B is busy', after: 'of the time', better: 'less' },
  isolation: { metric: 'availability', before: '', after: 'complete', better: 'more' },
  complexity: { metric: 'messages.perCheckout', before: '', after: 'messages a checkout', better: 'less' },
  freshness: { metric: 'wrongPrice.rate', before: '', after: 'at a wrong price', better: 'less' },
  operability: { metric: 'failingSpan', before: 'Failing for', after: '', better: 'less' },
};

/** A figure as a cell of a table shows it; `url` leads to its run. */
export interface CriterionFigure {
  before: string;
  value: string;
  after: string;
  url: string;
}

/** A technique's figure for a criterion in the run that tells most about it; null while the technique is not measured. */
export function criterionFigure(slug: string, criterion: CriterionName): CriterionFigure | null {
  const { run, metric, before, after } = telling[criterion];
  if (!isMeasured(slug, run)) return null;
  return { before, value: measuredText(slug, run, metric).value, after, url: runUrl(slug, run) };
}

/** A technique's figure for a criterion under a scenario: the mean of the seeds; null where there is none. */
export function scenarioFigure(slug: string, criterion: CriterionName, scenario: string): CriterionFigure & { mean: number } | null {
  const { metric, before, after } = inOneRun[criterion];
  const spread = isMeasured(slug, scenario) ? measuredSpread(slug, scenario, metric) : null;
  if (!spread) return null;
  return { before, value: formatFigure(metric, spread.mean), after, url: runUrl(slug, scenario), mean: spread.mean };
}

/** Whether less or more of a criterion's figure is better. */
export function betterOf(criterion: CriterionName): 'less' | 'more' {
  return inOneRun[criterion].better;
}

/** What a cell shows under a scenario, and the number it is sorted by: both null where there is no figure. */
export type CellFigure = readonly [value: string | null, mean: number | null];

/** Every technique's figures under every scenario, in the order of the criteria, for the script that follows a choice. */
export function figuresByScenario(slugs: readonly string[], scenarios: readonly string[]): Record<string, Record<string, CellFigure[]>> {
  return Object.fromEntries(scenarios.map((scenario) => [scenario, Object.fromEntries(slugs.map((slug) => [slug, criteria.map(({ id }) => {
    const figure = scenarioFigure(slug, id, scenario);
    return [figure?.value ?? null, figure && Number(figure.mean.toPrecision(6))] as const;
  })]))]));
}
