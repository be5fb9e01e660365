import { useRef } from 'react';
import { useShown, usePaint } from '../hooks.ts';
import type { PlacedNode } from '../layout/types.ts';
import { busyNote, nameOf, ringWait, waitNote } from '../names.ts';
import { Ring } from '../kit/Ring.tsx';
import { RING_BAND, RING_GAP, ringDash, URGENT_BELOW } from '../kit/shapes.ts';
import { useStage } from './context.ts';
import { setAttribute, setText } from '../kit/write.ts';
import { Flag, flagOf, Label } from './Label.tsx';
import { ServiceBody } from './ServiceBody.tsx';
import { WaitingLine } from './WaitingLine.tsx';

/** A service: A's disc or B's square, with what it waits for, how busy it is and how it is. */
export function Service({ placed }: { placed: PlacedNode }) {
  const { id, shape, box } = placed;
  const { drawing: { width } } = useStage();
  const state = useShown(({ participants }) => participants[id], (one) => one
    ? [one.status, one.factor, one.busy, one.workers, one.places, ...one.waiting.map((item) => `${item.id}${item.forNobody}`)].join(' ')
    : '');
  const wait = useShown((frame) => ringWait(frame, id), (one) => one
    ? [one.id, one.for, one.attempt, one.ended, (one.left ?? 1) < URGENT_BELOW].join(' ')
    : '');
  const ring = useRef<SVGCircleElement>(null);
  const note = useRef<SVGTextElement>(null);

  usePaint((frame) => {
    const now = ringWait(frame, id);
    if (!now) return;
    setAttribute(ring.current, 'stroke-dasharray', ringDash(now.ended ? 0 : now.left ?? 1));
    setText(note.current, waitNote(now, width));
  });

  if (!state) return null;
  const down = state.status === 'down' || state.status === 'hang';
  const full = state.places !== null && state.places > 0 && state.waiting.length >= state.places;
  const r = box.width / 2;
  const flag = flagOf(placed);
  const urgent = wait !== null && (wait.ended !== null || (wait.left ?? 1) < URGENT_BELOW);
  const ringed = wait !== null && shape === 'disc';
  return (
    <svg className="node" width={box.width} height={box.height}>
      {ringed && (
        <>
          <circle className="ring-ground" cx={r} cy={r} r={r + RING_GAP + RING_BAND / 2} />
          <Ring cx={r} cy={r} r={r + RING_GAP} left={wait.left ?? 1} out={wait.ended !== null} owner={wait.for === 'answer' || wait.for === 'reply' ? 'A' : 'ink'} bandRef={ring} />
        </>
      )}
      <ServiceBody id={id} shape={shape} size={box.width} state={state} />
      {state.waiting.length > 0 && <WaitingLine items={state.waiting} box={box} full={full} />}
      {down && <Flag {...flag} solid>{state.status === 'down' ? 'down' : 'hangs'}</Flag>}
      {state.status === 'slow' && <Flag {...flag}>× {state.factor}</Flag>}
      {full && state.status === 'well' && <Flag {...flag}>full</Flag>}
      {placed.label && (
        <Label spot={placed.label} box={box} name={nameOf(id)} note={wait ? waitNote(wait, width) : busyNote(state, width)} noteRef={wait ? note : null} urgent={urgent} />
      )}
    </svg>
  );
}
