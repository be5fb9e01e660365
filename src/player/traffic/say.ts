/** What is said at each step of a checkout that has no captions of its own: who, what, to whom, when. */
import type { CaptionPart } from '../caption-parts.ts';
import { waitName } from '../captions.ts';
import { duration, priceOf } from '../format.ts';
import type { Step } from '../steps.ts';
import { indexOf } from '../trace-index.ts';
import type { MessageEvent, StateEvent, Trace } from '../../simulation/trace.ts';
import { clock } from './outcomes.ts';

const names: Record<string, string> = {
  shopper: 'the shopper', orders: 'the orders database', catalog: 'the catalog database', database: 'the shared database',
  broker: 'the broker', jobs: 'the job store', cache: 'A’s copy', relay: 'the relay', consumer: 'the consumer',
};

const who = (id: string): string => names[id] ?? id;
const first = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentences for a step, with the price that it carries. */
export function say(step: Step, trace: Trace): CaptionPart[] {
  const { event, kind, t } = step;
  if (event === null) return [text(`The shopper is about to press Buy, at ${clock(t)}.`)];
  return event.type === 'state' ? sayWait(event, trace, t) : sayMessage(event, kind, trace, t);
}

function sayMessage(event: MessageEvent, kind: Step['kind'], trace: Trace, t: number): CaptionPart[] {
  const { messages } = indexOf(trace);
  const life = messages.get(event.id)!;
  const { from, to, name } = life.sent;
  const answers = life.sent.answers === null ? null : messages.get(life.sent.answers)?.sent.name ?? null;
  const price = priceOf(life.sent.payload);
  const whose = from === 'A' || from === 'B' ? `${from}’s` : `${first(who(from))}’s`;
  const what = answers === null ? name : `${whose} ${name}`;
  const rest = answers === null ? '' : `, the answer to ${answers}`;
  const at = ` at ${clock(t)}`;
  const tail: CaptionPart[] = price ? [text(' It carries '), { kind: 'tag', cents: price.cents, version: price.version }, text('.')] : [];
  if (kind === 'message' && event.type === 'send') return [text(`${what} to ${who(to)} is still under way when the run ends.`)];
  if (event.type === 'lost') return [text(`${first(what)} to ${who(to)} is lost${at}${rest}. Nobody is told.`)];
  if (event.type === 'refused') return [text(`${first(who(from))} learns${at} that ${who(to)} refused ${name}.`)];
  const took = duration(t - life.sent.t);
  if (answers !== null) return [text(`${what} reaches ${who(to)}${at}${rest}.`), ...tail];
  return [text(`${first(name)} from ${who(from)} reaches ${who(to)}${at}, ${took} after it was sent.`), ...tail];
}

function sayWait(event: StateEvent, trace: Trace, t: number): CaptionPart[] {
  const name = waitName(event);
  const on = String(event.to ?? event.payload.to ?? '');
  const asked = indexOf(trace).messages.get(event.id)?.sent.name ?? 'the answer';
  const wait = indexOf(trace).waitsOn.get(event.id)?.findLast(({ start }) => start.t <= t);
  const waited = wait ? duration(t - wait.start.t) : '';
  if (name === 'shopper leaves') return [text(`The shopper leaves at ${clock(t)}, after ${waited} without an answer. The checkout has failed.`)];
  if (name === 'refused') return [text(`${who(on)} goes down with ${asked} in its hands. ${first(who(event.from))} learns it at ${clock(t)}.`.replace(/^./, (letter) => letter.toUpperCase()))];
  const attempt = Number(event.payload.attempt ?? 1);
  return [text(`${first(who(event.from))} stops waiting for ${who(on)} at ${clock(t)}, ${waited} after ${asked} was sent${attempt > 1 ? ` for the ${ordinal(attempt)} time` : ''}.`)];
}

const ordinal = (n: number): string => ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'][n - 1] ?? `${n}th`;
const text = (words: string): CaptionPart => ({ kind: 'text', text: words });
