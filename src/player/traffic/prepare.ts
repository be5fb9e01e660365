/** Makes a run ready to be looked at, a piece at a time, so that a page stays responsive meanwhile. */
import type { Trace } from '../../simulation/trace.ts';
import type { Pieces } from '../pieces.ts';
import { indexing } from '../trace-index.ts';
import { crowding } from './crowd.ts';
import { readOver, type OverTime } from './overtime.ts';

/** Indexes a trace and reads its figures; afterwards a frame of it, at any instant, is quickly had. */
export function* prepare(trace: Trace): Pieces<OverTime> {
  yield* indexing(trace);
  yield* crowding(trace);
  return yield* readOver(trace);
}
