import type { Ref } from 'react';
import { CentredTag } from '../kit/Tag.tsx';
import { clock, type ShopperView } from './shopper-view.ts';
import { Spinner } from './Spinner.tsx';
import type { ScreenProps } from './Screen.tsx';

/** The shopper's screen in the narrow drawing: one line above the services. */
export function Banner({ box: { width, height }, view, ring, time, line }: ScreenProps & { line: Ref<SVGTextElement> }) {
  const { shopper, cart, lost, title, note } = view;
  const cy = height / 2;
  const seconds = clock(shopper.waited);
  const second = shopper.screen === 'waiting' ? `shopper, waiting ${seconds} s`
    : shopper.screen === 'idle' ? `shopper, ${cart} in the cart`
      : shopper.screen === 'wrong-price' ? note : `shopper, ${note}`;
  return (
    <svg className={`node screen${lost ? ' lost' : ''}`} width={width} height={height}>
      <rect className="screen-body" x={1} y={1} width={width - 2} height={height - 2} rx={8} />
      <Mark view={view} cy={cy} ring={ring} time={time} />
      <text className={lost ? 't-verdict start lost' : 't-verdict start'} x={68} y={cy - 3}>{shopper.screen === 'wrong-price' ? 'Paid the old price' : title}</text>
      <text ref={shopper.screen === 'waiting' ? line : null} className="t-note" x={68} y={cy + 15}>{second}</text>
      {shopper.paid && !['error', 'left'].includes(shopper.screen) && (
        <CentredTag cents={shopper.paid.cents} version={shopper.paid.version} cx={width - 46} cy={cy} height={22} />
      )}
      {shopper.screen === 'idle' && (
        <g className="buy">
          <rect x={width - 72} y={cy - 14} width={58} height={28} rx={4} />
          <text x={width - 43} y={cy + 5} textAnchor="middle">Buy</text>
        </g>
      )}
    </svg>
  );
}

function Mark({ view, cy, ring, time }: {
  view: ShopperView; cy: number; ring: Ref<SVGCircleElement>; time: Ref<SVGTextElement>;
}) {
  const cx = 34;
  switch (view.shopper.screen) {
    case 'idle':
      return (
        <g className="cart">
          <path d={`M${cx - 15},${cy - 11}h5l5,18h15l5,-13h-27`} />
          <circle cx={cx - 3} cy={cy + 12} r={2} />
          <circle cx={cx + 8} cy={cy + 12} r={2} />
        </g>
      );
    case 'waiting':
      return <Spinner cx={cx} cy={cy} r={18} view={view} text={clock(view.shopper.waited)} ring={ring} time={time} />;
    case 'confirmed':
      return <path className="tick" d={`M${cx - 13},${cy}l8,9L${cx + 13},${cy - 11}`} />;
    case 'wrong-price':
      return <path className="cross" d={`M${cx - 12},${cy - 4}h24m-24,9h24m-4,-16l-16,23`} />;
    default:
      return <path className="cross big" d={`M${cx - 10},${cy - 10}l20,20m0,-20l-20,20`} />;
  }
}
