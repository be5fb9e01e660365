/** The stops on the way through a story. */
import type { Micros } from '../simulation/scenario.ts';
import type { MessageEvent, StateEvent } from '../simulation/trace.ts';

export interface Step {
  /** 0 is before the first message. */
  index: number;
  t: Micros;
  kind: 'start' | 'message' | 'wait';
  /** The event that ends the message or the wait; null at step 0. */
  event: MessageEvent | StateEvent | null;
}
