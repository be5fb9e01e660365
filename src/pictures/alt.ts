/** What a picture of a run shows, in words, from the run alone. */
import { fullNameOf } from '../diagram/names.ts';
import { eventText, shopperText } from '../diagram/words.ts';
import { duration } from '../player/format.ts';
import { frame } from '../player/frame.ts';
import { steps as stepsOf, type Step } from '../player/steps.ts';
import type { Trace } from '../simulation/trace.ts';

/**
 * The alternative text of a picture.
 * @param step the step it shows; without one, it shows the whole run
 */
export function altText(trace: Trace, step?: Step): string {
  const stops = stepsOf(trace);
  const who = `${listed(participantsOf(trace))}.`;
  const { shopper } = frame(trace, step?.t ?? trace.end);
  const outcome = shopperText(shopper);
  if (step === undefined) {
    const told = stops.slice(1).filter(({ event }) => event!.checkout === null || event!.checkout === shopper.checkout).map((one) => eventText(one, trace));
    const others = stops.length - 1 - told.length;
    return `${who} ${stops.length - 1} steps${others > 0 ? `, ${others} of them for other shoppers` : ''}: ${told.join('; ')}. ${outcome}`;
  }
  const place = `Step ${step.index} of ${stops.length - 1}`;
  if (step.kind === 'start') return `${who} ${place}: nothing has been sent yet. ${outcome}`;
  return `${who} ${place}, after ${duration(step.t)}: ${eventText(step, trace)}. ${outcome}`;
}

const services = ['A', 'B'];

function participantsOf({ events }: Trace): string[] {
  const seen = new Set<string>();
  for (const { type, from, to } of events) {
    if (type !== 'state') seen.add(from);
    if (type !== 'state' && to !== null) seen.add(to);
  }
  return [...seen].map((id) => fullNameOf(id, services.includes(id) ? 'service' : id));
}

function listed(names: string[]): string {
  const all = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join('');
  return all.charAt(0).toUpperCase() + all.slice(1);
}
