/** A run at one of its steps. */
import { slotViews } from '../diagram/stage/tracks.ts';
import { frame, type Frame, type FrameMessage } from '../player/frame.ts';
import type { Step } from '../player/steps.ts';
import { indexOf } from '../player/trace-index.ts';
import { drawDefs, drawMessage, drawName, drawPart, type Sheet } from './sheet.tsx';

/** The drawing at a step: everything as it is at that instant, the step's message half-way along its wire. */
export const stillOf = (sheet: Sheet, step: Step): string => drawn(sheet, frame(sheet.story.trace, step.t), step);

/** The drawing while a step's message is under way. */
export function underWay(sheet: Sheet, step: Step): string {
  const { trace } = sheet.story;
  const life = step.event === null ? undefined : indexOf(trace).messages.get(step.event.id);
  return drawn(sheet, frame(trace, life ? life.sent.t + Math.round(life.hop / 2) : step.t), step);
}

/** The drawing once a step's message has arrived and is gone. */
export function afterwards(sheet: Sheet, { t, event }: Step): string {
  const now = frame(sheet.story.trace, t);
  return frameOf(sheet, { ...now, messages: now.messages.filter(({ id }) => id !== event?.id) }, null);
}

function drawn(sheet: Sheet, now: Frame, { event }: Step): string {
  const messages = now.messages.map((message) => (
    message.id === event?.id && message.fate !== 'lost' ? { ...message, progress: 0.5 } : message
  ));
  return frameOf(sheet, { ...now, messages }, messages.find(({ id }) => id === event?.id) ?? null);
}

/** The drawing of a frame, with the name of one of its messages. */
export function frameOf(sheet: Sheet, shown: Frame, current: FrameMessage | null): string {
  return [
    drawDefs(sheet),
    ...sheet.parts.map((part) => drawPart(sheet, part, shown)),
    ...[...slotViews(shown, sheet.find).values()].map((view) => drawMessage(sheet, view)),
    current ? drawName(sheet, current, shown) : '',
  ].join('');
}
