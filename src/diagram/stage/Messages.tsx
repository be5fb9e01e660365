import { useMemo, useRef, useState } from 'react';
import type { Frame } from '../../player/frame.ts';
import { indexOf } from '../../player/trace-index.ts';
import type { Topology } from '../../simulation/technique.ts';
import { usePaint, usePlayback, useShown } from '../hooks.ts';
import { currentMessage } from '../current.ts';
import { wireFor } from '../layout.ts';
import { pathOf, type Path } from '../layout/route.ts';
import type { Wire } from '../layout/types.ts';
import { messageNote } from '../names.ts';
import { useStage } from './context.ts';
import { Defs } from './Defs.tsx';
import { Slot, type SlotHandle } from './Slot.tsx';
import { emptySlot, slotView, type SlotView, type Track } from './slot.ts';

/** Slots are added this many at a time, so that a burst of messages renders seldom. */
const CHUNK = 8;

/** The layer over the participants in which messages move. */
export function Messages({ topology }: { topology: Topology }) {
  const { drawing, prefix } = useStage();
  const { trace } = usePlayback();
  const find = useMemo(() => trackFinder(topology, drawing, trace), [topology, drawing, trace]);
  const views = (frame: Frame): SlotView[] => frame.messages.flatMap((message) => {
    const track = find(message.id, message.from, message.to);
    const status = frame.participants[message.to]?.status;
    const deaf = message.fate === 'lost' && (status === 'hang' || status === 'down');
    return track ? [slotView(message, track, deaf, tagRoom(track.path, drawing.width))] : [];
  });
  const first = useShown(views, () => '');
  const [count, setCount] = useState(Math.max(CHUNK, first.length));
  const slots = useRef<(SlotHandle | null)[]>([]);

  usePaint((frame) => {
    const now = views(frame);
    if (now.length > count) setCount(Math.ceil(now.length / CHUNK) * CHUNK);
    slots.current.forEach((slot, i) => slot?.show(now[i] ?? emptySlot));
  });

  return (
    <svg className="messages" width={drawing.width} height={drawing.height} aria-hidden="true" focusable="false">
      <Defs />
      {Array.from({ length: count }, (_, i) => (
        <Slot key={i} prefix={prefix} view={first[i] ?? emptySlot} handle={(slot) => { slots.current[i] = slot; }} />
      ))}
      <CurrentName topology={topology} />
    </svg>
  );
}

/** A tag hangs beside participants, never over them, wherever its wire is long enough. */
function tagRoom({ points }: Path, width: number): [number, number] {
  const xs = points.map(({ x }) => x);
  const [from, to] = [Math.min(...xs) + 16, Math.max(...xs) - 4];
  return to - from >= 74 ? [from, to] : [4, width - 4];
}

function trackFinder(topology: Topology, drawing: Parameters<typeof wireFor>[0], trace: Parameters<typeof indexOf>[0]) {
  const { messages } = indexOf(trace);
  const paths = new Map<string, Path>(drawing.wires.map((wire) => [wire.id, pathOf(wire.points)]));
  const queues = new Set(Object.values(topology.participants).flatMap((one) => Object.keys(one.queues)));
  const discs = new Set(drawing.nodes.filter(({ shape }) => shape === 'disc').map(({ id }) => id));
  const insetsOf = ({ ends }: Wire, { total }: Path): [number, number] => {
    const [near, far] = ends.map((end) => (discs.has(end) ? 28 : 14)) as [number, number];
    const room = Math.min(1, (total * 0.62) / (near + far));
    return [near * room, far * room];
  };
  const known = new Map<number, Track & { wire: Wire } | null>();
  return (id: number, from: string, to: string) => {
    let track = known.get(id);
    if (track === undefined) {
      const sent = messages.get(id)?.sent;
      const asked = sent?.answers === null || !sent ? undefined : messages.get(sent.answers)?.sent;
      const queue = [sent?.name, asked?.name].find((name) => name !== undefined && queues.has(name)) ?? null;
      const found = wireFor(drawing, from, to, queue);
      const path = found && paths.get(found.wire.id)!;
      track = found && path && { ...found, path, insets: insetsOf(found.wire, path) };
      known.set(id, track);
    }
    return track;
  };
}

/** The name of the message the reader is looking at, beside its wire, and what it carries. */
function CurrentName({ topology }: { topology: Topology }) {
  const { drawing } = useStage();
  const { trace } = usePlayback();
  const find = useMemo(() => trackFinder(topology, drawing, trace), [topology, drawing, trace]);
  const shown = useShown((frame, live) => {
    const message = currentMessage(frame, live.playback.state);
    return message && { message, note: messageNote(message, frame) };
  }, (one) => (one ? `${one.message.id} ${one.note}` : ''));
  const track = shown && find(shown.message.id, shown.message.from, shown.message.to);
  if (!shown || !track) return null;
  const { x, y, anchor, lines } = track.wire.label;
  const lost = shown.message.fate === 'lost' || shown.message.returning;
  return (
    <g className="current-name">
      <text className="t-name" x={x} y={y} textAnchor={anchor}>{shown.message.name}</text>
      {lines === 2 && (
        <text className={lost ? 't-note urgent' : 't-note'} x={x} y={y + (drawing.width === 1000 ? 16 : 15)} textAnchor={anchor}>{shown.note}</text>
      )}
    </g>
  );
}
