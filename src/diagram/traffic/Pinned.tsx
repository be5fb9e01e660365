import { useRef, type ReactNode } from 'react';
import { usePaint, usePlaybackPart, useShown } from '../hooks.ts';

/** A box as wide as the run, with a pin at the instant on show; the pin says which, if asked to. */
export function Pinned({ className, says = false, children }: { className: string; says?: boolean; children: ReactNode }) {
  const { end } = usePlaybackPart('trace');
  const box = useRef<HTMLDivElement>(null);
  const number = useRef<HTMLElement>(null);
  const start = useShown((frame) => frame.t, () => '');

  usePaint(({ t }) => {
    box.current?.style.setProperty('--at', String(t / end));
    if (number.current) number.current.textContent = label(t);
  });

  return (
    <div className={className} ref={box} style={{ '--at': start / end } as React.CSSProperties}>
      {children}
      <div className="traffic-pin" aria-hidden="true">{says && <b ref={number}>{label(start)}</b>}<i /></div>
    </div>
  );
}

const label = (t: number): string => (t >= 9.95e6 ? '10' : (t / 1e6).toFixed(1));
