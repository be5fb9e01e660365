import { useMemo } from 'react';
import { flow, stretchAt } from '../../player/traffic/crowd.ts';
import { useRun, useShown } from '../hooks.ts';
import { pathData, pathOf, placeAt } from '../layout/route.ts';
import { useStage } from './context.ts';
import type { FindTrack } from './tracks.ts';

/** Messages a second at which a wire is drawn as thick as it gets. */
const WIDEST_AT = 200;
/** A shorter wire has no room for a figure, in the drawing's units. */
const ROOM = 84;

/** Where messages are too many to be seen: how many a second there are on each wire, as its thickness and in figures. */
export function Flow({ find }: { find: FindTrack }) {
  const { drawing } = useStage();
  const { trace } = useRun();
  const stretch = useShown(({ t }, live) => (live.isFlowing(t) ? stretchAt(t) : null), String);
  const rates = useMemo(() => stretch !== null && flow(trace, stretch, ({ id, from, to }) => find(id, from, to)?.wire.id ?? null), [stretch, trace, find]);
  if (!rates) return null;
  return drawing.wires.map(({ id, points, queue }) => {
    const rate = rates.get(id) ?? 0;
    if (rate === 0) return null;
    const path = pathOf(points);
    const { x, y } = placeAt(path, path.total / 2);
    const said = path.total >= ROOM && (queue === null || drawing.width === 1000);
    return (
      <g key={id} className="flow">
        <path d={pathData(points)} style={{ strokeWidth: 4 + 12 * Math.min(1, rate / WIDEST_AT) }} />
        {said && <text x={x} y={y + 4.5} textAnchor="middle">{Math.round(rate)}/s</text>}
      </g>
    );
  });
}
