import { createContext, use, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Frame } from '../player/frame.ts';
import type { PlaybackState } from '../player/playback.ts';
import type { Live, Painter } from './live.ts';

export const LiveContext = createContext<Live | null>(null);

/** The run on show in this figure. */
export function useLive(): Live {
  const live = use(LiveContext);
  if (!live) throw new Error('this component stands inside a figure');
  return live;
}

/** Step, playing, speed and the run itself. */
export function usePlayback(): PlaybackState {
  const live = useLive();
  const read = () => live.playback.state;
  return useSyncExternalStore(live.subscribe, read, read);
}

/** Part of the frame. Renders again only when `key` of it changes, so leave out of `key` whatever a painter moves. */
export function useShown<T>(select: (frame: Frame, live: Live) => T, key: (value: T) => string): T {
  const live = useLive();
  const read = () => key(select(live.frame, live));
  useSyncExternalStore(live.subscribe, read, read);
  return select(live.frame, live);
}

/** Runs `paint` after each render and at each frame. It writes to refs and renders nothing. */
export function usePaint(paint: Painter): void {
  const live = useLive();
  const latest = useRef(paint);
  useLayoutEffect(() => {
    latest.current = paint;
    paint(live.frame, live);
  });
  useLayoutEffect(() => live.onPaint((frame) => latest.current(frame, live)), [live]);
}
