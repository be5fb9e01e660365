import { useMemo, useRef, useState } from 'react';
import type { Frame, FrameMessage } from '../../player/frame.ts';
import type { Topology } from '../../simulation/technique.ts';
import { useAwake, useLive, usePaint, useRun, useShown } from '../hooks.ts';
import { currentMessage } from '../current.ts';
import { CROWD } from '../live.ts';
import { brokenName, messageNote } from '../names.ts';
import { titled } from '../layout/wires.ts';
import { useStage } from './context.ts';
import { isFaint } from './crowd.ts';
import { Crowd } from './Crowd.tsx';
import { Defs } from './Defs.tsx';
import { Slot, type SlotHandle } from './Slot.tsx';
import { Flow } from './Flow.tsx';
import { emptySlot, type SlotView } from './slot.ts';
import { slotViews, trackFinder, type WireTrack } from './tracks.ts';

/** Slots are added this many at a time, so that a burst of messages renders seldom. A page that has not woken has none to spare. */
const CHUNK = 8;

const none: ReadonlyMap<number, SlotView> = new Map();

/** The layer over the participants in which messages move. */
export function Messages({ topology }: { topology: Topology }) {
  const { drawing, prefix } = useStage();
  const { trace } = useRun();
  const find = useMemo(() => trackFinder(topology, drawing, trace), [topology, drawing, trace]);
  const live = useLive();
  const views = (frame: Frame) => (live.isFlowing(frame.t)
    ? none
    : slotViews(frame, find, (message) => !isFaint(message, frame, live), frame.messages.length <= CROWD));
  const [first] = useState(() => views(live.frame));
  const [most, setMost] = useState(first.size);
  const awake = useAwake();
  const count = awake ? Math.max(CHUNK, most) : most;
  const [plain] = useState(() => first.size === 0 && Object.values(live.frame.participants).every(({ status }) => status === 'well'));
  const slots = useRef<(SlotHandle | null)[]>([]);
  const places = useRef(new Map([...first.keys()].map((id, i) => [id, i])));

  usePaint((frame) => {
    const now = views(frame);
    if (now.size > count) setMost(Math.ceil(now.size / CHUNK) * CHUNK);
    const kept = keepPlaces(places.current, now, slots.current.length);
    places.current = kept;
    const taken = new Set(kept.values());
    slots.current.forEach((slot, i) => !taken.has(i) && slot?.hide());
    for (const [id, place] of kept) slots.current[place]?.show(now.get(id)!);
  });

  const initial = [...first.values()];
  return (
    <svg className="messages" width={drawing.width} height={drawing.height} aria-hidden="true" focusable="false">
      {(awake || !plain) && <Defs />}
      <Flow find={find} />
      <Crowd find={find} />
      {Array.from({ length: count }, (_, i) => (
        <Slot key={i} prefix={prefix} view={initial[i] ?? emptySlot} handle={(slot) => { slots.current[i] = slot; }} />
      ))}
      <CurrentName topology={topology} />
    </svg>
  );
}

/** Each message keeps its slot for as long as it is there; a new one takes the first that is free. */
function keepPlaces(before: Map<number, number>, now: ReadonlyMap<number, SlotView>, count: number): Map<number, number> {
  const kept = new Map([...before].filter(([id]) => now.has(id)));
  const taken = new Set(kept.values());
  let free = 0;
  for (const id of now.keys()) {
    if (kept.has(id)) continue;
    while (taken.has(free)) free += 1;
    if (free >= count) break;
    kept.set(id, free);
    taken.add(free);
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
