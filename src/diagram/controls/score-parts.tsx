import { memo } from 'react';
import type { Glyph as ScoreGlyph } from '../../player/score.ts';
import { Cross, Glyph } from '../kit/Glyph.tsx';
import { percentOf, type Room, type WaitRow } from '../score-layout.ts';

/** Heights on the slider: of the rail, of the first row of waits, and from row to row. */
export const RAIL = 46;
export const FIRST_ROW = 66;
export const ROW = 16;

/** Hatching for a fault, longer than any rail. */
export const faultHatch = Array.from({ length: 220 }, (_, i) => `M${i * 9 - 160},160L${i * 9},0`).join('');

export interface ScoreParts {
  glyphs: ScoreGlyph[];
  rooms: Room[];
  rows: WaitRow[];
  share: (t: number) => number;
}

/** Who waited, and when. */
export const Bars = memo(({ rows, share }: ScoreParts) => rows.flatMap(({ who, bars }, i) => bars.map((bar) => (
    <line
      key={`${who} ${bar.id} ${bar.from}`} className={`wait-bar waiter-${who}`}
      x1={percentOf(share(bar.from))} x2={percentOf(share(bar.to))} y1={FIRST_ROW + i * ROW} y2={FIRST_ROW + i * ROW}
    />
  ))));
Bars.displayName = 'Bars';

/** The run's messages and time-outs on the rail. */
export const Glyphs = memo(({ glyphs, rooms }: ScoreParts) => glyphs.map((glyph, i) => {
    const room = rooms[i]!;
    const failed = glyph.kind === null || glyph.fate === 'lost' || glyph.fate === 'refused';
    return (
      <svg key={glyph.step} className="score-stop" x={percentOf(glyph.at)} y={RAIL} overflow="visible">
        <g className={`room-${room}`}>
          {glyph.kind !== null && <Glyph kind={glyph.kind} size={15} angle={glyph.direction < 0 ? 180 : 0} version={glyph.price?.version ?? null} />}
          {failed && <Cross x={glyph.kind === null ? 0 : 7} y={glyph.kind === null ? 0 : 7} size={glyph.kind === null ? 10 : 7} />}
          <text className="score-number" y={-24} textAnchor="middle">{glyph.step}</text>
        </g>
        {room !== 'all' && <circle className={`score-dot beside-${room}`} r={2.5} />}
      </svg>
    );
  }));
Glyphs.displayName = 'Glyphs';

/** The small shape of one who waits. */
export function Who({ who, y }: { who: string; y: number }) {
  if (who === 'shopper') return <rect className="who-shopper" x={5} y={y - 7} width={10} height={13} rx={2} />;
  return <circle className={`who-${who}`} cx={10} cy={y} r={6.5} />;
}
