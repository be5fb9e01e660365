import type { Ref } from 'react';
import { money } from '../../player/format.ts';
import { CentredTag } from '../kit/Tag.tsx';
import type { Box } from '../layout/types.ts';
import { clock, type ShopperView } from './shopper-view.ts';
import { Spinner } from './Spinner.tsx';

export interface ScreenProps {
  box: Box;
  view: ShopperView;
  ring: Ref<SVGCircleElement>;
  time: Ref<SVGTextElement>;
}

const head = 24;
const pad = 12;

/** The shopper's screen: the basket, and what became of it. */
export function Screen({ box: { width, height }, view, ring, time }: ScreenProps) {
  const { shopper, cart, lost, title, urgent } = view;
  const cx = width / 2;
  const foot = height - 16;
  const cy = 56 + (height - 56 - 34) / 2;
  const charged = shopper.paid ? money(shopper.paid.cents) : '…';
  return (
    <svg className={`node screen${lost ? ' lost' : ''}`} width={width} height={height}>
      <rect className="screen-body" x={1} y={1} width={width - 2} height={height - 2} rx={8} />
      <path className="screen-rule" d={`M2,${head}H${width - 2}`} />
      <circle className="screen-dot" cx={13} cy={13} r={2.6} />
      <circle className="screen-dot" cx={22} cy={13} r={2.6} />
      <text className="t-who" x={width - pad} y={17} textAnchor="end">shopper</text>
      <text className="t-line" x={pad} y={head + 19}>{cart}</text>
      <text className="t-line" x={width - pad} y={head + 19} textAnchor="end">{charged}</text>
      <path className="screen-perforation" d={`M${pad},${head + 29}H${width - pad}`} />
      <Outcome cx={cx} cy={cy} foot={foot} width={width} view={view} ring={ring} time={time} />
      {shopper.screen !== 'idle' && shopper.screen !== 'confirmed' && shopper.screen !== 'error' && shopper.screen !== 'left' && (
        <text className={lost ? 't-verdict lost' : 't-line quiet'} x={cx} y={foot} textAnchor="middle">{title}</text>
      )}
      {urgent && shopper.screen === 'waiting' && <title>the shopper is about to leave</title>}
    </svg>
  );
}

function Outcome({ cx, cy, foot, width, view, ring, time }: Omit<ScreenProps, 'box'> & {
  cx: number; cy: number; foot: number; width: number;
}) {
  const { shopper, title } = view;
  switch (shopper.screen) {
    case 'idle':
      return (
        <g className="buy">
          <rect x={cx - 36} y={cy - 4} width={72} height={32} rx={4} />
          <text x={cx} y={cy + 17} textAnchor="middle">Buy</text>
        </g>
      );
    case 'waiting':
      return <Spinner cx={cx} cy={cy} r={width * 0.185} view={view} text={`${clock(shopper.waited)} s`} ring={ring} time={time} />;
    case 'confirmed':
      return (
        <>
          <path className="tick" d={`M${cx - 16},${cy - 10}l10,11L${cx + 17},${cy - 25}`} />
          <text className="t-verdict" x={cx} y={cy + 24} textAnchor="middle">{title}</text>
          {shopper.paid && <CentredTag cents={shopper.paid.cents} version={shopper.paid.version} cx={cx} cy={cy + 46} height={22} />}
        </>
      );
    case 'wrong-price':
      return <WrongPrice cy={cy} width={width} view={view} />;
    case 'error':
    case 'left':
      return (
        <>
          <path className="cross big" d={`M${cx - 14},${cy - 28}l28,28m0,-28l-28,28`} />
          <text className="t-verdict lost" x={cx} y={foot - 19} textAnchor="middle">{title}</text>
          <text className="t-line again" x={cx} y={foot + 1} textAnchor="middle">Try again</text>
        </>
      );
  }
}

function WrongPrice({ cy, width, view: { shopper } }: { cy: number; width: number; view: ShopperView }) {
  const right = width - 10 - 35;
  return (
    <>
      <text className="t-line quiet" x={pad} y={cy - 21}>paid</text>
      {shopper.paid && <CentredTag cents={shopper.paid.cents} version={shopper.paid.version} cx={right} cy={cy - 25} height={20} />}
      <path className="cross" d={`M${right - 9},${cy - 3}h18m-18,7.5h18m-2.5,-14l-13,20`} />
      <text className="t-line quiet" x={pad} y={cy + 30}>now</text>
      {shopper.now && <CentredTag cents={shopper.now.cents} version={shopper.now.version} cx={right} cy={cy + 26} height={20} />}
    </>
  );
}
