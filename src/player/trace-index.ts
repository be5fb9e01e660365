/** All that a view looks up in a trace, worked out once for each trace. */
import type { Micros } from '../simulation/scenario.ts';
import type { Trace } from '../simulation/trace.ts';
import { Changes, Intervals } from './intervals.ts';
import { lives, unanswered, type MessageLife, type WaitLife } from './lives.ts';
import { atOnce, type Pieces } from './pieces.ts';
import { shopperLives, type ShopperLife } from './shoppers.ts';
import { tracks, truthOf, type Track } from './tracks.ts';

export interface TraceIndex {
  messages: Map<number, MessageLife>;
  waits: WaitLife[];
  shoppers: Map<number, ShopperLife>;
  /** The shopper to look at when no other is asked for: one after the other, without overlap. */
  inTurn: Changes<ShopperLife | undefined>;
  tracks: Map<string, Track>;
  /** The id of the store whose prices are true. */
  truth: string;
  drawnMessages: Intervals<MessageLife>;
  drawnWaits: Intervals<WaitLife>;
  /** The same of one checkout, made when it is first followed. */
  drawnWaitsOf(checkout: number): Intervals<WaitLife>;
  /** By message: when whoever waited on it gave up. */
  givenUp: Map<number, Micros>;
  /** By message: the waits on it. */
  waitsOn: Map<number, WaitLife[]>;
}

const known = new WeakMap<Trace, TraceIndex>();

/** The index of a trace, which must not change afterwards. */
export function indexOf(trace: Trace): TraceIndex {
  return known.get(trace) ?? atOnce(indexing(trace));
}

/** Makes the index of a trace ready a piece at a time; `indexOf` has it at hand afterwards. */
export function* indexing(trace: Trace): Pieces<TraceIndex> {
  const { messages, waits } = yield* lives(trace);
  yield;
  const givenUp = new Map<number, Micros>();
  const waitsOn = new Map<number, WaitLife[]>();
  for (const wait of waits) {
    const { id } = wait.start;
    if (id === 0) continue;
    if (unanswered(wait) && wait.end) givenUp.set(id, wait.end.t);
    const others = waitsOn.get(id);
    if (others) others.push(wait);
    else waitsOn.set(id, [wait]);
  }
  const shoppers = yield* shopperLives(trace, messages);
  const found = yield* tracks(trace);
  yield;
  const drawnMessages = new Intervals([...messages.values()], ({ sent, gone }) => ({ from: sent.t, to: gone }));
  yield;
  const index = {
    messages,
    waits,
    shoppers,
    inTurn: oneAfterTheOther(shoppers),
    tracks: found,
    truth: truthOf(trace),
    drawnMessages,
    drawnWaits: drawn(waits),
    drawnWaitsOf: byCheckout(waits),
    givenUp,
    waitsOn,
  };
  known.set(trace, index);
  return index;
}

const drawn = (waits: readonly WaitLife[]) => new Intervals(waits, ({ start, end }) => ({ from: start.t, to: end?.t ?? Infinity }));

function byCheckout(waits: readonly WaitLife[]): TraceIndex['drawnWaitsOf'] {
  const made = new Map<number, Intervals<WaitLife>>();
  return (checkout) => {
    const own = made.get(checkout) ?? drawn(waits.filter(({ start }) => start.checkout === checkout));
    made.set(checkout, own);
    return own;
  };
}

function oneAfterTheOther(shoppers: Map<number, ShopperLife>): Changes<ShopperLife | undefined> {
  const [first] = shoppers.values();
  const turns = new Changes(first);
  let free = first?.settled ?? Infinity;
  for (const shopper of shoppers.values()) {
    if (shopper.pressed < free) continue;
    turns.add(shopper.pressed, shopper);
    free = shopper.settled;
  }
  return turns;
}
