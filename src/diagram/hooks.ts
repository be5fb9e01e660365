import { createContext, use, useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
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

/** What `read` returns; renders again when that is another value. */
function useReading<T>(read: (live: Live) => T): T {
  const live = useLive();
  const latest = useRef(read);
  useLayoutEffect(() => {
    latest.current = read;
  });
  const subscribe = useCallback((notify: () => void) => live.subscribe(() => latest.current(live), notify), [live]);
  const snapshot = () => read(live);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}

/** Step, playing, speed and the run itself. */
export const usePlayback = (): PlaybackState => useReading((live) => live.playback.state);

/** One thing of the playback: renders again only when that changes. */
export function usePlaybackPart<Key extends keyof PlaybackState>(key: Key): PlaybackState[Key] {
  return useReading((live) => live.playback.state[key]);
}

/** The run itself, without where the reader is in it. */
export function useRun(): Pick<PlaybackState, 'trace' | 'steps'> {
  usePlaybackPart('trace');
  return useLive().playback.state;
}

/** Part of the frame. Renders again only when `key` of it changes, so leave out of `key` whatever a painter moves. */
export function useShown<T>(select: (frame: Frame, live: Live) => T, key: (value: T) => string): T {
  const live = useLive();
  useReading(() => key(select(live.frame, live)));
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

/** How many instants to come are drawn before Play, and how far apart they are in the run and on the clock, in milliseconds. */
const REHEARSED = 12;
const APART = 30;

/** Draws some of what is to come once the figure has woken, without showing it. */
export function useRehearsal(): void {
  const live = useLive();
  useEffect(() => {
    let drawn = 0;
    const next = () => {
      drawn += 1;
      live.rehearse(drawn * APART * 1000);
      if (drawn < REHEARSED) request = setTimeout(next, APART);
    };
    let request = setTimeout(next, APART);
    return () => clearTimeout(request);
  }, [live]);
}

const never = () => () => undefined;

/** Whether the figure's handlers are in place, as `data-awake` says it: not on the server, nor until the page's own HTML has been taken over. */
export const useAwake = (): boolean => useSyncExternalStore(never, () => true, () => false);

/** Whether a run is moving. Where it is stands in `data-position` of `root`, in whole milliseconds that have passed. */
export function useProgress(root: RefObject<HTMLElement | null>, { playback }: Live): boolean {
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    let was: boolean | null = null;
    const look = () => {
      if (playback.moving !== was) setMoving(playback.moving);
      was = playback.moving;
      root.current?.setAttribute('data-position', String(Math.floor(playback.t / 1000)));
    };
    look();
    return playback.subscribe(look);
  }, [root, playback]);
  return moving;
}
