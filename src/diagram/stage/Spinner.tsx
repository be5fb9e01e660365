import type { Ref } from 'react';
import { Ring } from '../kit/Ring.tsx';
import type { ShopperView } from './shopper-view.ts';

/** The shopper's spinner: what is left of their patience, and the clock inside. */
export function Spinner({ cx, cy, r, view, text, ring, time }: {
  cx: number; cy: number; r: number; view: ShopperView; text: string;
  ring: Ref<SVGCircleElement>; time: Ref<SVGTextElement>;
}) {
  return (
    <>
      <Ring cx={cx} cy={cy} r={r} band={5.5} left={view.left} owner="ink" bandRef={ring} />
      <text ref={time} className="t-clock" x={cx} y={cy + 4.5} textAnchor="middle">{text}</text>
    </>
  );
}
