import { useRef, useState } from 'react';
import { sayCount, sayLost, type Lost } from '../../player/traffic/outcomes.ts';
import { Cross } from '../kit/Glyph.tsx';
import { Kept } from './Kept.tsx';
import type { Traffic } from './useTraffic.ts';

/** A longer list is turned over like pages. */
const PAGE = 100;

/** Every checkout that failed or was charged wrongly; each can be opened. */
export function LostList({ lost, traffic: { follow, followed, over } }: { lost: Lost[]; traffic: Traffic }) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const checkout = followed?.followed ?? null;
  const [shown, setShown] = useState(checkout);
  if (shown !== checkout) {
    setShown(checkout);
    const place = lost.findIndex((one) => one.checkout === checkout);
    if (place >= 0) setWanted(place - (place % PAGE));
  }
  const first = wanted < lost.length ? wanted : 0;
  const rest = lost.length - first - PAGE;

  const turn = (to: number) => {
    setWanted(to);
    list.current?.scrollTo(0, 0);
  };
  return (
    <details className="lost" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {over
          ? <span><b>{sayCount(lost)}</b>{lost.length > 0 && <u>Step through any of them</u>}</span>
          : <Kept as="span" />}
      </summary>
      <ul ref={list} data-own-keys="">
        {open && first > 0 && <Turn onTurn={() => turn(first - PAGE)}>{`${first} earlier`}</Turn>}
        {open && lost.slice(first, first + PAGE).map((one) => (
          <li key={`${one.checkout} ${one.ended}`} ref={checkout === one.checkout ? centre : undefined}>
            <button type="button" data-of={one.checkout} aria-current={checkout === one.checkout ? 'true' : undefined} onClick={() => follow(one.checkout)}>
              <LostMark wrong={one.result === 'wrong'} />{sayLost(one)}
            </button>
          </li>
        ))}
        {open && rest > 0 && <Turn onTurn={() => turn(first + PAGE)}>{`${rest} later`}</Turn>}
      </ul>
    </details>
  );
}

/** Scrolls the list, and not the page, to a row. */
function centre(row: HTMLLIElement | null): void {
  const list = row?.parentElement;
  if (list) list.scrollTop = row.offsetTop - list.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
}

const Turn = ({ onTurn, children }: { onTurn: () => void; children: string }) => (
  <li><button type="button" className="lost-rest" onClick={onTurn}>{children}</button></li>
);

/** A cross for a failed checkout, an unequal sign for a wrong price. */
export function LostMark({ wrong }: { wrong: boolean }) {
  return (
    <svg className="lost-mark" viewBox="-8 -8 16 16" width={14} height={14} aria-hidden="true" focusable="false">
      {wrong ? <path className="cross" d="M-6,-2.4H6M-6,2.8H6M3,-7L-3,7" /> : <Cross size={10} />}
    </svg>
  );
}
