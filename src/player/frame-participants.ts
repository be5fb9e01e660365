/** The state of each participant, and the shopper's screen, at one instant. */
import type { Micros } from '../simulation/scenario.ts';
import type { Price, Trace } from '../simulation/trace.ts';
import type { ParticipantFrame, QueueItem, ShopperFrame } from './frame.ts';
import type { Intervals } from './intervals.ts';
import { skuOf, type ShopperLife } from './shoppers.ts';
import type { TraceIndex } from './trace-index.ts';
import type { Stay, Track } from './tracks.ts';

/** Every participant of the run at `t`, by id; prices are those of the followed shopper's product. */
export function participantsAt(
  trace: Trace, index: TraceIndex, t: Micros, shopper: ShopperLife | undefined,
): Record<string, ParticipantFrame> {
  const participants: Record<string, ParticipantFrame> = {};
  const { scenario } = trace;
  const sku = skuOf(trace, shopper);
  for (const [id, track] of index.tracks) {
    const station = id === 'shopper' ? undefined : scenario.participants[id as 'A'];
    participants[id] = {
      ...track.status.at(t),
      busy: track.busy.at(t),
      workers: id === 'consumer' ? scenario.policies.consumers : (station?.workers ?? null),
      places: station?.queue ?? null,
      waiting: itemsAt(index, track.waiting, t),
      queues: queuesAt(index, track, t),
      ...holdingAt(index, id, sku, t, shopper),
    };
  }
  return participants;
}

/** What the followed shopper's screen shows at `t`. */
export function shopperAt(
  trace: Trace, index: TraceIndex, t: Micros, shopper: ShopperLife | undefined,
): ShopperFrame {
  const now = priceAt(index, index.truth, skuOf(trace, shopper), t);
  const idle: ShopperFrame = {
    checkout: shopper?.checkout ?? 0, screen: 'idle', waited: 0, paid: null, now, reason: null,
  };
  if (shopper === undefined || t <= shopper.pressed) return idle;
  const waited = Math.min(t, shopper.settled) - shopper.pressed;
  if (t < shopper.settled) return { ...idle, screen: 'waiting', waited };
  const { screen, paid, reason } = shopper;
  return { ...idle, screen, waited, paid, reason };
}

function queuesAt(index: TraceIndex, { queues }: Track, t: Micros): Record<string, QueueItem[]> {
  const kept: Record<string, QueueItem[]> = {};
  for (const [name, stays] of queues) kept[name] = itemsAt(index, stays, t);
  return kept;
}

function itemsAt(index: TraceIndex, stays: Intervals<Stay>, t: Micros): QueueItem[] {
  const there = stays.at(t).filter(({ to }) => to > t);
  there.sort((a, b) => a.place - b.place);
  return there.map(({ id, price }) => {
    const life = index.messages.get(id);
    const checkout = life?.sent.checkout ?? null;
    const left = checkout !== null && (index.shoppers.get(checkout)?.failed ?? Infinity) <= t;
    return {
      id,
      checkout,
      kind: life?.sent.kind ?? 'event',
      forNobody: left || (index.givenUp.get(id) ?? Infinity) <= t,
      price: life?.price ?? price,
    };
  });
}

type Holding = Pick<ParticipantFrame, 'price' | 'copiedAt' | 'staleSince'>;

function holdingAt(
  index: TraceIndex, id: string, sku: string, t: Micros, shopper: ShopperLife | undefined,
): Holding {
  const history = index.tracks.get(id)?.prices.get(sku);
  if (history === undefined) {
    const kept = shopper?.kept.get(id);
    return { price: kept && kept.at <= t ? kept.price : null, copiedAt: null, staleSince: null };
  }
  const held = history.at(t);
  if (held === null || id === index.truth) return { price: held?.price ?? null, copiedAt: null, staleSince: null };
  return { price: held.price, copiedAt: held.since, staleSince: staleSince(index, held.price, t) };
}

function staleSince({ tracks, truth }: TraceIndex, copy: Price, t: Micros): Micros | null {
  const changes = tracks.get(truth)?.prices.get(copy.sku);
  for (const [at, held] of changes?.entries() ?? []) {
    if (at > t) return null;
    if (held !== null && held.price.version > copy.version) return at;
  }
  return null;
}

function priceAt({ tracks }: TraceIndex, id: string, sku: string, t: Micros): Price | null {
  return tracks.get(id)?.prices.get(sku)?.at(t)?.price ?? null;
}
