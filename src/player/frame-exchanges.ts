/** What travels and who waits, at one instant. */
import type { Micros } from '../simulation/scenario.ts';
import type { FrameMessage, Wait } from './frame.ts';
import { unanswered, type MessageLife, type WaitLife } from './lives.ts';
import type { TraceIndex } from './trace-index.ts';

/** The messages drawn at `t`, in the order of sending. */
export function messagesAt({ drawnMessages }: TraceIndex, t: Micros): FrameMessage[] {
  const drawn: FrameMessage[] = [];
  for (const life of drawnMessages.at(t)) {
    const { sent, end, price } = life;
    if (sent.t === t && end?.t !== t) continue;
    const { id, checkout, from, to, kind, name, payload } = sent;
    drawn.push({ id, checkout, from, to, kind, name, payload, price, sentAt: sent.t, ...wayAt(life, t) });
  }
  return drawn;
}

/** Who waits on whom at `t`, in the order of beginning. */
export function waitsAt({ drawnWaits }: TraceIndex, t: Micros): Wait[] {
  const drawn: Wait[] = [];
  for (const wait of drawnWaits.at(t)) {
    const ends = wait.end?.t === t;
    if (wait.start.t === t && !ends) continue;
    if (ends && !unanswered(wait)) continue;
    drawn.push(waitAt(wait, t, ends));
  }
  return drawn;
}

type Way = Pick<FrameMessage, 'progress' | 'fate' | 'returning'>;

function wayAt({ sent, end, hop, stop }: MessageLife, t: Micros): Way {
  const travelled = hop > 0 ? (t - sent.t) / hop : 2;
  if (end?.type === 'refused') {
    if (travelled < 1) return { progress: travelled, fate: 'flying', returning: false };
    return { progress: Math.max(0, 2 - travelled), fate: 'refused', returning: true };
  }
  if (end?.type === 'lost') {
    const lost = travelled >= stop;
    return { progress: Math.min(travelled, stop), fate: lost ? 'lost' : 'flying', returning: false };
  }
  if (end?.t === t) return { progress: 1, fate: 'arrived', returning: false };
  return { progress: Math.min(travelled, 1), fate: 'flying', returning: false };
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
