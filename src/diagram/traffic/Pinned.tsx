import { useRef, type ReactNode } from 'react';
import { usePaint, usePlaybackPart, useShown } from '../hooks.ts';
import { along } from '../score-layout.ts';
import { setText } from '../kit/write.ts';

/** A box as wide as the run, with a pin at the instant on show; the pin says which, if asked to. */
export function Pinned({ className, says = false, children }: { className: string; says?: boolean; children: ReactNode }) {
  const { end } = usePlaybackPart('trace');
  const pin = useRef<HTMLDivElement>(null);
  const number = useRef<HTMLElement>(null);
  const start = useShown((frame) => frame.t, () => '');

  usePaint(({ t }) => {
    pin.current?.style.setProperty('translate', along(t / end));
    setText(number.current, label(t));
  });

  return (
    <div className={className}>
      {children}
      <div className="traffic-pin" aria-hidden="true">
        <div ref={pin} className="pin" style={{ translate: along(start / end) }}>{says && <b ref={number}>{label(start)}</b>}<i /></div>
      </div>
    </div>
  );
}

const label = (t: number): string => (t >= 9.95e6 ? '10' : (t / 1e6).toFixed(1));
