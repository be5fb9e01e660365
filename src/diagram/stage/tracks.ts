/** Which wire a message of a run takes in a drawing, and how it is drawn on it. */
import type { Frame } from '../../player/frame.ts';
import { indexOf } from '../../player/trace-index.ts';
import type { Topology } from '../../simulation/technique.ts';
import type { Trace } from '../../simulation/trace.ts';
import { wireFor } from '../layout.ts';
import { pathOf, type Path } from '../layout/route.ts';
import type { Drawing, Wire } from '../layout/types.ts';
import { slotView, type Faint, type SlotView, type TagPlace, type Track } from './slot.ts';

/** A tag hangs below its message, between the wire's ends; on an upright wire beside it, away from the names there. */
function tagPlace({ points }: Path, { label, tag }: Wire, { width }: Drawing): TagPlace {
  const xs = points.map(({ x }) => x);
  const [from, to] = [Math.min(...xs) + 16, Math.max(...xs) - 4];
  const ys = points.map(({ y }) => y);
  const roomy = to - from >= 74;
  const room: [number, number] = roomy ? [from, to] : [from - 12, to];
  const flat = Math.max(...ys) - Math.min(...ys) < Math.max(...xs) - Math.min(...xs);
  const left = width === 320 ? xs[0]! < 100 : label.anchor !== 'start';
  const side = tag ?? (flat ? 'below' : left ? 'left' : 'right');
  return { side, compact: side === 'below' ? !roomy : width < 1000, room };
}

/** How far from its wire's ends a message stays: a ring needs more room than a border. */
function insetsOf({ ends }: Wire, { total }: Path, discs: Set<string>): [number, number] {
  const [near, far] = ends.map((end) => (discs.has(end) ? 28 : 14)) as [number, number];
  const room = Math.min(1, (total * 0.62) / (near + far));
  return [near * room, far * room];
}

export type WireTrack = Track & { wire: Wire };

/** Finds the wire that a message takes; null when no channel joins its ends. */
export type FindTrack = (id: number, from: string, to: string) => WireTrack | null;

/** Every message under way as it is drawn, by its id. In a crowd only the shopper on show carries tags; others stand back from one that is followed. */
export function slotViews({ messages, participants, shopper }: Frame, find: FindTrack, crowd: Faint | null = null): Map<number, SlotView> {
  const views = new Map<number, SlotView>();
  for (const message of messages) {
    const track = find(message.id, message.from, message.to);
    const status = participants[message.to]?.status;
    const deaf = message.fate === 'lost' && (status === 'hang' || status === 'down');
    if (!track) continue;
    const others = message.checkout !== shopper.checkout && (crowd === 'aside' || message.checkout !== null);
    views.set(message.id, slotView(message, track, deaf, others ? crowd : null));
  }
  return views;
}

/** A look-up from a message to the wire it takes; null when no channel joins its ends. */
export function trackFinder(topology: Topology, drawing: Drawing, trace: Trace): FindTrack {
  const { messages } = indexOf(trace);
  const queues = new Set(Object.values(topology.participants).flatMap((one) => Object.keys(one.queues)));
  const discs = new Set(drawing.nodes.filter(({ shape }) => shape === 'disc').map(({ id }) => id));
  const wires = new Map(drawing.wires.map((wire) => {
    const path = pathOf(wire.points);
    return [wire.id, { wire, path, insets: insetsOf(wire, path, discs), tag: tagPlace(path, wire, drawing) }];
  }));
  const known = new Map<number, WireTrack | null>();
  return (id, from, to) => {
    let track = known.get(id);
    if (track === undefined) {
      const sent = messages.get(id)?.sent;
      const asked = sent?.answers === null || !sent ? undefined : messages.get(sent.answers)?.sent;
      const queue = [sent?.name, asked?.name].find((name) => name !== undefined && queues.has(name)) ?? null;
      const found = wireFor(drawing, from, to, queue);
      track = found && { ...wires.get(found.wire.id)!, forward: found.forward };
      known.set(id, track);
    }
    return track;
  };
}
