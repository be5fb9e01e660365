/** How each checkout of a run ended. */
import { duration } from '../format.ts';
import type { Micros } from '../../simulation/scenario.ts';
import type { Trace, TraceEvent } from '../../simulation/trace.ts';

export interface Outcome {
  checkout: number;
  /** When A received it. */
  began: Micros;
  /** Null: not before the run did. */
  ended: Micros | null;
  result: 'completed' | 'wrong' | 'failed' | null;
  /** Why it failed. */
  reason: string | null;
}

/** Every checkout that A received, in the order of coming. */
export function outcomesOf(trace: Trace): Outcome[] {
  const all = new Map<number, Outcome>();
  for (const event of trace.events) tellOutcome(all, event);
  return [...all.values()];
}

/** Notes what an event says of a checkout's beginning or end, by its number. */
export function tellOutcome(all: Map<number, Outcome>, { type, kind, checkout, t, name, payload }: TraceEvent): void {
  if (type !== 'state' || kind !== 'checkout' || checkout === null) return;
  if (name === 'attempted') all.set(checkout, { checkout, began: t, ended: null, result: null, reason: null });
  const outcome = all.get(checkout);
  if (!outcome || name === 'attempted') return;
  outcome.ended = t;
  outcome.result = name === 'failed' ? 'failed' : payload.wrong === true ? 'wrong' : 'completed';
  if (name === 'failed') outcome.reason = String(payload.reason ?? 'error');
}

/** A checkout that cost the shop something, and when. */
export type Lost = Outcome & { ended: Micros; result: 'failed' | 'wrong' };

/** Those that failed or were charged a wrong price, in the order of their end. */
export function lostOf(outcomes: readonly Outcome[]): Lost[] {
  const lost = outcomes.filter((one): one is Lost => one.ended !== null && (one.result === 'failed' || one.result === 'wrong'));
  return lost.toSorted((a, b) => a.ended - b.ended || a.checkout - b.checkout);
}

const reasons: Record<string, string> = {
  timeout: 'A’s last try ran into its time-out',
  refused: 'a connection was refused or lost',
  rejected: 'no place was left in a queue',
  abandoned: 'the shopper left before an answer',
  error: 'the answer was of no use',
};

/** Why a checkout failed or what was wrong with it, as the rest of a sentence. */
const sayWhy = ({ result, reason }: Lost): string =>
  (result === 'wrong' ? 'charged a price that was no longer true' : reasons[reason ?? 'error'] ?? 'failed');

/** "4.31 s" */
export const clock = (t: Micros): string => `${(t / 1e6).toFixed(2)} s`;

/** "Checkout 17 at 4.31 s, after 1.2 s: the shopper left before an answer" */
export const sayLost = (lost: Lost): string =>
  `Checkout ${lost.checkout} at ${clock(lost.ended)}, after ${duration(lost.ended - lost.began)}: ${sayWhy(lost)}`;

/** "12 failed, 3 at a wrong price" */
export function sayCount(lost: readonly Lost[]): string {
  const failed = lost.filter(({ result }) => result === 'failed').length;
  const wrong = lost.length - failed;
  return `${failed === 0 ? 'None' : failed} failed, ${wrong === 0 ? 'none' : wrong} at a wrong price`;
}
