import { duration, money } from '../../player/format.ts';
import type { Frame, ShopperFrame } from '../../player/frame.ts';
import { URGENT_BELOW } from '../kit/shapes.ts';

/** What a shopper sees, in words. */
export interface ShopperView {
  shopper: ShopperFrame;
  cart: string;
  /** What is left of the shopper's patience, 1 to 0. */
  left: number;
  urgent: boolean;
  lost: boolean;
  title: string;
  /** How it ended: "gave up after 1.2 s". */
  note: string;
}

/** Seconds with two decimals: a clock that runs. */
export const clock = (micros: number): string => (micros / 1e6).toFixed(2);

/** The share of the shopper's patience that is left; 1 for one who waits for ever. */
export function patienceLeft({ waits, shopper }: Frame): number {
  const wait = waits.find((one) => one.for === 'patience' && one.checkout === shopper.checkout);
  return wait?.left ?? 1;
}

const reasons: Record<string, string> = {
  timeout: 'no answer in time', refused: 'a service was down', rejected: 'a service was full',
  error: 'an answer nobody could use', abandoned: 'gave up',
};

/** The words for a state of the shopper's screen. */
export function viewOf(shopper: ShopperFrame, left: number, cart: string): ShopperView {
  const urgent = left < URGENT_BELOW;
  const lost = ['error', 'left', 'wrong-price'].includes(shopper.screen);
  const title = {
    idle: 'Ready to buy', waiting: urgent ? 'Still checking' : 'Checking the price', confirmed: 'Order placed',
    'wrong-price': 'Wrong price', error: 'No price, no order', left: 'Still no price',
  }[shopper.screen];
  const note = {
    idle: '', waiting: '', confirmed: `after ${duration(shopper.waited)}`,
    'wrong-price': shopper.now ? `it is ${money(shopper.now.cents)} now` : '',
    error: reasons[shopper.reason ?? 'error'] ?? '', left: `gave up after ${duration(shopper.waited)}`,
  }[shopper.screen];
  return { shopper, cart, left, urgent, lost, title, note };
}
