/** What a picture of a run shows, in words, from the run alone. */
import { fullNameOf } from '../diagram/names.ts';
import { waitName } from '../player/captions.ts';
import { duration, money, priceOf } from '../player/format.ts';
import { frame, type ShopperFrame } from '../player/frame.ts';
import { steps as stepsOf, type Step } from '../player/steps.ts';
import { indexOf } from '../player/trace-index.ts';
import type { Price, Trace } from '../simulation/trace.ts';

/**
 * The alternative text of a picture.
 * @param step the step it shows; without one, it shows the whole run
 */
export function altText(trace: Trace, step?: Step): string {
  const stops = stepsOf(trace);
  const who = `${listed(participantsOf(trace))}.`;
  const outcome = shopperText(frame(trace, step?.t ?? trace.end).shopper);
  if (step === undefined) {
    const told = stops.slice(1).map((one) => eventText(one, trace));
    return `${who} ${stops.length - 1} steps: ${told.join('; ')}. ${outcome}`;
  }
  const place = `Step ${step.index} of ${stops.length - 1}`;
  if (step.kind === 'start') return `${who} ${place}: nothing has been sent yet. ${outcome}`;
  return `${who} ${place}, after ${duration(step.t)}: ${eventText(step, trace)}. ${outcome}`;
}

/** What comes to pass at a step: "A sends B the request GET /prices". */
export function eventText({ event, kind }: Step, trace: Trace): string {
  if (event === null) return 'nothing has been sent yet';
  const { from, to } = event;
  if (kind === 'wait') {
    const name = waitName({ name: event.name, payload: event.payload } as Parameters<typeof waitName>[0]);
    if (name === 'shopper leaves') return 'the shopper leaves';
    const on = to ?? event.payload.to;
    return name === 'refused' ? `the connection of ${said(from)} to ${said(on)} is lost` : `the time-out of ${said(from)} for ${said(on)} runs out`;
  }
  const life = indexOf(trace).messages.get(event.id);
  const price = life?.price ?? priceOf(event.payload);
  const fate = event.type === 'lost' ? ', which is lost' : event.type === 'refused' ? ', which is refused' : '';
  return `${said(from)} sends ${said(to)} the ${event.kind} ${event.name}${price ? ` with the price ${priceText(price)}` : ''}${fate}`;
}

const priceText = ({ cents, version }: Price): string => `${money(cents)}, version ${version}`;

const services = ['A', 'B'];

function said(who: unknown): string {
  const id = String(who);
  return services.includes(id) ? id : `the ${fullNameOf(id, id)}`;
}

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

function shopperText({ screen, waited, paid, now }: ShopperFrame): string {
  const after = duration(waited);
  switch (screen) {
    case 'idle':
      return 'The shopper is about to press Buy.';
    case 'waiting':
      return `The shopper has waited ${after}.`;
    case 'confirmed':
      return `The shopper has ordered${paid ? ` at ${priceText(paid)},` : ''} after ${after}.`;
    case 'wrong-price':
      return `The shopper has paid a wrong price after ${after}${paid && now ? `: ${priceText(paid)}, and it is ${priceText(now)} now` : ''}.`;
    case 'error':
      return `The shopper sees an error after ${after}.`;
    case 'left':
      return `The shopper has left after ${after}.`;
  }
}
