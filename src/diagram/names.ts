/** What participants and messages are called in a figure. */
import { duration, money } from '../player/format.ts';
import type { Frame, FrameMessage, Wait } from '../player/frame.ts';
import { indexOf } from '../player/trace-index.ts';
import type { Payload, Price, Trace } from '../simulation/trace.ts';
import type { Width } from './layout/types.ts';

const names: Record<string, string> = {
  A: 'checkout', B: 'catalog', orders: 'orders DB', catalog: 'catalog DB', database: 'shared DB', jobs: 'job store',
};

/** The name beside a participant: "checkout", "orders DB". */
export const nameOf = (id: string): string => names[id] ?? id;

/** A message's name in two lines: broken before its last word. */
export const brokenName = (name: string): string[] => name.split(/ (?=\S+$)/);

/** What a screen reader calls a participant: "service A, checkout". */
export const fullNameOf = (id: string, role: string): string =>
  (role === 'service' ? `service ${id}, ${nameOf(id)}` : nameOf(id));

/** The service a participant belongs to, whose colour it wears: 'A', 'B' or 'none'. */
export const ownerOf = (who: string): string =>
  (['A', 'orders', 'cache', 'consumer'].includes(who) ? 'A' : ['B', 'catalog', 'jobs', 'relay'].includes(who) ? 'B' : 'none');

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** What is left of a wait: "time-out, 220 of 400 ms left". */
export function waitNote({ for: purpose, attempt, since, until, left, ended }: Wait, width: Width): string {
  if (ended === 'timeout') return 'timed out';
  if (ended === 'refused') return 'refused';
  if (ended === 'left') return 'given up';
  if (until === null || left === null) return '';
  const rest = duration(Math.ceil((left * (until - since)) / 1000) * 1000);
  if (purpose === 'backoff') return `tries again in ${rest}`;
  if (purpose === 'poll') return `asks again in ${rest}`;
  const whole = duration(until - since);
  const amount = whole.endsWith(' ms') ? rest.split(' ')[0]! : ((left * (until - since)) / 1e6).toFixed(2);
  const of = `${amount} of ${whole} left`;
  if (width < 1000) return of;
  return attempt > 1 ? `${ordinals[attempt] ?? attempt} try, ${of}` : `time-out, ${of}`;
}

/** How busy a service with a number of workers is: "1 of 4 workers busy", and in the widest drawing "4 of 4 busy, 2 wait". */
export function busyNote({ busy, workers, waiting, status }: Frame['participants'][string], width: Width): string {
  if (workers === null || status === 'down' || status === 'hang') return '';
  if (width < 1000) return `${busy} of ${workers} busy`;
  return waiting.length > 0 ? `${busy} of ${workers} busy, ${waiting.length} wait` : `${busy} of ${workers} workers busy`;
}

/** The wait that a participant's ring shows: the followed shopper's first, and only one that can run out. */
export function ringWait({ waits, shopper }: Frame, who: string): Wait | null {
  let first: Wait | null = null;
  for (const wait of waits) {
    if (wait.who !== who || wait.until === null || wait.for === 'patience') continue;
    if (wait.checkout === shopper.checkout) return wait;
    first ??= wait;
  }
  return first;
}

/** A product as a shopper calls it: "MUG-1" is a mug. */
const productOf = (sku: string): string => (/^[A-Z]{3}-[12]$/.test(sku) ? sku.slice(0, 3).toLowerCase() : sku);

/** What the shopper of a checkout has in the cart: "1 mug". */
export const cartOf = (trace: Trace, checkout: number): string => cart({ sku: indexOf(trace).shoppers.get(checkout)?.sku || null });

const cart = ({ sku, qty }: Payload): string => `${qty ?? 1} ${typeof sku === 'string' ? productOf(sku) : 'thing'}`;

/** What goes without saying in a message that carries more. */
const known = new Set(['id', 'sku', 'version', 'done']);

/** What a message carries, in a few words: "MUG-1 costs 12.50". */
export function payloadText(payload: Payload, price: Price | null): string {
  if (price) return `${price.sku ? `${price.sku} ` : ''}${price.sku ? 'costs ' : ''}${money(price.cents)}`;
  if ('qty' in payload) return cart(payload);
  const all = Object.entries(payload).filter(([, value]) => value !== null);
  const parts = all.length > 2 ? all.filter(([key]) => !known.has(key)) : all;
  return parts.map(([key, value]) => (key === 'reason' ? String(value) : `${key} ${value}`)).join(', ');
}

/** What became of a message, or else what it carries. */
export function messageNote({ fate, returning, payload, price, to }: FrameMessage, { participants }: Frame): string {
  if (fate === 'lost') {
    const status = participants[to]?.status;
    return status === 'hang' || status === 'down' ? 'sent, never answered' : 'lost on the way';
  }
  return returning ? 'refused' : payloadText(payload, price);
}
