import { Fragment, memo } from 'react';
import type { CaptionPart } from '../../player/caption-parts.ts';
import { captionText } from '../../player/caption-parts.ts';
import type { StoryCaptions } from '../../player/captions.ts';
import type { Step } from '../../player/steps.ts';
import type { Trace } from '../../simulation/trace.ts';
import { usePlayback } from '../hooks.ts';
import { InlineTag } from '../kit/Tag.tsx';
import { Glyph } from '../kit/Glyph.tsx';
import { priceOf } from '../../player/format.ts';
import { nameOf, payloadText } from '../names.ts';
import { told } from '../words.ts';

/** A caption's words, badges and tags. */
export function CaptionParts({ parts }: { parts: readonly CaptionPart[] }) {
  return parts.map((part, i) => (
    <Fragment key={i}>
      {part.kind === 'text' ? part.text
        : part.kind === 'badge' ? <span className={`fig-badge fig-badge-${part.who}`}>{part.who}</span>
          : <InlineTag cents={part.cents} version={part.version} />}
    </Fragment>
  ));
}

/** Where the reader is, what happens there, and the message in hand. Announced politely. */
export function Caption({ story }: { story: StoryCaptions }) {
  const { trace, steps, step } = usePlayback();
  const here = steps[step]!;
  const parts = told(here, steps, story, trace);
  return (
    <div className="caption-block" aria-live="polite" aria-atomic="true">
      <p className="step-line">
        <span className="step-count">Step {step} of {steps.length - 1}</span>
        <MessageLine step={here} />
      </p>
      <p className="caption"><CaptionParts parts={parts} /></p>
    </div>
  );
}

/** The step's message: its shape, who sends it to whom, its name and what it carries. */
export function MessageLine({ step: { kind, event } }: { step: Step }) {
  if (kind !== 'message' || event === null || event.type === 'state') return null;
  const price = priceOf(event.payload);
  const who = (id: string) => (id === 'A' || id === 'B' ? id : nameOf(id));
  return (
    <span className="message-line">
      <svg viewBox="-12 -12 24 24" width={15} height={15} aria-hidden="true" focusable="false">
        <Glyph kind={event.kind} version={price?.version ?? null} />
      </svg>
      <span>{who(event.from)} to {event.to === null ? '' : who(event.to)}: <b>{event.name}</b>{payload(event.payload, price)}</span>
    </span>
  );
}

function payload(carried: Parameters<typeof payloadText>[0], price: Parameters<typeof payloadText>[1]): string {
  const text = payloadText(carried, price);
  return text === '' ? '' : ` ${text}`;
}

/** Every step of the run in words: for readers without the picture, or without scripts. */
export const StepList = memo(({ trace, steps, story }: { trace: Trace; steps: readonly Step[]; story: StoryCaptions }) => {
  return (
    <ol className="step-list" start={0}>
      {steps.map((step) => (
        <li key={step.index} value={step.index}>{captionText(told(step, steps, story, trace))}</li>
      ))}
    </ol>
  );
});
StepList.displayName = 'StepList';
