import type { Playback } from '../../player/playback.ts';
import { MOST, peaks, stretchAt } from '../../player/traffic/crowd.ts';
import type { Trace } from '../../simulation/trace.ts';
import type { Crowd } from '../live.ts';

/** How full the runs of a playback are; each run is counted once, when it is first looked at. */
export function crowdOf(playback: Playback): Crowd {
  const known = new WeakMap<Trace, number[]>();
  const mostOf = (trace: Trace) => {
    const most = known.get(trace) ?? peaks(trace);
    known.set(trace, most);
    return most;
  };
  return {
    dense: (t) => {
      const { trace, playing, speed } = playback.state;
      return (playing && speed === 4) || (mostOf(trace)[stretchAt(t)] ?? 0) > MOST;
    },
  };
}
