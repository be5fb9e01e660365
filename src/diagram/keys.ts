import { useEffect } from 'react';
import type { Playback } from '../player/playback.ts';
import type { Live } from './live.ts';

const moves: Record<string, (playback: Playback) => void> = {
  ' ': (playback) => (playback.state.playing ? playback.pause() : playback.play()),
  ArrowRight: (playback) => playback.next(),
  ArrowDown: (playback) => playback.next(),
  ArrowLeft: (playback) => playback.previous(),
  ArrowUp: (playback) => playback.previous(),
  Home: (playback) => playback.startOver(),
  End: (playback) => playback.seekStep(playback.state.steps.length - 1),
};

/** Elements that have a use of their own for these keys, such as lists that scroll; the slider leaves them to the figure. */
const busy = 'input:not(.slider), select, textarea, summary, a[href], [role="tab"], [data-own-keys]';

/** The keys of a figure, until it goes: space plays and pauses, arrows step, Home and End jump. And motion as the reader wants it. */
export function useKeys(figure: React.RefObject<HTMLElement | null>, live: Live): void {
  useEffect(() => {
    const { playback } = live;
    const element = figure.current;
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const follow = () => playback.setReducedMotion(motion.matches);
    const press = (event: KeyboardEvent) => figureKey(event, playback);
    follow();
    motion.addEventListener('change', follow);
    element?.addEventListener('keydown', press);
    return () => {
      element?.removeEventListener('keydown', press);
      motion.removeEventListener('change', follow);
      live.stop();
    };
  }, [figure, live]);
}

function figureKey(event: KeyboardEvent, playback: Playback): void {
  const { key, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  const move = moves[key];
  if (!move || event.defaultPrevented || ctrlKey || metaKey || altKey || shiftKey) return;
  const element = target as Element;
  if (element.closest(busy)) return;
  if (key === ' ' && element.closest('button')) return;
  event.preventDefault();
  move(playback);
}
