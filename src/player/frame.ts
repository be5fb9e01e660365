/** What is visible at one instant of a trace. */
import type { MessageKind, Micros } from '../simulation/scenario.ts';
import type { Payload, Price, Trace } from '../simulation/trace.ts';
import { messagesAt, waitsAt } from './frame-exchanges.ts';
import { participantsAt, shopperAt } from './frame-participants.ts';
import type { ShopperLife } from './shoppers.ts';
import { indexOf, type TraceIndex } from './trace-index.ts';

export interface FrameMessage {
  id: number;
  checkout: number | null;
  from: string;
  to: string;
  kind: MessageKind;
  name: string;
  payload: Payload;
  /** The price it carries, if it carries one. */
  price: Price | null;
  sentAt: Micros;
  /** 0 at the sender, 1 at the receiver. A refused message goes to 1 and comes back; a lost one stops short of 1. */
  progress: number;
  /** `arrived` only at the very instant of arrival; `lost` stays until the wait on it ends, or for one hop. */
  fate: 'flying' | 'arrived' | 'lost' | 'refused';
  /** Refused and on its way back to the sender. */
  returning: boolean;
}

export interface QueueItem {
  id: number;
  checkout: number | null;
  kind: MessageKind;
  /** Whoever asked has left: the work is for nobody. */
  forNobody: boolean;
  price: Price | null;
}

export interface ParticipantFrame {
  status: 'well' | 'down' | 'hang' | 'slow';
  factor: number;
  busy: number;
  /** null = unlimited. */
  workers: number | null;
  /** null = unbounded. */
  places: number | null;
  /** Oldest first. */
  waiting: QueueItem[];
  /** A broker's, outbox's or job store's named queues, oldest first. */
  queues: Record<string, QueueItem[]>;
  /** Stores and caches: the price of the product the story is about, as this participant has it. */
  price: Price | null;
  /** Caches: when that price was copied, and since when the truth has been newer (null: it is not). */
  copiedAt: Micros | null;
  staleSince: Micros | null;
}

/** Somebody waits: drawn as a ring of what is left, and a thick edge. */
export interface Wait {
  /** The message waited on. */
  id: number;
  checkout: number | null;
  who: string;
  on: string;
  for: 'answer' | 'reply' | 'backoff' | 'poll' | 'patience';
  since: Micros;
  /** null: no limit. */
  until: Micros | null;
  /** What is left, 1 to 0; null without a limit. */
  left: number | null;
  attempt: number;
  /** It ended without an answer at this very instant. */
  ended: 'timeout' | 'refused' | 'left' | null;
}

/** What one shopper's screen shows. */
export interface ShopperFrame {
  checkout: number;
  screen: 'idle' | 'waiting' | 'confirmed' | 'wrong-price' | 'error' | 'left';
  /** How long the shopper has waited so far. */
  waited: Micros;
  paid: Price | null;
  /** The truth's price now (shown beside a wrong price). */
  now: Price | null;
  /** Why it failed: timeout, refused, rejected, abandoned, error. */
  reason: string | null;
}

export interface Frame {
  t: Micros;
  messages: FrameMessage[];
  participants: Record<string, ParticipantFrame>;
  waits: Wait[];
  /** The shopper being followed. */
  shopper: ShopperFrame;
}

/** Which shopper a view follows. Without one: the first, until another presses Buy after the outcome, and so on. */
export interface FrameOptions {
  checkout?: number | null;
  /** Whether only waits of the shopper being followed are wanted. */
  alone?: boolean;
}

/**
 * What is visible at `t` (microseconds, whole or not). A pure function: the same trace and instant
 * give an equal frame. What begins at `t` itself is not yet there; a message that ends at `t` still is.
 * Participants are looked up when they are first asked for: most frames of a run in play are drawn without.
 */
export function frame(trace: Trace, t: Micros, options: FrameOptions = {}): Frame {
  const index = indexOf(trace);
  const shopper = followed(index, t, options);
  let participants: Frame['participants'] | null = null;
  return {
    t,
    messages: messagesAt(index, t),
    get participants() {
      return participants ??= participantsAt(trace, index, t, shopper);
    },
    waits: waitsAt(index, t, options.alone ? shopper?.checkout ?? null : null),
    shopper: shopperAt(trace, index, t, shopper),
  };
}

function followed({ shoppers, inTurn }: TraceIndex, t: Micros, { checkout }: FrameOptions): ShopperLife | undefined {
  if (checkout !== undefined && checkout !== null) return shoppers.get(checkout);
  return inTurn.at(t);
}
