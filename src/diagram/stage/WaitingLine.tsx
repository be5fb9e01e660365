import type { QueueItem } from '../../player/frame.ts';
import { Glyph } from '../kit/Glyph.tsx';
import type { Box } from '../layout/types.ts';
import { Item, useAside } from './Trays.tsx';

const shown = 4;
const side = 13;

/** Work that waits for a worker, in a column at the service's door; a wall when no place is left. */
export function WaitingLine({ items, box, full }: { items: QueueItem[]; box: Box; full: boolean }) {
  const aside = useAside();
  const x = -side - 5;
  const pitch = Math.min(side + 3, box.height / shown);
  const top = (box.height - shown * pitch + 3) / 2;
  const more = items.length - shown;
  return (
    <g className="waiting-line">
      {items.slice(0, shown).map((item, i) => (
        <g key={item.id} transform={`translate(${x},${top + (shown - 1 - i) * pitch})`}>
          <rect className="place" width={side} height={side} />
          <Item item={item} x={side / 2} y={side / 2} size={8} className={aside(item)} />
        </g>
      ))}
      {more > 0 && <text className="t-note" x={x + side / 2} y={top - 5} textAnchor="middle">+{more}</text>}
      {full && <rect className="wall" x={x - 9} y={0} width={5} height={box.height} />}
      {full && <Glyph kind="request" x={x - 19} y={box.height / 2} size={11} angle={180} className="turned-away" />}
    </g>
  );
}
