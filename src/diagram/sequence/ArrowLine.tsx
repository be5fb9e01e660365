import { useRef } from 'react';
import { money } from '../../player/format.ts';
import { usePaint } from '../hooks.ts';
import { Cross, Glyph } from '../kit/Glyph.tsx';
import { Tag, tagOf } from '../kit/Tag.tsx';
import type { Width } from '../layout/types.ts';
import { placeOn, type PlacedArrow } from './layout.ts';
import { ArrowName } from './ArrowName.tsx';

/** Where an arrow is in the run, and whether the reader is looking at it. */
export interface ArrowState {
  time: 'past' | 'now' | 'future';
  current: boolean;
}

/** One message: a line from sender to receiver, its glyph where it is, its number and name at the start. */
export function ArrowLine({ arrow, state, width, t }: { arrow: PlacedArrow; state: ArrowState; width: Width; t: number }) {
  const { x1, y1, fate, kind, price, turn, ends } = arrow;
  const { time, current } = state;
  const line = useRef<SVGPathElement>(null);
  const head = useRef<SVGGElement>(null);
  const moving = time === 'now';

  usePaint((frame) => {
    if (!moving) return;
    const at = placeOn(arrow, frame.t);
    line.current?.setAttribute('d', at.line);
    head.current?.setAttribute('transform', `translate(${at.x},${at.y})`);
  });

  const at = placeOn(arrow, time === 'past' ? Infinity : time === 'now' ? t : Infinity);
  const tag = current && time !== 'future' && price ? tagOf(price.cents, price.version, 24) : null;
  const tagX = tag ? Math.max(4, Math.min(width - tag.shape.width - 4, at.x - 4)) - at.x : 0;
  const broken = (fate === 'lost' || fate === 'refused') && time === 'past';
  return (
    <g className={`seq-arrow ${time}${current ? ' current' : ''}`}>
      {moving && <path className="seq-line ahead" d={placeOn(arrow, Infinity).line} />}
      <path ref={line} className={turn !== null && time === 'past' ? 'seq-line turned' : 'seq-line'} d={at.line} />
      <g ref={head} transform={`translate(${at.x},${at.y})`}>
        {tag && price && (
          <>
            <path className="string" d={`M0,5L${tagX + tag.shape.holes[0]!.x},32`} />
            <Tag cents={price.cents} version={price.version} x={tagX} y={20} />
          </>
        )}
        <Glyph
          kind={kind} size={current ? 22 : 16} angle={(Math.atan2(ends.y - y1, ends.x - x1) * 180) / Math.PI}
          version={price?.version ?? null} className={fate === 'lost' && time === 'past' ? 'is-lost' : ''}
        />
        {broken && <Cross size={12} />}
      </g>
      <ArrowName arrow={arrow} current={current} width={width} extra={extraOf(arrow)} />
    </g>
  );
}

function extraOf({ fate, price }: PlacedArrow): string {
  if (fate === 'lost' || fate === 'refused') return fate;
  return price ? `at ${money(price.cents)}` : '';
}
