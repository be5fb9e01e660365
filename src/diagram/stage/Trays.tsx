import type { ParticipantFrame, QueueItem } from '../../player/frame.ts';
import { useLive, useShown } from '../hooks.ts';
import { Glyph } from '../kit/Glyph.tsx';
import { CentredTag } from '../kit/Tag.tsx';
import type { Box, PlacedNode, Tray } from '../layout/types.ts';
import { useStage } from './context.ts';
import { Flag, Label } from './Label.tsx';

/** One thing that waits; struck out when it waits for nobody. */
export function Item({ item, x, y, size, className = '' }: { item: QueueItem; x: number; y: number; size: number; className?: string }) {
  if (!item.forNobody) return <Glyph kind={item.kind} x={x} y={y} size={size} className={className} />;
  const r = size * 0.55;
  return (
    <g className={`for-nobody ${className}`.trim()} transform={`translate(${x},${y})`}>
      <rect x={-r} y={-r * 0.62} width={r * 2} height={r * 1.24} />
      <path d={`M${-r},${r}L${r},${-r}`} />
    </g>
  );
}

/** While one checkout is followed among many: the class of what belongs to others. */
export function useAside(): (item: QueueItem) => string {
  const { followed } = useLive();
  return ({ checkout }) => (followed !== null && checkout !== followed ? 'aside' : '');
}

/** A broker: one tray for each of its queues. */
export function Trays({ placed }: { placed: PlacedNode }) {
  const state = useShown(({ participants }) => participants[placed.id], (one) => (one ? [
    one.status,
    ...Object.entries(one.queues).map(([name, items]) => `${name}:${items.map(({ id, forNobody }) => `${id}${forNobody}`)}`),
  ].join(' ') : ''));
  const followed = useShown(({ shopper }) => shopper.checkout, String);
  const { box } = placed;
  const down = state?.status === 'down' || state?.status === 'hang';
  return (
    <svg className={down ? 'node tray-set is-down' : 'node tray-set'} width={box.width} height={box.height}>
      {placed.trays.map((tray) => (
        <OneTray key={tray.queue} tray={tray} box={box} items={itemsOf(state, tray, placed)} followed={followed} />
      ))}
      {down && <Flag x={box.width / 2 - 25} y={placed.trays[0]!.box.height / 2 - 10.5} solid>{state.status === 'down' ? 'down' : 'hangs'}</Flag>}
    </svg>
  );
}

/** A broker of one queue keeps it under whatever name it has. */
function itemsOf(state: ParticipantFrame | undefined, tray: Tray, placed: PlacedNode): QueueItem[] {
  if (!state) return [];
  return state.queues[tray.queue] ?? (placed.trays.length === 1 ? Object.values(state.queues)[0] : undefined) ?? [];
}

function OneTray({ tray, box, items, followed }: { tray: Tray; box: Box; items: QueueItem[]; followed: number }) {
  const { drawing } = useStage();
  const aside = useAside();
  const { slots, reader } = tray;
  const { width, height } = tray.box;
  const x = tray.box.x - box.x;
  const y = tray.box.y - box.y;
  const pitch = width / slots;
  const place = (i: number) => (reader === 'right' ? width - (i + 0.5) * pitch : (i + 0.5) * pitch);
  const size = Math.min(20, pitch * 0.64, height * 0.62);
  const mine = items.findIndex(({ checkout }) => checkout === followed);
  const more = items.length - slots;
  const count = items.length === 0 ? 'empty' : `${items.length} wait${items.length === 1 ? 's' : ''}`;
  const oneLine = tray.label.lines === 1;
  const tail = reader === 'right' ? -16 : width + 16;
  return (
    <g className="tray">
      <g transform={`translate(${x},${y})`}>
        <rect className="tray-ground" width={width} height={height} />
        {Array.from({ length: slots - 1 }, (_, i) => <path key={i} className="tray-slot" d={`M${(i + 1) * pitch},2V${height - 2}`} />)}
        <path className="tray-edge" d={`M0,0H${width}M0,${height}H${width}`} />
        {items.slice(0, slots).map((item, i) => (
          <g key={item.id} className={`tray-item ${aside(item)}`.trim()} style={{ transform: `translateX(${place(i)}px)` }}>
            <Item item={item} x={0} y={item.price ? height * 0.32 : height / 2} size={size} />
            {item.price && height > 30 && <CentredTag cents={item.price.cents} version={item.price.version} cx={0} cy={height * 0.72} height={17} />}
          </g>
        ))}
        {more > 0 && (
          <g className="tray-more" transform={`translate(${tail - 13},${height / 2 - 10})`}>
            <rect width={26} height={20} rx={1.5} />
            <text x={13} y={14.5} textAnchor="middle">{more}</text>
          </g>
        )}
        {mine >= 0 && mine < slots && items.length > 1 && <path className="caret" d={`M${place(mine) - 5},${height + 9}h10l-5,-6Z`} />}
      </g>
      <Label
        spot={tray.label} box={box} name={oneLine ? `${tray.queue}, ${count}` : tray.queue}
        note={drawing.width === 1000 && mine > 0 ? `${count}, this shopper’s is number ${mine + 1}` : count}
      />
    </g>
  );
}
