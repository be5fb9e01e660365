import { useState } from 'react';
import { sayCount, sayLost, type Lost } from '../../player/traffic/outcomes.ts';
import { Cross } from '../kit/Glyph.tsx';
import type { Traffic } from './useTraffic.ts';

/** The longest list. */
const MOST = 200;

/** Every checkout that failed or was charged wrongly; each can be opened. */
export function LostList({ lost, traffic: { follow, followed } }: { lost: Lost[]; traffic: Traffic }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="lost" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary><b>{sayCount(lost)}</b>{lost.length > 0 && <span>Step through any of them</span>}</summary>
      <ul data-own-keys="">
        {open && lost.slice(0, MOST).map((one) => (
          <li key={`${one.checkout} ${one.ended}`}>
            <button type="button" aria-current={followed?.followed === one.checkout ? 'true' : undefined} onClick={() => follow(one.checkout)}>
              <LostMark wrong={one.result === 'wrong'} />{sayLost(one)}
            </button>
          </li>
        ))}
        {open && lost.length > MOST && <li className="lost-rest">and {lost.length - MOST} more, each a mark on the rail</li>}
      </ul>
    </details>
  );
}

/** A cross for a failed checkout, an unequal sign for a wrong price. */
export function LostMark({ wrong }: { wrong: boolean }) {
  return (
    <svg className="lost-mark" viewBox="-8 -8 16 16" width={14} height={14} aria-hidden="true" focusable="false">
      {wrong ? <path className="cross" d="M-6,-2.4H6M-6,2.8H6M3,-7L-3,7" /> : <Cross size={10} />}
    </svg>
  );
}
