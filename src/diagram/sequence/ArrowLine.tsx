import { useRef } from 'react';
import { usePaint } from '../hooks.ts';
import { Cross, Glyph } from '../kit/Glyph.tsx';
import { Tag, tagOf } from '../kit/Tag.tsx';
import type { Point } from '../layout/types.ts';
import { placeOn, type PlacedArrow } from './arrows.ts';

/** Where an arrow is in the run, and whether the reader is looking at it. */
export interface ArrowState {
  time: 'past' | 'now' | 'future';
  current: boolean;
}

/** One message: a line from sender to receiver, and its glyph where it is. @param tag from there to the corner of its price tag */
export function ArrowLine({ arrow, state, tag: corner, t }: { arrow: PlacedArrow; state: ArrowState; tag: Point | undefined; t: number }) {
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
  const broken = (fate === 'lost' || fate === 'refused') && time === 'past';
  return (
    <g className={`seq-arrow ${time}${current ? ' current' : ''}`}>
      {moving && <path className="seq-line ahead" d={placeOn(arrow, Infinity).line} />}
      <path ref={line} className={turn !== null && time === 'past' ? 'seq-line turned' : 'seq-line'} d={at.line} />
      <g ref={head} transform={`translate(${at.x},${at.y})`}>
        {current && time !== 'future' && price && corner && (
          <>
            <path className="string" d={`M0,0L${corner.x + tagOf(price.cents, price.version, 24).shape.holes[0]!.x},${corner.y + 12}`} />
            <Tag cents={price.cents} version={price.version} {...corner} />
          </>
        )}
        <Glyph
          kind={kind} size={current ? 22 : 16} angle={(Math.atan2(ends.y - y1, ends.x - x1) * 180) / Math.PI}
          version={price?.version ?? null} className={fate === 'lost' && time === 'past' ? 'is-lost' : ''}
        />
        {broken && <Cross size={12} />}
      </g>
    </g>
  );
}
