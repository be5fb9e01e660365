import { useEffect, useRef } from 'react';
import { sayLost, lostOf } from '../../player/traffic/outcomes.ts';
import type { OverTime } from '../../player/traffic/overtime.ts';
import { say } from '../../player/traffic/say.ts';
import { CaptionParts, MessageLine } from '../controls/Caption.tsx';
import { usePlayback } from '../hooks.ts';
import type { Live } from '../live.ts';

/** One checkout out of the traffic, step by step. Takes the focus, so that keys step, with the drawing in sight. */
export function Follow({ live, over }: { live: Live; over: OverTime | null }) {
  const { trace, steps, step } = usePlayback();
  const box = useRef<HTMLDivElement>(null);
  const here = steps[step]!;
  const lost = over && lostOf(over.outcomes).find(({ checkout }) => checkout === live.followed);

  useEffect(() => {
    const figure = box.current?.closest('figure');
    box.current?.focus({ preventScroll: true });
    for (const part of ['.stage', '.buttons']) figure?.querySelector(part)?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className="caption-block" tabIndex={-1}>
      <div aria-live="polite" aria-atomic="true">
        <p className="step-line">
          <span className="step-count">Checkout {live.followed}, step {step} of {steps.length - 1}</span>
          <MessageLine step={here} />
        </p>
        <p className="caption"><CaptionParts parts={say(here, trace)} /></p>
      </div>
      {lost && <p className="predict-note">{sayLost(lost)}.</p>}
    </div>
  );
}
