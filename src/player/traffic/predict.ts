/** What a reader may guess before a fault is run for the first time, and which answer a run makes right. */
import type { Metrics } from '../../simulation/metrics.ts';

export interface PredictionAnswer {
  says: string;
  /** The bounds of the figure that make this the answer; null: none. `open` leaves the bounds themselves out. */
  least: number | null;
  most: number | null;
  open: boolean;
  /** Why it is so; the answer that is right as things stand at the start has it, and no other. */
  because: string | null;
}

export interface Prediction {
  asks: string;
  /** A path into the metrics: `availability`, `participants.B.wasted`. */
  metric: string;
  answers: PredictionAnswer[];
}

/** A figure of a run by its path; null when the run has none. */
export function figureOf(metrics: Metrics, path: string): number | null {
  let at: unknown = metrics;
  for (const key of path.split('.')) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return typeof at === 'number' ? at : null;
}

/** The places of the answers that a run makes true: one, if they are well chosen. */
export function rightAnswers({ metric, answers }: Prediction, metrics: Metrics): number[] {
  const figure = figureOf(metrics, metric);
  if (figure === null) return [];
  return answers.flatMap(({ least, most, open }, index) => {
    const above = least === null || (open ? figure > least : figure >= least);
    const below = most === null || (open ? figure < most : figure <= most);
    return above && below ? [index] : [];
  });
}
