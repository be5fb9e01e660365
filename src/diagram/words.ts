/** What comes to pass in a run, in words, from the run alone. */
import { fill, type CaptionPart } from '../player/caption-parts.ts';
import { captionOf, waitName, type StoryCaptions } from '../player/captions.ts';
import { duration, money, priceOf } from '../player/format.ts';
import { frame, type ShopperFrame } from '../player/frame.ts';
import type { Step } from '../player/steps.ts';
import { indexOf } from '../player/trace-index.ts';
import type { Price, Trace } from '../simulation/trace.ts';
import { fullNameOf } from './names.ts';

/** What is said at a step: its caption, or where a story has none what comes to pass. */
export function told(step: Step, steps: readonly Step[], story: StoryCaptions, trace: Trace): CaptionPart[] {
  return captionOf(step, steps, story, trace) ?? fill(stepText(step, steps, trace), step, trace);
}

/** What comes to pass at a step, and what that changes for the shopper, in whole sentences. */
function stepText(step: Step, steps: readonly Step[], trace: Trace): string {
  const text = eventText(step, trace);
  const event = `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  const { shopper } = frame(trace, step.t);
  const ended = shopper.screen !== 'waiting' && shopper.screen !== frame(trace, steps[step.index - 1]?.t ?? 0).shopper.screen;
  if (!ended) return event;
  return shopper.screen === 'left' ? shopperText(shopper) : `${event} ${shopperText(shopper)}`;
}

/** What comes to pass at a step: "A sends B the request GET /prices". */
export function eventText({ event, kind, t }: Step, trace: Trace): string {
  if (event === null) return 'nothing has been sent yet';
  const { from, to, checkout } = event;
  const other = checkout !== null && checkout !== frame(trace, t).shopper.checkout;
  const said = (who: unknown): string => (other && who === 'shopper' ? 'another shopper' : nameOf(String(who)));
  if (kind === 'wait') {
    const name = waitName({ name: event.name, payload: event.payload } as Parameters<typeof waitName>[0]);
    if (name === 'shopper leaves') return `${said('shopper')} leaves`;
    const on = to ?? event.payload.to;
    return name === 'refused' ? `the connection of ${said(from)} to ${said(on)} is lost` : `the time-out of ${said(from)} for ${said(on)} runs out`;
  }
  const life = indexOf(trace).messages.get(event.id);
  const price = life?.price ?? priceOf(event.payload);
  const whose = other && from !== 'shopper' && to !== 'shopper' ? ', for another shopper,' : '';
  const fate = event.type === 'lost' ? ', which is lost' : event.type === 'refused' ? ', which is refused' : '';
  return `${said(from)} sends ${said(to)}${whose} the ${event.kind} ${event.name}${price ? ` with the price ${priceText(price)}` : ''}${fate}`;
}

/** What has become of the shopper. */
export function shopperText({ screen, waited, paid, now }: ShopperFrame): string {
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

const priceText = ({ cents, version }: Price): string => `${money(cents)}, version ${version}`;

const nameOf = (id: string): string => (id === 'A' || id === 'B' ? id : `the ${fullNameOf(id, id)}`);
