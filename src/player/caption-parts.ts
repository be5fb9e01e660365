/** The text of a caption, with its figures taken from the run and its A, B and price made visible. */
import type { Micros } from '../simulation/scenario.ts';
import type { Price, StateEvent, Trace } from '../simulation/trace.ts';
import { duration, money, priceOf } from './format.ts';
import { indexOf, type TraceIndex } from './trace-index.ts';
import type { Step } from './steps.ts';

/** A piece of a caption: words, the badge of a service at its first mention, or a price tag. */
export type CaptionPart =
  | { kind: 'text'; text: string }
  | { kind: 'badge'; who: 'A' | 'B' }
  | { kind: 'tag'; cents: number; version: number };

/** The names that may stand in braces in a caption. */
export const captionFields = ['at', 'waited', 'took', 'price', 'attempt'] as const;

const PIECE = /\{(at|waited|took|price|attempt)\}|(?<![\w-])([AB])(?![\w-])/g;

/** A caption's template filled for `step`. A field the run has no value for is left out. */
export function fill(template: string, step: Step, trace: Trace): CaptionPart[] {
  const parts: CaptionPart[] = [];
  const badged = new Set<string>();
  const say = (text: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'text') last.text += text;
    else if (text !== '') parts.push({ kind: 'text', text });
  };
  let read = 0;
  for (const match of template.matchAll(PIECE)) {
    const [piece, field, who] = match;
    say(template.slice(read, match.index));
    read = match.index + piece.length;
    if (field === 'price') {
      const price = pricedAt(step, trace);
      if (price) parts.push({ kind: 'tag', cents: price.cents, version: price.version });
    } else if (field !== undefined) say(fieldAt(field, step, trace));
    else if (badged.has(piece)) say(piece);
    else {
      badged.add(piece);
      parts.push({ kind: 'badge', who: who as 'A' | 'B' });
    }
  }
  say(template.slice(read));
  return parts;
}

/** A caption as plain text, to be announced or listed. */
export function captionText(parts: readonly CaptionPart[]): string {
  return parts.map((part) => {
    if (part.kind === 'text') return part.text;
    return part.kind === 'badge' ? part.who : `${money(part.cents)} (version ${part.version})`;
  }).join('');
}

function fieldAt(field: string, step: Step, trace: Trace): string {
  if (field === 'at') return duration(step.t);
  const index = indexOf(trace);
  if (field === 'attempt') return String(waitOf(index, step)?.attempt ?? 1);
  return duration(field === 'took' ? tookAt(index, step) : waitedAt(index, step));
}

function waitOf(index: TraceIndex, { event, t }: Step) {
  if (event === null) return undefined;
  for (const id of [event.id, event.answers]) {
    const waits = id === null ? undefined : index.waitsOn.get(id);
    const wait = waits?.findLast(({ start }) => start.t <= t && sameKind(start, event));
    if (wait) return wait;
  }
  return undefined;
}

/** A step that ends a wait speaks of that wait; a message's step of the wait for what comes of it. */
function sameKind({ payload }: StateEvent, event: NonNullable<Step['event']>): boolean {
  if (event.type === 'state') return event.payload.for === payload.for;
  return payload.for !== 'backoff' && payload.for !== 'poll';
}

function tookAt(index: TraceIndex, step: Step): Micros {
  const { event, kind, t } = step;
  if (event === null) return 0;
  if (kind === 'wait') return waitedAt(index, step);
  const from = index.messages.get(event.answers ?? event.id) ?? index.messages.get(event.id);
  return t - (from?.sent.t ?? t);
}

function waitedAt(index: TraceIndex, step: Step): Micros {
  const wait = waitOf(index, step);
  if (wait !== undefined && wait.for !== 'patience') return step.t - wait.start.t;
  const { checkout = null } = step.event ?? {};
  for (const shopper of index.shoppers.values()) {
    if (checkout === null || shopper.checkout === checkout) return Math.max(0, step.t - shopper.pressed);
  }
  return 0;
}

function pricedAt({ event, t }: Step, trace: Trace): Price | null {
  const index = indexOf(trace);
  const carried = event && (priceOf(event.payload) ?? (event.answers === null ? null : index.messages.get(event.answers)?.price));
  if (carried) return carried;
  const [shopper] = index.shoppers.values();
  const sku = shopper?.sku ?? '';
  return index.tracks.get(index.truth)?.prices.get(sku)?.at(t)?.price ?? null;
}
