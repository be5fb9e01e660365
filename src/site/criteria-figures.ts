/** The figure that stands for each criterion in the table of techniques by criteria. */
import type { FigureName } from '../schemas/figures.ts';
import type { CriterionName } from '../schemas/trade-offs.ts';
import { isMeasured, measuredText, runUrl } from './measured.ts';

interface Telling {
  run: string;
  metric: FigureName;
  before: string;
  after: string;
}

const telling: Record<CriterionName, Telling> = {
  performance: { run: 'normal', metric: 'latency.p50', before: 'Half within', after: '' },
  scalability: { run: 'traffic-spike', metric: 'availability', before: '', after: 'complete in a rush' },
  isolation: { run: 'b-down', metric: 'availability', before: '', after: 'complete while B is down for ten seconds of sixty' },
  complexity: { run: 'normal', metric: 'messages.perCheckout', before: '', after: 'messages a checkout' },
  freshness: { run: 'price-storm', metric: 'wrongPrice.rate', before: '', after: 'at a wrong price in a storm' },
  operability: { run: 'schema-change', metric: 'wrongPrice.rate', before: '', after: 'at a wrong price and without an error, after a rename' },
};

/** A technique's figure for a criterion with the words round it; null while the technique is not measured. */
export function criterionFigure(slug: string, criterion: CriterionName): { before: string; value: string; after: string; url: string } | null {
  const { run, metric, before, after } = telling[criterion];
  if (!isMeasured(slug, run)) return null;
  return { before, value: measuredText(slug, run, metric).value, after, url: runUrl(slug, run) };
}
