import { useEffect } from 'react';
import { figureKey } from '../keys.ts';
import type { Live } from '../live.ts';

/** Elements that use these keys themselves: fields, lists that scroll. */
const own = 'input:not(.slider), [data-own-keys]';

/** The keys of the figure, and motion as the reader wants it. */
export function useKeys(figure: React.RefObject<HTMLElement | null>, live: Live): void {
  useEffect(() => {
    const { playback } = live;
    const element = figure.current;
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const follow = () => playback.setReducedMotion(motion.matches);
    const press = (event: KeyboardEvent) => {
      if (!(event.target as Element).closest(own)) figureKey(event, playback);
    };
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
