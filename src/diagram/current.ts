import type { Frame, FrameMessage } from '../player/frame.ts';
import type { PlaybackState } from '../player/playback.ts';

/** The message the reader is looking at: the step's, in play the one on its way to the next stop, or else one under way for the same shopper. */
export function currentMessage({ messages, shopper }: Frame, { steps, step, playing }: PlaybackState): FrameMessage | null {
  const wanted = playing ? [step + 1, step] : [step];
  for (const index of wanted) {
    const event = steps[index]?.event;
    const found = event && messages.find(({ id }) => id === event.id);
    if (found) return found;
  }
  const mine = messages.filter(({ checkout }) => checkout === null || checkout === shopper.checkout);
  return mine.find(({ fate }) => fate === 'flying') ?? mine.at(-1) ?? null;
}
