import { useRef } from 'react';
import { usePaint, useRun, useShown } from '../hooks.ts';
import { ringDash, URGENT_BELOW } from '../kit/shapes.ts';
import type { PlacedNode } from '../layout/types.ts';
import { cartOf } from '../names.ts';
import { Banner } from './Banner.tsx';
import { Screen } from './Screen.tsx';
import { clock, patienceLeft, viewOf } from './shopper-view.ts';
import { setAttribute, setText } from '../kit/write.ts';

/** The shopper: a screen beside the services, or a banner above them. */
export function Shopper({ placed }: { placed: PlacedNode }) {
  const { trace } = useRun();
  const shopper = useShown((frame) => frame.shopper, (one) => [
    one.screen, one.checkout, one.reason, one.paid?.version, one.screen === 'wrong-price' ? one.now?.version : '',
  ].join(' '));
  const left = useShown(patienceLeft, (one) => String(one < URGENT_BELOW));
  const ring = useRef<SVGCircleElement>(null);
  const time = useRef<SVGTextElement>(null);
  const line = useRef<SVGTextElement>(null);

  usePaint((frame) => {
    if (frame.shopper.screen !== 'waiting') return;
    setAttribute(ring.current, 'stroke-dasharray', ringDash(patienceLeft(frame)));
    const seconds = clock(frame.shopper.waited);
    setText(time.current, placed.shape === 'banner' ? seconds : `${seconds} s`);
    setText(line.current, `shopper, waiting ${seconds} s`);
  });

  const view = viewOf(shopper, left, cartOf(trace, shopper.checkout));
  return placed.shape === 'banner'
    ? <Banner box={placed.box} view={view} ring={ring} time={time} line={line} />
    : <Screen box={placed.box} view={view} ring={ring} time={time} />;
}
