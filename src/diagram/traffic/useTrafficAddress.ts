import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { readCompared } from '../../player/compared/look.ts';
import type { Topology } from '../../simulation/technique.ts';
import { asksForTraffic, readTraffic, writeTraffic } from './address.ts';
import type { TrafficRuns } from '../types.ts';
import type { Traffic } from './useTraffic.ts';

/** After the last change of place, in milliseconds, the address follows. */
const CALM = 150;

/**
 * Reads the address when the figure wakes, and afterwards keeps it in step with what the reader chose.
 * Returns what to tell of an address that asks for what cannot be had, and the query of what is on show: as it was when
 * the run last rested, and as it is now.
 */
export function useTrafficAddress(traffic: Traffic, topology: Topology, scenarios: TrafficRuns['compared'], seen: (breakage: string) => void): { notes: string[]; href: string; latest: () => string } {
  const { settings, change, live, followed, follow, computed, busy, compared, look } = traffic;
  const [notes, setNotes] = useState<string[]>([]);
  const [href, setHref] = useState('');
  const pending = useRef<{ checkout: number; position: number } | null>(null);
  const first = useRef(settings);
  const woken = useRef(false);
  const touched = useRef(false);

  useEffect(() => {
    if (woken.current) return;
    woken.current = true;
    const run = readCompared(location.search, scenarios);
    if (run) {
      look(run);
      return;
    }
    if (!asksForTraffic(location.search, topology)) return;
    const asked = readTraffic(location.search, topology);
    queueMicrotask(() => setNotes(asked.notes));
    seen(asked.settings.breakage);
    change(asked.settings);
    live.playback.seekTime(asked.position * 1000);
    if (asked.checkout !== null) pending.current = { checkout: asked.checkout, position: asked.position };
  }, [topology, scenarios, change, live, seen, look]);

  useEffect(() => {
    const wanted = pending.current;
    if (!computed || busy || !wanted) return;
    pending.current = null;
    if (computed.trace.events.some(({ checkout }) => checkout === wanted.checkout)) follow(wanted.checkout, wanted.position);
    else setNotes((before) => [...before, 'The address names a checkout that this run does not have.']);
  }, [computed, busy, follow]);

  const shown = followed ?? live;
  /** On the way to a step, the position is that step's. It is rounded up, so that the step has begun elsewhere too. */
  const query = () => {
    const { state: { advancing, steps, step }, t } = shown.playback;
    const position = Math.ceil((advancing ? steps[step]!.t : t) / 1000);
    return writeTraffic(location.search, topology, { settings, position, checkout: followed?.followed ?? null });
  };
  const newest = useRef(query);
  useLayoutEffect(() => {
    newest.current = query;
  });

  useEffect(() => {
    if (compared) return undefined;
    let timer = 0;
    if (settings !== first.current || followed) touched.current = true;
    const write = () => {
      const now = newest.current();
      setHref(now);
      if (touched.current && !pending.current) history.replaceState(history.state, '', now + location.hash);
    };
    const later = () => {
      if (shown.playback.moving) return;
      clearTimeout(timer);
      if (shown.playback.t > 0) touched.current = true;
      timer = window.setTimeout(write, CALM);
    };
    const stop = shown.playback.subscribe(later);
    timer = window.setTimeout(write, CALM);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [settings, shown, followed, compared]);

  const latest = () => {
    const now = compared ? href : query();
    setHref(now);
    return now;
  };
  return { notes, href, latest };
}
