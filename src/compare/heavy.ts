/** What a page computes while somebody waits, and what is left to the command line. */
import { expectedOf, polls } from '../measure/estimate.ts';
import type { Scenario } from '../simulation/scenario.ts';
import type { Topology } from '../simulation/technique.ts';

/** The most events of one seed of all techniques: some seconds of work. */
const MOST = 8_000_000;

/** Events that all six techniques together take for a checkout, a price change and a poll: a run of each, counted. */
const [OF_CHECKOUT, OF_CHANGE, OF_POLL] = [230, 30, 8];

/** About how many events one seed of all techniques takes, where that is more than a page computes; else null. */
export function tooHeavy(techniques: readonly Topology[], scenario: Scenario): number | null {
  const { checkouts, changes } = expectedOf(scenario);
  const polled = techniques.reduce((sum, technique) => sum + polls(technique, scenario), 0);
  const events = checkouts * OF_CHECKOUT + changes * OF_CHANGE + polled * OF_POLL;
  return events > MOST ? events : null;
}

const weight: Record<string, number> = { 'async-polling': 2, 'async-messaging': 1 };

/** Techniques in the order in which to run them: the last of a seed is then not waited for. */
export const slowestFirst = (slugs: readonly string[]): string[] => slugs.toSorted((one, other) => (weight[other] ?? 0) - (weight[one] ?? 0));
