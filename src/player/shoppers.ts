/** What every shopper of a run sees, from pressing Buy to the outcome. */
import type { Micros } from '../simulation/scenario.ts';
import type { Price, Trace } from '../simulation/trace.ts';
import { priceOf } from './format.ts';
import type { ShopperFrame } from './frame.ts';
import type { MessageLife } from './lives.ts';
import { PIECE, type Pieces } from './pieces.ts';

export interface ShopperLife {
  checkout: number;
  sku: string;
  /** When the shopper pressed Buy. */
  pressed: Micros;
  /** When the screen last changes; Infinity when it never does. */
  settled: Micros;
  screen: ShopperFrame['screen'];
  paid: Price | null;
  reason: string | null;
  /** When the checkout failed, the shopper's leaving included; Infinity when it did not. */
  failed: Micros;
  /** Whether A has sent an answer. */
  answered: boolean;
  /** The price that a store keeps for this checkout, as in an order or a quote, by store. */
  kept: Map<string, { at: Micros; price: Price }>;
}

/** Every checkout of the trace by its number, in the order of the shoppers' pressing Buy. */
export function* shopperLives(trace: Trace, messages: Map<number, MessageLife>): Pieces<Map<number, ShopperLife>> {
  const shoppers = new Map<number, ShopperLife>();
  let seen = 0;
  for (const life of messages.values()) {
    if (seen++ % PIECE === 0) yield;
    const { sent } = life;
    if (sent.checkout === null) continue;
    const shopper = shoppers.get(sent.checkout) ?? begin(sent.checkout, sent.t);
    shoppers.set(sent.checkout, shopper);
    if (shopper.sku === '' && typeof sent.payload.sku === 'string') shopper.sku = sent.payload.sku;
    hear(shopper, life);
    const asked = sent.answers === null ? undefined : messages.get(sent.answers);
    if (asked?.sent.kind === 'command' && asked.price && (sent.name === 'committed' || sent.name === 'stored')) {
      shopper.kept.set(sent.from, { at: sent.t, price: asked.price });
    }
  }
  for (const event of trace.events) {
    if (seen++ % PIECE === 0) yield;
    if (event.type !== 'state' || event.kind !== 'checkout' || event.checkout === null) continue;
    const shopper = shoppers.get(event.checkout);
    if (shopper === undefined) continue;
    if (event.name === 'completed') {
      shopper.screen = event.payload.wrong === true ? 'wrong-price' : 'confirmed';
      shopper.paid = withSku(priceOf(event.payload), shopper.sku);
    }
    if (event.name === 'failed') fail(shopper, event.t, String(event.payload.reason ?? 'error'));
  }
  return shoppers;
}

/** The product a run is about: the followed shopper's, or else the first whose price is known. */
export function skuOf(trace: Trace, shopper: ShopperLife | undefined): string {
  if (shopper !== undefined && shopper.sku !== '') return shopper.sku;
  return Object.values(trace.initial)[0]?.[0]?.sku ?? '';
}

function begin(checkout: number, pressed: Micros): ShopperLife {
  const untold = { screen: 'waiting' as const, paid: null, reason: null, answered: false, kept: new Map() };
  return { checkout, sku: '', pressed, settled: Infinity, failed: Infinity, ...untold };
}

function hear(shopper: ShopperLife, { sent, end, price }: MessageLife): void {
  if (sent.from === 'shopper' && end?.type === 'refused') {
    shopper.settled = end.t;
    fail(shopper, end.t, 'refused');
  }
  if (sent.to !== 'shopper') return;
  shopper.answered = true;
  if (end?.type !== 'deliver') return;
  shopper.settled = Math.min(shopper.settled, end.t);
  shopper.screen = sent.name.startsWith('2') ? 'confirmed' : 'error';
  shopper.paid = withSku(price, shopper.sku);
}

function fail(shopper: ShopperLife, t: Micros, reason: string): void {
  shopper.reason = reason;
  shopper.failed = t;
  shopper.screen = reason === 'abandoned' ? 'left' : 'error';
  if (reason === 'abandoned' || !shopper.answered) shopper.settled = t;
}

function withSku(price: Price | null, sku: string): Price | null {
  return price && { ...price, sku: price.sku === '' ? sku : price.sku };
}
