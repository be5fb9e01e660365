/** What travels and who waits, at one instant. */
import type { Micros } from '../simulation/scenario.ts';
import type { FrameMessage, Wait } from './frame.ts';
import { unanswered, type MessageLife, type WaitLife } from './lives.ts';
import type { TraceIndex } from './trace-index.ts';

/** The messages drawn at `t`, in the order of sending. */
export function messagesAt({ drawnMessages }: TraceIndex, t: Micros): FrameMessage[] {
  const drawn: FrameMessage[] = [];
  for (const life of drawnMessages.at(t)) {
    if (life.sent.t === t && life.end?.t !== t) continue;
    drawn.push(messageAt(life, t));
  }
  return drawn;
}

/** Who waits on whom at `t`, in the order of beginning. @param only the checkout whose waits are wanted; null: all */
export function waitsAt({ drawnWaits, drawnWaitsOf }: TraceIndex, t: Micros, only: number | null): Wait[] {
  const drawn: Wait[] = [];
  for (const wait of (only === null ? drawnWaits : drawnWaitsOf(only)).at(t)) {
    const ends = wait.end?.t === t;
    if (wait.start.t === t && !ends) continue;
    if (ends && !unanswered(wait)) continue;
    drawn.push(waitAt(wait, t, ends));
  }
  return drawn;
}

function messageAt({ sent, end, hop, stop, price }: MessageLife, t: Micros): FrameMessage {
  const { id, checkout, from, to, kind, name, payload } = sent;
  const travelled = hop > 0 ? (t - sent.t) / hop : 2;
  const returning = end?.type === 'refused' && travelled >= 1;
  let progress = Math.min(travelled, 1);
  let fate: FrameMessage['fate'] = 'flying';
  if (returning) {
    progress = Math.max(0, 2 - travelled);
    fate = 'refused';
  } else if (end?.type === 'lost') {
    progress = Math.min(travelled, stop);
    if (travelled >= stop) fate = 'lost';
  } else if (end?.type === 'deliver' && end.t === t) {
    progress = 1;
    fate = 'arrived';
  }
  return { id, checkout, from, to, kind, name, payload, price, sentAt: sent.t, progress, fate, returning };
}

function waitAt(wait: WaitLife, t: Micros, ends: boolean): Wait {
  const { start, until } = wait;
  return {
    id: start.id,
    checkout: start.checkout,
    who: start.from,
    on: wait.on,
    for: wait.for,
    since: start.t,
    until,
    left: until === null ? null : until > start.t ? clamp((until - t) / (until - start.t)) : 0,
    attempt: wait.attempt,
    ended: ends ? (wait.end!.name as Wait['ended']) : null,
  };
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
