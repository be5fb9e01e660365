/** The instants of a run at which the comparison can be opened in somebody else's page: its steps there. */
import type { Micros } from '../../simulation/scenario.ts';

/** From one to the next. */
export const MARK: Micros = 5_000_000;

/** How many there are in a run, its first and its last instant among them. */
export const marksIn = (duration: Micros): number => Math.floor(duration / MARK) + 1;
