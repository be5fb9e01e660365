/** Which wire a message of a run takes in a drawing, and how it is drawn on it. */
import type { Frame, FrameMessage } from '../../player/frame.ts';
import type { Topology } from '../../simulation/technique.ts';
import type { Trace } from '../../simulation/trace.ts';
import { pathOf } from '../layout/route.ts';
import { insetsOf } from '../layout/tag-place.ts';
import type { Drawing, Wire } from '../layout/types.ts';
import { queueFinder, wireFor } from '../layout/wires.ts';
import { slotView, type SlotView, type Track } from './slot.ts';

export type WireTrack = Track & { wire: Wire };

/** Finds the wire that a message takes; null when no channel joins its ends. */
export type FindTrack = (id: number, from: string, to: string) => WireTrack | null;

/** Every message under way as it is drawn, by its id. @param wanted which are drawn so @param trails whether they may have trails */
export function slotViews(frame: Frame, find: FindTrack, wanted: (message: FrameMessage) => boolean = () => true, trails = true): Map<number, SlotView> {
  const views = new Map<number, SlotView>();
  for (const message of frame.messages) {
    const track = wanted(message) ? find(message.id, message.from, message.to) : null;
    if (track) views.set(message.id, slotView(message, track, isDeaf(message, frame), trails));
  }
  return views;
}

/** Whether a message is lost on one who takes nothing. */
export function isDeaf({ fate, to }: FrameMessage, frame: Frame): boolean {
  const status = fate === 'lost' ? frame.participants[to]?.status : 'well';
  return status === 'hang' || status === 'down';
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
