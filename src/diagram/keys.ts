import type { Playback } from '../player/playback.ts';

const moves: Record<string, (playback: Playback) => void> = {
  ' ': (playback) => (playback.state.playing ? playback.pause() : playback.play()),
  ArrowRight: (playback) => playback.next(),
  ArrowDown: (playback) => playback.next(),
  ArrowLeft: (playback) => playback.previous(),
  ArrowUp: (playback) => playback.previous(),
  Home: (playback) => playback.startOver(),
  End: (playback) => playback.seekStep(playback.state.steps.length - 1),
};

/** Elements that have a use of their own for these keys; the slider leaves them to the figure. */
const busy = 'input:not([type="range"]), select, textarea, summary, a[href], [role="tab"]';

/** The keys of a figure: space plays and pauses, arrows step, Home and End jump. */
export function figureKey(event: KeyboardEvent, playback: Playback): void {
  const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  const move = moves[key];
  if (!move || event.defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
  const element = target as Element;
  if (element.closest(busy)) return;
  if (key === ' ' && element.closest('button')) return;
  event.preventDefault();
  move(playback);
}
