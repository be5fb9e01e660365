/** Which wire a message of a run takes in a drawing, and how it is drawn on it. */
import type { Frame } from '../../player/frame.ts';
import type { Topology } from '../../simulation/technique.ts';
import type { Trace } from '../../simulation/trace.ts';
import { pathOf } from '../layout/route.ts';
import { insetsOf } from '../layout/tag-place.ts';
import type { Drawing, Wire } from '../layout/types.ts';
import { queueFinder, wireFor } from '../layout/wires.ts';
import { slotView, type Manner, type SlotView, type Track } from './slot.ts';

export type WireTrack = Track & { wire: Wire };

/** Finds the wire that a message takes; null when no channel joins its ends. */
export type FindTrack = (id: number, from: string, to: string) => WireTrack | null;

/**
 * Every message under way as it is drawn, by its id. In a crowd only the shopper on show carries tags; others stand back from one that is followed.
 * @param own how messages of the shopper on show are drawn
 * @param others how all others are
 */
export function slotViews(frame: Frame, find: FindTrack, own: Manner = 'full', others: Manner = own): Map<number, SlotView> {
  const views = new Map<number, SlotView>();
  const { checkout: mine } = frame.shopper;
  for (const message of frame.messages) {
    const track = find(message.id, message.from, message.to);
    if (!track) continue;
    const status = message.fate === 'lost' ? frame.participants[message.to]?.status : 'well';
    const foreign = message.checkout !== mine && (others === 'aside' || message.checkout !== null);
    views.set(message.id, slotView(message, track, status === 'hang' || status === 'down', foreign ? others : own));
  }
  return views;
}

/** A look-up from a message to the wire it takes; null when no channel joins its ends. */
export function trackFinder(topology: Topology, drawing: Drawing, trace: Trace): FindTrack {
  const queueOf = queueFinder(topology, trace);
  const discs = new Set(drawing.nodes.filter(({ shape }) => shape === 'disc').map(({ id }) => id));
  const wires = new Map(drawing.wires.map((wire) => {
    const path = pathOf(wire.points);
    return [wire.id, { wire, path, insets: insetsOf(wire, path, discs), tag: wire.tag }];
  }));
  const known = new Map<number, WireTrack | null>();
  return (id, from, to) => {
    let track = known.get(id);
    if (track === undefined) {
      const found = wireFor(drawing, from, to, queueOf(id));
      track = found && { ...wires.get(found.wire.id)!, forward: found.forward };
      known.set(id, track);
    }
    return track;
  };
}
