import { useEffect, useRef, useState } from 'react';
import { asksForWorld, readWorld, writeWorld } from '../player/compared/address.ts';
import { changed } from '../player/compared/world.ts';
import type { ComparisonProps } from './types.ts';
import type { Compared } from './useComparison.ts';

/** After the last change of place, in milliseconds, the address follows. */
const CALM = 150;

/**
 * Reads the address when the comparison wakes, and afterwards keeps it in step with what the reader chose.
 * Returns what to tell of an address that asks for what cannot be had, and the query of what is on show.
 */
export function useCompareAddress({ world, named, scenario, live, change, draw }: Compared, { scenarios, initial }: ComparisonProps): { notes: string[]; link: string } {
  const [notes, setNotes] = useState<string[]>([]);
  const [link, setLink] = useState('');
  const woken = useRef(false);
  const first = useRef({ world, t: live.playback.t });
  const end = scenario.duration / 1000;

  useEffect(() => {
    if (woken.current) return;
    woken.current = true;
    const asked = readWorld(location.search, scenarios, initial.scenario, end);
    queueMicrotask(() => setNotes(asked.notes));
    if (asked.position !== null) live.playback.seekTime(asked.position * 1000);
    const same = asked.world.scenario === initial.scenario && changed(asked.world, scenarios.find(({ name }) => name === initial.scenario)!).length === 0;
    if (!asksForWorld(location.search) || same) draw();
    else change(asked.world);
  }, [scenarios, initial.scenario, end, live, change, draw]);

  useEffect(() => {
    let timer = 0;
    const write = () => {
      const query = writeWorld(location.search, named, { world, position: Math.round(live.playback.t / 1000) });
      setLink(query);
      if (world !== first.current.world || live.playback.t !== first.current.t) history.replaceState(history.state, '', query + location.hash);
    };
    const later = () => {
      if (live.playback.moving) return;
      clearTimeout(timer);
      timer = window.setTimeout(write, CALM);
    };
    const stop = live.playback.subscribe(later);
    timer = window.setTimeout(write, CALM);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [world, named, live]);

  return { notes, link };
}
