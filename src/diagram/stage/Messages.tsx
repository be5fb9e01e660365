import { useMemo, useRef, useState } from 'react';
import type { Frame, FrameMessage } from '../../player/frame.ts';
import type { Topology } from '../../simulation/technique.ts';
import { useLive, usePaint, useRun, useShown } from '../hooks.ts';
import { currentMessage } from '../current.ts';
import { CROWD, type Live } from '../live.ts';
import { brokenName, messageNote } from '../names.ts';
import { titled } from '../layout/wires.ts';
import { useStage } from './context.ts';
import { Defs } from './Defs.tsx';
import { Slot, type SlotHandle } from './Slot.tsx';
import { Flow } from './Flow.tsx';
import { emptySlot, type SlotLook, type SlotView } from './slot.ts';
import { slotViews, trackFinder, type WireTrack } from './tracks.ts';

/** Slots are added this many at a time, so that a burst of messages renders seldom. */
const CHUNK = 8;

const none: ReadonlyMap<number, SlotView> = new Map();

/** The layer over the participants in which messages move. */
export function Messages({ topology }: { topology: Topology }) {
  const { drawing, prefix } = useStage();
  const { trace } = useRun();
  const find = useMemo(() => trackFinder(topology, drawing, trace), [topology, drawing, trace]);
  const live = useLive();
  const views = (frame: Frame, { crowd, followed }: Live) => {
    const own = frame.messages.length > CROWD ? 'short' : 'full';
    if (followed !== null) return slotViews(frame, find, own, 'aside');
    if (crowd === null) return slotViews(frame, find, own);
    return crowd.dense(frame.t) ? none : slotViews(frame, find, own, 'plain');
  };
  const [first] = useState(() => views(live.frame, live));
  const [count, setCount] = useState(Math.max(CHUNK, first.size));
  const slots = useRef<(SlotHandle | null)[]>([]);
  const looks = useRef<SlotLook[]>([]);
  const places = useRef(new Map([...first.keys()].map((id, i) => [id, i])));

  usePaint((frame) => {
    const now = views(frame, live);
    if (now.size > count) setCount(Math.ceil(now.size / CHUNK) * CHUNK);
    const before = places.current;
    const kept = keepPlaces(before, now, slots.current.length, looks.current);
    places.current = kept;
    if (kept !== before) {
      const taken = new Set(kept.values());
      slots.current.forEach((slot, i) => !taken.has(i) && slot?.hide());
    }
    for (const [id, place] of kept) {
      const view = now.get(id)!;
      looks.current[place] = view.look;
      slots.current[place]?.show(view);
    }
  });

  const initial = [...first.values()];
  return (
    <svg className="messages" width={drawing.width} height={drawing.height} aria-hidden="true" focusable="false">
      <Defs />
      <Flow find={find} />
      {Array.from({ length: count }, (_, i) => (
        <Slot key={i} prefix={prefix} view={initial[i] ?? emptySlot} handle={(slot) => { slots.current[i] = slot; }} />
      ))}
      <CurrentName topology={topology} />
    </svg>
  );
}

/**
 * Each message keeps its slot for as long as it is there; a new one takes one that looked last as it does, or else any that is free.
 * The same map while none comes or goes.
 */
function keepPlaces(before: Map<number, number>, now: ReadonlyMap<number, SlotView>, count: number, looks: readonly SlotLook[]): Map<number, number> {
  let same = now.size === before.size;
  for (const id of now.keys()) same &&= before.has(id);
  if (same) return before;
  const kept = new Map<number, number>();
  const taken = new Uint8Array(count);
  const take = (id: number, place: number) => {
    kept.set(id, place);
    taken[place] = 1;
  };
  for (const [id, place] of before) if (now.has(id)) take(id, place);
  const ready = new Map<SlotLook, number>();
  for (let place = 0; place < count; place += 1) if (!taken[place] && looks[place]) ready.set(looks[place]!, place);
  for (const [id, { look }] of now) {
    const place = kept.has(id) ? undefined : ready.get(look);
    if (place === undefined) continue;
    take(id, place);
    ready.delete(look);
  }
  let free = 0;
  for (const id of now.keys()) {
    if (kept.has(id)) continue;
    while (taken[free]) free += 1;
    if (free >= count) break;
    take(id, free);
  }
  return kept;
}

/** The name of the message the reader is looking at, beside its wire, and what it carries. */
export function CurrentName({ topology }: { topology: Topology }) {
  const { drawing } = useStage();
  const { trace } = useRun();
  const find = useMemo(() => trackFinder(topology, drawing, trace), [topology, drawing, trace]);
  const shown = useShown((frame, live) => {
    if (live.crowd && live.followed === null) return null;
    const message = currentMessage(frame, live.playback.state);
    return message && { message, note: messageNote(message, frame) };
  }, (one) => (one ? `${one.message.id} ${one.note}` : ''));
  const track = shown && find(shown.message.id, shown.message.from, shown.message.to);
  return track && <NameBeside {...shown} track={track} />;
}

/** A message's name where its wire has room for it, and a note below. */
export function NameBeside({ message, note, track }: { message: FrameMessage; note: string; track: WireTrack }) {
  const { drawing } = useStage();
  if (titled(drawing.nodes, message.name)) return null;
  const { x, y, anchor, lines, broken = false } = message.price ? track.wire.tagged : track.wire.label;
  const line = drawing.width === 1000 ? 17 : 16;
  const parts = broken ? brokenName(message.name) : [message.name];
  const lost = message.fate === 'lost' || message.returning;
  return (
    <g className="current-name">
      {parts.map((part, i) => <text key={part} className="t-name" x={x} y={y + i * line} textAnchor={anchor}>{part}</text>)}
      {lines === 2 && (
        <text className={lost ? 't-note urgent' : 't-note'} x={x} y={y + line} textAnchor={anchor}>{note}</text>
      )}
    </g>
  );
}
