import type { ReactNode, Ref } from 'react';
import { FLAG } from '../kit/shapes.ts';
import type { Box, PlacedNode, Point, TextSpot } from '../layout/types.ts';
import { useStage } from './context.ts';

export interface LabelProps {
  spot: TextSpot;
  /** The node's box: text is placed in the drawing, drawn in the node. */
  box: Box;
  name: string;
  note?: string;
  noteRef?: Ref<SVGTextElement>;
  urgent?: boolean;
}

/** A name and, where there is room, a line below it. */
export function Label({ spot, box, name, note = '', noteRef, urgent = false }: LabelProps) {
  const { drawing } = useStage();
  const x = spot.x - box.x;
  const line = drawing.width === 1000 ? 17 : 16;
  const y = spot.y - box.y + (spot.up && note === '' ? line : 0);
  return (
    <>
      <text className="t-name" x={x} y={y} textAnchor={spot.anchor}>{name}</text>
      {spot.lines === 2 && (
        <text ref={noteRef} className={urgent ? 't-note urgent' : 't-note'} x={x} y={y + line} textAnchor={spot.anchor}>{note}</text>
      )}
    </>
  );
}

/** A small flag at a participant, by its top left corner: black for one that is down, outlined for slow and full. */
export function Flag({ x, y, solid = false, children }: { x: number; y: number; solid?: boolean; children: ReactNode }) {
  const { width, height } = FLAG;
  return (
    <g className={solid ? 'flag solid' : 'flag'} transform={`translate(${x},${y})`}>
      <rect width={width} height={height} rx={1.5} />
      <text x={width / 2} y={15} textAnchor="middle">{children}</text>
    </g>
  );
}

/** Where a participant's flag stands, from the top left corner of its box. */
export const flagOf = ({ flag, box }: PlacedNode): Point => ({ x: flag.x - box.x, y: flag.y - box.y });
