import { simulate } from '../../simulation/simulate.ts';
import type { Technique } from '../../simulation/technique.ts';
import type { Trace } from '../../simulation/trace.ts';
import { atOnce } from '../pieces.ts';
import { readOver, type OverTime } from './overtime.ts';
import { scenarioOf, type Settings } from './settings.ts';

/** A run and its figures, all at once: for a server that draws it. */
export function runOver(technique: Technique, settings: Settings): { trace: Trace; over: OverTime } {
  const trace = simulate(technique, scenarioOf(technique, settings));
  return { trace, over: atOnce(readOver(trace)) };
}
