import type { EdgeProps } from '@xyflow/react';
import type { Frame } from '../../player/frame.ts';
import { useShown } from '../hooks.ts';
import { CUT_AT } from '../kit/shapes.ts';
import { pathData, pathOf, placeAt, slice } from '../layout/route.ts';
import type { Wire as PlacedWire } from '../layout/types.ts';

interface WireState {
  /** Who holds a call open along it. */
  held: string | null;
  /** Its far end does not answer. */
  cut: boolean;
}

function stateOf({ waits, participants, shopper }: Frame, { ends, docked, queue }: PlacedWire): WireState {
  const [near, far] = ends;
  const status = participants[far]?.status;
  const open = waits.find((wait) => (wait.for === 'answer' || wait.for === 'reply') && wait.ended === null
    && ends.includes(wait.who) && ends.includes(wait.on));
  const shopping = shopper.screen === 'waiting' && ends.includes('shopper') ? 'shopper' : null;
  const held = docked || queue !== null ? null : open?.who ?? shopping;
  return { held: held ?? null, cut: near !== 'shopper' && (status === 'down' || status === 'hang') };
}

/** A channel: a thin wire; thick in the waiter's colour while a call is held; cut before one who is gone. */
export function WireLine({ wire }: { wire: PlacedWire }) {
  const { held, cut } = useShown((frame) => stateOf(frame, wire), (one) => `${one.held} ${one.cut}`);
  const path = pathOf(wire.points);
  const className = `wire${wire.docked ? ' docked' : ''}${held ? ` held held-${held}` : ''}`;
  if (!cut) return <path className={className} d={pathData(wire.points)} />;
  const at = path.total * CUT_AT;
  const { x, y, angle } = placeAt(path, at);
  return (
    <>
      <path className={className} d={pathData(slice(path, 0, at))} />
      <path className="wire-gone" d={pathData(slice(path, at + 6, path.total))} />
      <path className="wire-bar" d="M0,-11V11" transform={`translate(${x},${y}) rotate(${angle})`} />
    </>
  );
}

/** A channel as React Flow asks for it. */
export const WireEdge = ({ data }: EdgeProps) => <WireLine wire={data!['wire'] as PlacedWire} />;
