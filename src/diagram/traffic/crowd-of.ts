import type { Playback } from '../../player/playback.ts';
import { flows, MOST, peaks, stretchAt } from '../../player/traffic/crowd.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Crowd } from '../live.ts';

/** How full the runs of a playback are; each run is counted once, when it is first looked at. */
export function crowdOf(playback: Playback): Crowd {
  const known = new WeakMap<Trace, { most: number[]; rates: Map<string, number>[] }>();
  const look = () => {
    const { trace } = playback.state;
    let counted = known.get(trace);
    if (!counted) {
      counted = { most: peaks(trace), rates: flows(trace) };
      known.set(trace, counted);
    }
    return counted;
  };
  return {
    dense: (t) => (playback.state.playing && playback.state.speed === 4) || (look().most[stretchAt(t)] ?? 0) > MOST,
    rate: (from, to, t) => look().rates[stretchAt(t)]?.get(`${from} ${to}`) ?? 0,
  };
}
