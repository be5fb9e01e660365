import { useMemo, useRef, useState } from 'react';
import type { Frame, FrameMessage } from '../../player/frame.ts';
import type { Topology } from '../../simulation/technique.ts';
import { usePaint, usePlayback, useShown } from '../hooks.ts';
import { currentMessage } from '../current.ts';
import type { Live } from '../live.ts';
import { messageNote } from '../names.ts';
import { useStage } from './context.ts';
import { Defs } from './Defs.tsx';
import { Slot, type SlotHandle } from './Slot.tsx';
import { Flow } from './Flow.tsx';
import { emptySlot } from './slot.ts';
import { slotViews, trackFinder, type WireTrack } from './tracks.ts';

/** Slots are added this many at a time, so that a burst of messages renders seldom. */
const CHUNK = 8;

/** The layer over the participants in which messages move. */
export function Messages({ topology }: { topology: Topology }) {
  const { drawing, prefix } = useStage();
  const { trace } = usePlayback();
  const find = useMemo(() => trackFinder(topology, drawing, trace), [topology, drawing, trace]);
  const views = (frame: Frame, { crowd, followed }: Live) => (crowd?.dense(frame.t) ? [] : slotViews(frame, find, followed));
  const first = useShown(views, () => '');
  const [count, setCount] = useState(Math.max(CHUNK, first.length));
  const slots = useRef<(SlotHandle | null)[]>([]);

  usePaint((frame, live) => {
    const now = views(frame, live);
    if (now.length > count) setCount(Math.ceil(now.length / CHUNK) * CHUNK);
    slots.current.forEach((slot, i) => slot?.show(now[i] ?? emptySlot));
  });

  return (
    <svg className="messages" width={drawing.width} height={drawing.height} aria-hidden="true" focusable="false">
      <Defs />
      <Flow />
      {Array.from({ length: count }, (_, i) => (
        <Slot key={i} prefix={prefix} view={first[i] ?? emptySlot} handle={(slot) => { slots.current[i] = slot; }} />
      ))}
      <CurrentName topology={topology} />
    </svg>
  );
}

/** The name of the message the reader is looking at, beside its wire, and what it carries. */
export function CurrentName({ topology }: { topology: Topology }) {
  const { drawing } = useStage();
  const { trace } = usePlayback();
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
  const { y, anchor, lines } = track.wire.label;
  const { side, compact } = track.tag;
  const beside = message.price !== null && anchor === (side === 'left' ? 'end' : 'start');
  const x = track.wire.label.x + (beside ? (compact ? 38 : 86) * (side === 'left' ? -1 : 1) : 0);
  const lost = message.fate === 'lost' || message.returning;
  return (
    <g className="current-name">
      <text className="t-name" x={x} y={y} textAnchor={anchor}>{message.name}</text>
      {lines === 2 && side === 'below' && (
        <text className={lost ? 't-note urgent' : 't-note'} x={x} y={y + (drawing.width === 1000 ? 16 : 15)} textAnchor={anchor}>{note}</text>
      )}
    </g>
  );
}
