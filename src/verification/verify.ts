/** Runs an experiment and judges what came of it. */
import { measure } from '../simulation/simulate.ts';
import { techniques } from '../schemas/models.ts';
import { seeds } from './case.ts';
import type { Check, Experiment, Unit } from './case.ts';

/** A line of the table. `error` and `standardError` are shares of what was expected. */
export interface Verdict {
  family: string;
  technique: string;
  what: string;
  unit: Unit;
  expected: number;
  measured: number;
  error: number;
  standardError: number;
  passed: boolean;
}

const MOST_ERROR = 0.03;
const MOST_STANDARD_ERROR = 0.015;
/** A share below this is held to what 3 % and 1.5 % of this would be. */
const SMALL_SHARE = 0.1;

/** Runs an experiment once for each seed and compares the means with theory. */
export function verify({ family, technique, setting, scenario, checks }: Experiment): Verdict[] {
  const runs = seeds.map((seed) => measure(techniques[technique]!, { ...scenario, seed }));
  return checks.map((check) => ({ family, technique, ...judge(check, runs.map((metrics) => check.of(metrics))), what: `${setting}: ${check.what}` }));
}

/** Compares the values of several seeds with what was expected of them. */
export function judge({ what, unit, expected }: Pick<Check, 'what' | 'unit' | 'expected'>, values: number[]): Omit<Verdict, 'family' | 'technique'> {
  const measured = mean(values);
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - measured) ** 2, 0) / (values.length - 1));
  const scale = unit === 'share' ? Math.max(Math.abs(expected), SMALL_SHARE) : Math.abs(expected);
  const error = (measured - expected) / scale;
  const standardError = spread / Math.sqrt(values.length) / scale;
  const passed = Math.abs(error) <= MOST_ERROR && standardError <= MOST_STANDARD_ERROR;
  return { what, unit, expected, measured, error, standardError, passed };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
