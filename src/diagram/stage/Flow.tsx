import { useShown } from '../hooks.ts';
import { pathData, pathOf, placeAt } from '../layout/route.ts';
import { useStage } from './context.ts';

interface WireFlow {
  id: string;
  d: string;
  x: number;
  y: number;
  rate: number;
}

/** Messages a second at which a wire is drawn as thick as it gets. */
const WIDEST_AT = 200;

/** Where messages are too many to be seen: how many a second there are on each wire, as its thickness and in figures. */
export function Flow() {
  const { drawing } = useStage();
  const shown = useShown(({ t }, { crowd }): WireFlow[] => {
    if (!crowd?.dense(t)) return [];
    return drawing.wires.flatMap(({ id, ends: [near, far], points, queue }) => {
      const rate = queue === null ? crowd.rate(near, far, t) + crowd.rate(far, near, t) : Math.max(crowd.rate(near, far, t), crowd.rate(far, near, t));
      if (rate === 0) return [];
      const path = pathOf(points);
      return [{ id, d: pathData(points), ...placeAt(path, path.total / 2), rate }];
    });
  }, (all) => all.map(({ id, rate }) => `${id} ${rate}`).join(','));
  return shown.map(({ id, d, x, y, rate }) => (
    <g key={id} className="flow">
      <path d={d} style={{ strokeWidth: 4 + 12 * Math.min(1, rate / WIDEST_AT) }} />
      <text x={x} y={y + 4.5} textAnchor="middle">{Math.round(rate)}/s</text>
    </g>
  ));
}
