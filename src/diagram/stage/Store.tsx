import type { Participant } from '../../simulation/technique.ts';
import { useShown } from '../hooks.ts';
import { CentredTag, EmptyTag } from '../kit/Tag.tsx';
import { cylinderShape } from '../kit/shapes.ts';
import type { PlacedNode } from '../layout/types.ts';
import { nameOf } from '../names.ts';
import { useStage } from './context.ts';
import { Flag, flagOf, Label } from './Label.tsx';
import { Item, useAside } from './Trays.tsx';

/** A database: a cylinder edged in its owner's colour, with the price it holds. */
export function Store({ placed, participant }: { placed: PlacedNode; participant: Participant }) {
  const { id, box } = placed;
  const { prefix, drawing } = useStage();
  const aside = useAside();
  const state = useShown(({ participants }) => participants[id], (one) => (one
    ? [one.status, one.factor, one.price?.version, one.price?.cents, ...Object.values(one.queues).flat().map((item) => `${item.id}${item.forNobody}`)].join(' ')
    : ''));
  const { body, lid } = cylinderShape(box.width, box.height);
  const down = state?.status === 'down' || state?.status === 'hang';
  const kept = Object.values(state?.queues ?? {}).flat();
  const cx = box.width / 2;
  const cy = lid.ry + (box.height - lid.ry) / 2;
  const { owner } = participant;
  const height = drawing.width === 320 && box.width < 90 ? 22 : 24;
  return (
    <svg className={`node store owner-${owner ?? 'none'}${down ? ' is-down' : ''}`} width={box.width} height={box.height}>
      <path className="store-ground" d={body} />
      <path className="store-body" d={body} style={down ? { fill: `url(#${prefix}-hatch)` } : undefined} />
      <ellipse className="store-lid" {...lid} />
      {down && <Flag x={cx - 25} y={cy - 9} solid>{state.status === 'down' ? 'down' : 'hangs'}</Flag>}
      {!down && state?.status === 'slow' && <Flag {...flagOf(placed)}>× {state.factor}</Flag>}
      {!down && state?.price && <CentredTag cents={state.price.cents} version={state.price.version} cx={cx} cy={cy} height={height} />}
      {!down && !state?.price && kept.length === 0 && <EmptyTag cx={cx} cy={cy} height={height} />}
      {!down && !state?.price && kept.slice(0, 4).map((item, i) => (
        <Item key={item.id} item={item} x={cx + (i - (Math.min(4, kept.length) - 1) / 2) * 19} y={cy} size={14} className={aside(item)} />
      ))}
      {placed.label && <Label spot={placed.label} box={box} name={nameOf(id)} note={owner ? `belongs to ${owner}` : 'belongs to both'} />}
    </svg>
  );
}

/** A small process of its own, such as a relay: a box that carries its name. */
export function SmallBox({ placed, participant }: { placed: PlacedNode; participant: Participant }) {
  const { id, box } = placed;
  const { prefix } = useStage();
  const state = useShown(({ participants }) => participants[id], (one) => `${one?.status} ${one?.factor} ${one?.waiting.length}`);
  const down = state?.status === 'down' || state?.status === 'hang';
  return (
    <svg className={`node small-box owner-${participant.owner ?? 'none'}${down ? ' is-down' : ''}`} width={box.width} height={box.height}>
      <rect className="small-ground" width={box.width} height={box.height} rx={2} />
      <rect className="small-body" width={box.width} height={box.height} rx={2} style={down ? { fill: `url(#${prefix}-hatch)` } : undefined} />
      <text className="t-small" x={box.width / 2} y={box.height / 2 + 4.5} textAnchor="middle">{nameOf(id)}</text>
      {(state?.waiting.length ?? 0) > 0 && <text className="t-note" x={box.width / 2} y={box.height + 15} textAnchor="middle">{state!.waiting.length} wait</text>}
      {down && <Flag {...flagOf(placed)} solid>{state.status === 'down' ? 'down' : 'hangs'}</Flag>}
      {state?.status === 'slow' && <Flag {...flagOf(placed)}>× {state.factor}</Flag>}
    </svg>
  );
}
